//! The audit log from outside: recorded acts can be listed, and are deleted when their retention ends.

use base::{Clock, Ids, Now};
use db::testing::TestDb;

use super::*;

#[tokio::test]
async fn acts_are_found_by_event_and_person_newest_first_and_removed_in_time() {
    let test = TestDb::new().await;
    let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
    let ids = Ids::new(clock.clone());
    let (anna, ben) = (ids.next(), ids.next());
    let mut tx = test.db.write().await.unwrap();
    for (event, by, label) in [
        (AuditEvent::SignedIn, Some(anna), "first"),
        (AuditEvent::SignedIn, Some(ben), "second"),
        (AuditEvent::Published, Some(anna), "third"),
        (AuditEvent::SignInRefused, None, "fourth"),
    ] {
        let by = by.map(|id| Actor { id: Some(id), name: if id == anna { "Anna" } else { "Ben" } });
        note(&mut tx.conn(), Now::new(&clock, &ids), &Act { event, by, subject: "", label }).await.unwrap();
        clock.advance(SignedDuration::from_hours(24));
    }
    tx.commit().await.unwrap();
    for (event, person, labels) in [
        (None, None, vec!["fourth", "third", "second", "first"]),
        (Some(AuditEvent::SignedIn), None, vec!["second", "first"]),
        (None, Some(anna), vec!["third", "first"]),
        (Some(AuditEvent::SignedIn), Some(ben), vec!["second"]),
        (Some(AuditEvent::Exported), None, vec![]),
    ] {
        let filter = AuditFilter { event, person };
        let mut reader = test.db.read().await.unwrap();
        let found = list(&mut reader.conn(), filter, 0, 50).await.unwrap();
        assert_eq!(found.iter().map(|noted| noted.label.as_str()).collect::<Vec<_>>(), labels);
        assert_eq!(count(&mut reader.conn(), filter).await.unwrap(), i64::try_from(labels.len()).unwrap());
    }
    let mut tx = test.db.write().await.unwrap();
    let names = vec![(anna, "Anna".to_owned()), (ben, "Ben".to_owned())];
    assert_eq!(actors(&mut tx.conn()).await.unwrap(), names);
    clock.advance(SignedDuration::from_hours(24 * (RETENTION_DAYS - 3)));
    assert_eq!(purge(&mut tx.conn(), clock.now()).await.unwrap(), 1);
    assert_eq!(count(&mut tx.conn(), AuditFilter::default()).await.unwrap(), 3);
}
