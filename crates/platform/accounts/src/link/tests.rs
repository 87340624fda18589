//! Links of the version before they became passes work after the upgrade, and the rate limit leaves nobody
//! without one.

use base::clock::micros;
use db::testing::TestDb;
use db::{Db, run};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::*;

/// The last migration of the version in which links had a table of their own.
const BEFORE: i64 = 30;
const ANNA: Uuid = Uuid::from_u128(0x0193_6f00_abcd_7eef_8123_4567_89ab_cdef);

fn now() -> Timestamp {
    "2026-11-30T12:00:00Z".parse().unwrap()
}

/// The secret of a link, and its hash in that version.
const SENT: [(&str, &str); 5] = [
    (
        "0000000000000000000000000000000000000000000000000000000000000000",
        "60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55",
    ),
    (
        "1111111111111111111111111111111111111111111111111111111111111111",
        "3138bb9bc78df27c473ecfd1410f7bd45ebac1f59cf3ff9cfe4db77aab7aedd3",
    ),
    (
        "2222222222222222222222222222222222222222222222222222222222222222",
        "4f2e8d65483c641648cdb374ae9d8abd368d269e4ddffe092a8237b8162cddd6",
    ),
    (
        "3333333333333333333333333333333333333333333333333333333333333333",
        "79bd7d7fd684b399857c582b1b7172ddf277d4fe1b027ec52b28da3ae381e675",
    ),
    (
        "4444444444444444444444444444444444444444444444444444444444444444",
        "f435f2420b50c70ec80865cf8e20b169874165fb8576b48633caf2a8176d2e4a",
    ),
];

/// Stores a link as that version did: kind, person, minutes of validity left, and true if it was used.
async fn send(db: &Db, number: usize, (kind, person): (&str, Option<Uuid>), ends_in: i64, is_used: bool) {
    let sql = "INSERT INTO sign_in_links (id, secret_hash, kind, person_id, onward, created_at, ends_at, used_at) \
         VALUES ($1, $2, $3, $4, '/redaktion', $5, $6, $7)";
    let mut tx = db.write().await.unwrap();
    run!(
        &mut tx.conn(),
        sqlx::query(sql)
            .bind(Uuid::from_u128(u128::try_from(number).unwrap()))
            .bind(SENT[number].1)
            .bind(kind)
            .bind(person)
            .bind(micros(now() - SignedDuration::from_mins(1)))
            .bind(micros(now() + SignedDuration::from_mins(ends_in)))
            .bind(is_used.then(|| micros(now())))
    )
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn links_that_were_sent_before_the_upgrade_still_let_in_once() {
    let test = TestDb::up_to(BEFORE).await;
    let mut tx = test.db.write().await.unwrap();
    let sql = "INSERT INTO persons (id, name, sort_name, email, email_key, created_at) \
         VALUES ($1, 'Anna', 'anna', 'anna@ort.example', 'anna@ort.example', 0)";
    run!(&mut tx.conn(), sqlx::query(sql).bind(ANNA)).unwrap();
    tx.commit().await.unwrap();
    for (number, (kind, person), ends_in, is_used) in [
        (0, ("sign_in", Some(ANNA)), 14, false),
        (1, ("invitation", Some(ANNA)), 7 * 24 * 60, false),
        (2, ("first", None), 24 * 60, false),
        (3, ("sign_in", Some(ANNA)), 14, true),
        (4, ("invitation", Some(ANNA)), 0, false),
    ] {
        send(&test.db, number, (kind, person), ends_in, is_used).await;
    }
    let db = test.reopen().await.unwrap();
    let mut tx = db.write().await.unwrap();
    let conn = &mut tx.conn();
    let anna = || Some((PersonId(ANNA), "Anna".to_owned()));
    for (number, kind, person) in
        [(0, LinkKind::SignIn, anna()), (1, LinkKind::Invitation, anna()), (2, LinkKind::First, None)]
    {
        let expected = Link { kind, person, onward: "/redaktion".to_owned() };
        assert_eq!(find(conn, SENT[number].0, now()).await.unwrap(), Some(expected.clone()), "{kind}");
        assert_eq!(take(conn, kind, SENT[number].0, now()).await.unwrap(), Some(expected), "{kind}");
        assert_eq!(take(conn, kind, SENT[number].0, now()).await.unwrap(), None, "{kind} works once");
    }
    for used_or_ended in [3, 4] {
        assert_eq!(find(conn, SENT[used_or_ended].0, now()).await.unwrap(), None);
    }
    let recent = recent(conn, LinkKind::SignIn, PersonId(ANNA), now()).await.unwrap();
    assert_eq!(recent, Recent { made: 2, open: 0 }, "what was sent within the hour still counts");
}

#[test]
fn stranger_who_asks_every_minute_leaves_nobody_without_a_link_and_causes_few_mails() {
    let lasts = LinkKind::SignIn.lasts().as_mins();
    let mut sent: Vec<i64> = Vec::new();
    for minute in 0..24 * 60 {
        let within = |minutes: i64| sent.iter().filter(|at| minute - **at < minutes).count();
        let (hour, holding) = (within(60), within(lasts));
        if may_send(i64::try_from(hour).unwrap(), i64::try_from(holding).unwrap()) {
            sent.push(minute);
        }
        assert!(sent.iter().any(|at| minute - at < lasts), "no link that works in minute {minute}");
        assert!(sent.iter().filter(|at| minute - **at < 60).count() <= 5);
    }
}

#[test]
fn person_who_uses_links_gets_new_ones_up_to_the_limit() {
    let sent = (0..10).take_while(|sent| may_send(*sent, 0)).count();
    assert_eq!(sent, 5);
    assert!(may_send(1, 1) && !may_send(2, 1));
}
