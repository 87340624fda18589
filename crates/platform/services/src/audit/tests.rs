//! The audit log from outside: recorded acts can be listed, and are deleted when their retention ends.

use base::{Clock, Ids, Now};
use db::testing::TestDb;

use super::*;
use declared::{ARRIVED, AUDIT_EVENTS, SHOWN, UNUSED};

#[expect(unreachable_pub, reason = "the macro is for manifests of other crates")]
mod declared {
    crate::audit_events! {
        /// Somebody came in.
        ARRIVED = { code: "test_arrived", key: "test-arrived" };
        /// Something was shown.
        SHOWN = { code: "test_shown", key: "test-shown", label: |label, say| format!("{}: {label}", say("test-of")) };
        /// Of nothing that happens here.
        UNUSED = { code: "test_unused", key: "test-unused" };
    }
}

/// What happens in these tests.
enum TestAct {
    Arrived(&'static str),
    Shown(&'static str),
}

impl Act for TestAct {
    fn event(&self) -> AuditEvent {
        match self {
            Self::Arrived(_) => ARRIVED,
            Self::Shown(_) => SHOWN,
        }
    }

    fn subject(&self) -> String {
        match self {
            Self::Arrived(_) => String::new(),
            Self::Shown(title) => format!("/redaktion/bilder/{title}"),
        }
    }

    fn label(&self) -> String {
        match self {
            Self::Arrived(label) | Self::Shown(label) => (*label).to_owned(),
        }
    }
}

#[tokio::test]
async fn acts_are_found_by_event_and_person_newest_first_and_removed_in_time() {
    let test = TestDb::new().await;
    let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
    let ids = Ids::new(clock.clone());
    let (anna, ben) = (ids.next(), ids.next());
    let mut tx = test.db.write().await.unwrap();
    let (by_anna, by_ben) = (Actor { id: Some(anna), name: "Anna" }, Actor { id: Some(ben), name: "Ben" });
    for (by, act) in [
        (by_anna, TestAct::Arrived("first")),
        (by_ben, TestAct::Arrived("second")),
        (by_anna, TestAct::Shown("third")),
        (Actor::NOBODY, TestAct::Shown("fourth")),
    ] {
        note(&mut tx.conn(), Now::new(&clock, &ids), by, &act).await.unwrap();
        clock.advance(SignedDuration::from_hours(24));
    }
    tx.commit().await.unwrap();
    for (event, person, labels) in [
        (None, None, vec!["fourth", "third", "second", "first"]),
        (Some(ARRIVED), None, vec!["second", "first"]),
        (None, Some(anna), vec!["third", "first"]),
        (Some(ARRIVED), Some(ben), vec!["second"]),
        (Some(UNUSED), None, vec![]),
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

#[tokio::test]
async fn act_of_a_slice_that_is_gone_is_listed_with_its_code() {
    let test = TestDb::new().await;
    let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
    let ids = Ids::new(clock.clone());
    let mut tx = test.db.write().await.unwrap();
    note(&mut tx.conn(), Now::new(&clock, &ids), Actor::NOBODY, &TestAct::Shown("saal")).await.unwrap();
    let listed = list(&mut tx.conn(), AuditFilter::default(), 0, 50).await.unwrap();
    let [noted] = &listed[..] else { panic!("one act: {listed:?}") };
    assert_eq!(
        (noted.code.as_str(), noted.subject.as_str(), noted.label.as_str()),
        ("test_shown", "bilder/saal", "saal")
    );
    assert_eq!(noted.path().as_deref(), Some("/redaktion/bilder/saal"));
    assert_eq!((noted.person, noted.name.as_str()), (None, ""));
    // Nothing registers these events.
    assert_eq!(noted.event(), None);
}

#[test]
fn an_event_with_the_code_of_another_is_refused_and_registering_one_again_changes_nothing() {
    /// As a slice might declare it that does not know the first one.
    const OTHER: AuditEvent = AuditEvent::of(&EventDef::new("test_unique", "test-other"));
    const FIRST: AuditEvent = AuditEvent::of(&EventDef::new("test_unique", "test-unique"));
    const BESIDE: AuditEvent = AuditEvent::of(&EventDef::new("test_beside", "test-beside"));
    AuditEvent::register(&[FIRST]).unwrap();
    AuditEvent::register(&[FIRST]).unwrap();
    assert_eq!(AuditEvent::all().iter().filter(|event| event.code() == "test_unique").count(), 1);
    assert_eq!(AuditEvent::from_code("test_unique"), Some(FIRST));
    assert_eq!(AuditEvent::register(&[BESIDE, OTHER]), Err(SameCode(OTHER, FIRST)));
    assert_eq!(AuditEvent::from_code("test_beside"), None, "none of them is registered");
}

#[test]
fn labels_are_names_unless_the_event_puts_them_into_words() {
    let labels: Vec<String> =
        AUDIT_EVENTS.iter().map(|event| event.label("Saal", &|key: &str| format!("<{key}>"))).collect();
    assert_eq!(labels, ["Saal", "<test-of>: Saal", "Saal"]);
}
