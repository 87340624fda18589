//! The content of a mail, parsed back as a mail program does.

use base::Now;
use mailparse::{DispositionType, MailHeaderMap as _, ParsedMail, parse_mail};

use super::*;
use crate::jobs::Reason;

const SECRET: &str = "https://zukunft.example/abmeldung/";

/// A mail with everything that it may have: a long address, two earlier mails, two files.
fn rich() -> Mail {
    let address = format!("{SECRET}{}", "0a1b".repeat(100));
    let earlier = [Uuid::from_u128(1), Uuid::from_u128(2)];
    let mail = mail().unsubscribe(Unsubscribe::new(&address).unwrap()).follows(&earlier);
    files().into_iter().fold(mail, |mail, file| mail.attach(file).unwrap())
}

/// Every byte, and lines that look like SMTP commands.
fn files() -> [Attachment; 3] {
    let bytes: Vec<u8> = (0..=255).cycle().take(1_000).collect();
    let text = b".\r\nQUIT\r\n--mixed\r\n\n\r..\n".to_vec();
    [
        Attachment::new("Übersicht »Räume« und alle Zeiten des Kongresses (Fassung 2).pdf", "application/pdf", bytes),
        Attachment::new("Teil; \"2\".ics", "text/calendar; method=REQUEST", text),
        Attachment::new("leer.txt", "text/plain", Vec::new()),
    ]
    .map(Result::unwrap)
}

fn value(letter: &ParsedMail<'_>, name: &str) -> Option<String> {
    let values = letter.headers.get_all_values(name);
    assert!(values.len() <= 1, "{name}: {values:?}");
    values.into_iter().next()
}

fn names(letter: &ParsedMail<'_>) -> Vec<String> {
    let mut names: Vec<String> = letter.headers.iter().map(mailparse::MailHeader::get_key).collect();
    names.sort();
    names
}

/// The message of the one waiting mail, from its file.
async fn kept(office: &Office, mail: &Mail) -> Vec<u8> {
    office.post(mail).await;
    office.workers(None).run_due().await.unwrap();
    let file = office.files().pop().unwrap();
    std::fs::read(office.directory.join(file)).unwrap()
}

#[tokio::test]
async fn server_and_file_get_the_same_mail_with_its_headers_and_files() {
    let (office, post) = (Office::new().await, Post::answering("250 well").await);
    office.post(&rich()).await;
    office.workers(Some(&post.address)).run_due().await.unwrap();
    office.forget_that_it_was_sent().await;
    let again = SendMail { mail: "01a20846-fe00-7000-8000-000000000000".parse().unwrap(), priority: Priority::Normal };
    assert!(office.delivery(None).run(office.ids.next(), again).await.is_ok());
    let file = std::fs::read(office.directory.join(&office.files()[0])).unwrap();
    let taken = post.taken().remove(0);
    assert_eq!(taken.trim_end(), String::from_utf8(file).unwrap().trim_end());

    let letter = parse_mail(taken.as_bytes()).unwrap();
    let ids = [1, 2].map(|id| format!("<{}@zukunft.example>", Uuid::from_u128(id)));
    for (name, expected) in [
        ("List-Unsubscribe", format!("<{SECRET}{}>", "0a1b".repeat(100))),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("Reply-To", "frage@ort.example".to_owned()),
        ("In-Reply-To", ids[1].clone()),
        ("References", ids.join(" ")),
    ] {
        assert_eq!(value(&letter, name), Some(expected), "{name}");
    }
    assert_eq!(letter.ctype.mimetype, "multipart/mixed");
    assert_eq!(letter.subparts.len(), 1 + files().len());
    let texts: Vec<&str> = letter.subparts[0].subparts.iter().map(|part| part.ctype.mimetype.as_str()).collect();
    assert_eq!(
        (letter.subparts[0].ctype.mimetype.as_str(), texts),
        ("multipart/alternative", vec!["text/plain", "text/html"])
    );
    assert_eq!(letter.subparts[0].subparts[0].get_body().unwrap(), mail().text.replace('\n', "\r\n"));
    for (part, file) in letter.subparts[1..].iter().zip(files()) {
        let disposition = part.get_content_disposition();
        assert_eq!(disposition.disposition, DispositionType::Attachment);
        assert_eq!(disposition.params["filename"], file.name());
        assert_eq!(part.ctype.mimetype, file.media_type().split(';').next().unwrap());
        assert_eq!(part.get_body_raw().unwrap(), file.bytes(), "{}", file.name());
    }
    assert_eq!(letter.subparts[2].ctype.params["method"], "REQUEST");
}

#[tokio::test]
async fn mail_has_the_headers_that_it_needs_and_no_others() {
    let office = Office::new().await;
    let always = ["Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Reply-To", "Subject", "To"];
    let further = ["In-Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "References"];
    let local = Unsubscribe::new("http://127.0.0.1:8080/abmeldung/0a1b").unwrap();
    for (mail, more) in [
        (mail(), vec!["Auto-Submitted"]),
        (mail().auto_submitted(AutoSubmitted::No), vec![]),
        (mail().unsubscribe(local), vec!["Auto-Submitted", "List-Unsubscribe"]),
        (rich(), [&["Auto-Submitted"], &further[..]].concat()),
    ] {
        let mut expected = [&always[..], &more].concat();
        expected.sort_unstable();
        let letter = kept(&office, &mail).await;
        assert_eq!(names(&parse_mail(&letter).unwrap()), expected);
        office.clock.advance(SignedDuration::from_secs(1));
    }
}

#[tokio::test]
async fn mail_of_a_long_conversation_names_its_first_and_its_latest_mails() {
    let office = Office::new().await;
    for (earlier, named) in [
        (0, vec![]),
        (1, vec![1]),
        (10, (1..=10).collect()),
        (12, [&[1], &[4, 5, 6, 7, 8, 9, 10, 11, 12][..]].concat()),
    ] {
        let mails: Vec<Uuid> = (1..=earlier).map(Uuid::from_u128).collect();
        let letter = kept(&office, &mail().follows(&mails)).await;
        let ids: Vec<String> =
            named.into_iter().map(|id| format!("<{}@zukunft.example>", Uuid::from_u128(id))).collect();
        let letter = parse_mail(&letter).unwrap();
        assert_eq!(value(&letter, "References").unwrap_or_default(), ids.join(" "), "after {earlier}");
        assert_eq!(value(&letter, "In-Reply-To"), ids.last().cloned(), "after {earlier}");
        office.clock.advance(SignedDuration::from_secs(1));
    }
}

#[tokio::test]
async fn nothing_that_a_visitor_writes_becomes_a_header() {
    let office = Office::new().await;
    let subject = Subject::new("Frage\r\nBcc: alle@ort.example\r\n\r\nHallo\u{85}\u{2028}\0 ".repeat(9).as_str());
    assert!(subject.as_str().chars().count() <= Subject::MAX && !subject.as_str().contains(['\r', '\n', '\0']));
    let text = "Text\r\n.\r\nMAIL FROM:<a@ort.example>\r\nBcc: alle@ort.example".to_owned();
    let letter = kept(&office, &Mail { subject, text, ..mail() }).await;
    let expected =
        ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Reply-To", "Subject", "To"];
    assert_eq!(names(&parse_mail(&letter).unwrap()), expected);
}

#[tokio::test]
async fn files_are_stored_with_the_act_and_leave_the_outbox_with_their_mail() {
    let office = Office::new().await;
    let mut undone = office.db.write().await.unwrap();
    enqueue(&mut undone.conn(), Now::new(&office.clock, &office.ids), &rich()).await.unwrap();
    drop(undone);
    assert_eq!(office.attachments().await, 0, "the act was undone");
    kept(&office, &rich()).await;
    office.post(&rich()).await;
    assert_eq!(office.attachments().await, 6);
    office.clock.advance(SignedDuration::from_hours(24 * RETENTION_DAYS + 1));
    let mut tx = office.db.write().await.unwrap();
    (CHORE.clean)(&mut tx.conn(), &office.clock).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((office.outbox().await.len(), office.attachments().await), (1, 3), "one mail waits, with its files");
}

#[tokio::test]
async fn largest_mail_is_no_larger_than_most_servers_take() {
    let office = Office::new().await;
    let file = Attachment::new("a.bin", "application/octet-stream", vec![7; Attachment::MOST_BYTES]).unwrap();
    let letter = kept(&office, &mail().attach(file).unwrap()).await;
    assert!(letter.len() < 10_000_000, "{} bytes", letter.len());
    let letter = parse_mail(&letter).unwrap();
    assert!(letter.subparts[1].get_body_raw().unwrap() == vec![7; Attachment::MOST_BYTES]);
}

#[tokio::test]
async fn mail_that_the_version_before_has_stored_leaves() {
    let test = TestDb::up_to(30).await;
    let id = Uuid::from_u128(9);
    let mut tx = test.db.write().await.unwrap();
    for sql in [
        "INSERT INTO outbox (id, recipient, reply_to, subject, text, state, created_at, headers, attempts) \
         VALUES ($1, 'frage@ort.example', NULL, 'Eingang', 'Guten Tag', 'waiting', 1795435200000000, '[]', 0)",
        "INSERT INTO jobs (id, kind, queue, priority, payload, run_at, created_at, attempts, failures) VALUES ($1, 'mail', \
         'mail', 1, '{\"mail\":\"00000000-0000-0000-0000-000000000009\",\"priority\":\"normal\"}', 0, 0, 0, 0)",
    ] {
        db::run!(&mut tx.conn(), sqlx::query(sql).bind(id)).unwrap();
    }
    tx.commit().await.unwrap();
    let office = Office { db: test.reopen().await.unwrap(), ..Office::new().await };
    assert_eq!(office.workers(None).run_due().await.unwrap(), 1);
    assert_eq!(office.outbox().await, [("kept".to_owned(), 1, None)]);
    let letter = std::fs::read(office.directory.join(&office.files()[0])).unwrap();
    let letter = parse_mail(&letter).unwrap();
    assert_eq!(value(&letter, "Auto-Submitted").as_deref(), Some("auto-generated"));
    assert_eq!(letter.ctype.mimetype, "multipart/alternative");
}

#[tokio::test]
async fn mail_that_cannot_be_read_is_given_up_at_once_and_told_without_its_values() {
    let office = Office::new().await;
    office.post(&mail()).await;
    let mut tx = office.db.write().await.unwrap();
    let sql = "UPDATE outbox SET headers = '{\"unsubscribe\": \"geheim@ort.example\"}'";
    db::run!(&mut tx.conn(), sqlx::query(sql)).unwrap();
    tx.commit().await.unwrap();
    assert_eq!(office.workers(None).run_due().await.unwrap(), 1);
    let alarms = jobs::alarms::alarms(&mut office.db.read().await.unwrap().conn(), office.clock.now()).await.unwrap();
    assert_eq!(alarms.given_up[0].reason, Some(Reason::Unreadable));
    let why = "what is stored of the mail cannot be read: its headers";
    assert_eq!(alarms.given_up[0].why, why);
    assert_eq!(office.outbox().await, [("failed".to_owned(), 0, Some(why.to_owned()))]);
}
