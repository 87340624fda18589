//! Whose pictures and files are: who may change them, who decides what the public sees, and what stands in the log.

use std::task::Poll;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use media::samples::photo;
use testing::accounts::Role;
use testing::html::faults;
use testing::media_desk::{COMPLETE, describe, send, upload};
use testing::{Someone, TestApp};
use tower::ServiceExt as _;

const SLUG: &str = "/redaktion/medien/saal";
const PUBLIC: &str = "/medien/saal/480.jpg";
const FORUM: &str = "veranstaltungen/forum-4-vielfalt";

async fn is_public(app: &TestApp) -> bool {
    app.get(PUBLIC).await.status == StatusCode::OK
}

/// Uploads a picture with everything that must be said of it.
async fn complete(app: &TestApp, person: &Someone<'_>) {
    assert_eq!(upload(app, person, &COMPLETE, ("saal.jpg", &photo(600, 400, 6))).await, SLUG);
}

async fn replace(app: &TestApp, person: &Someone<'_>, orientation: u8) -> StatusCode {
    let file = photo(600, 400, orientation);
    send(app, &person.cookie, &format!("{SLUG}/ersatz"), &[], ("neu.jpg", &file)).await.status
}

/// The deeds with media in the log, the oldest first.
async fn deeds(app: &TestApp) -> Vec<String> {
    let sql = "SELECT deed FROM audit WHERE subject = 'medien/saal' ORDER BY id";
    let mut reader = app.db.db.read().await.unwrap();
    db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_all(c).await).unwrap()
}

#[tokio::test]
async fn what_somebody_uploads_who_may_not_publish_waits_for_somebody_who_may() {
    let app = TestApp::new().await;
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    complete(&app, &facilitator).await;
    assert!(!is_public(&app).await);
    let page = facilitator.page(SLUG).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.texts(".notice.is-warning li"), ["die Freigabe durch jemanden, der veröffentlichen darf"]);
    assert!(page.attributes("form", "action").iter().all(|action| !action.ends_with("/freigabe")));
    assert_eq!(replace(&app, &facilitator, 2).await, StatusCode::SEE_OTHER, "their own, as long as it is not public");
    assert_eq!(facilitator.post(&format!("{SLUG}/freigabe"), &[]).await.status, StatusCode::FORBIDDEN);

    let organiser = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    assert_eq!(organiser.page("/redaktion/medien?stand=unvollstaendig").await.texts(".desk-media-title"), ["Saal"]);
    organiser.post_and_follow(&format!("{SLUG}/freigabe"), &[]).await;
    assert!(is_public(&app).await);
    assert_eq!(
        organiser.post(&format!("{SLUG}/freigabe"), &[]).await.status,
        StatusCode::NOT_FOUND,
        "it is so already"
    );

    let page = facilitator.page(SLUG).await;
    assert_eq!(page.texts("form.form"), [""; 0], "now others decide about it");
    for act in ["", "/ruecknahme", "/wiederherstellung", "/rueckkehr"] {
        let reply = facilitator.post(&format!("{SLUG}{act}"), &[("fassung", "1"), ("title", "x")]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{act}");
    }
    assert_eq!(replace(&app, &facilitator, 3).await, StatusCode::FORBIDDEN);
    assert_eq!(deeds(&app).await, ["uploaded", "replaced", "published"]);
}

#[tokio::test]
async fn medium_is_reached_by_who_works_for_its_scope_and_by_nobody_else() {
    let app = TestApp::new().await;
    let organiser = app.limited(Role::Organiser, FORUM).await;
    assert_eq!(upload(&app, &organiser, &[("title", "Saal")], ("saal.jpg", &photo(600, 400, 6))).await, SLUG);
    for (role, reference, reaches) in [
        (Role::Organiser, "veranstaltungen/kongress-2018", true),
        (Role::Editor, "handlungsfelder/vielfalt", true),
        (Role::Organiser, "veranstaltungen/forum-2-potenzialfoerderung", false),
        (Role::Editor, "handlungsfelder/potenzialfoerderung", false),
        (Role::Facilitator, FORUM, false),
    ] {
        let person = app.limited(role, reference).await;
        let status = if reaches { StatusCode::OK } else { StatusCode::FORBIDDEN };
        for path in [SLUG, "/redaktion/medien/saal/bild/480.webp"] {
            assert_eq!(person.get(path).await.status, status, "{role} of {reference}: {path}");
        }
        let listed = person.page("/redaktion/medien").await.texts(".desk-media-title");
        assert_eq!(listed.len(), usize::from(reaches), "{role} of {reference}");
        let start = person.page("/redaktion").await.source;
        assert_eq!(start.contains(SLUG), reaches, "{role} of {reference}");
        assert_eq!(person.post(&format!("{SLUG}/ruecknahme"), &[]).await.status == StatusCode::FORBIDDEN, !reaches);
        app.execute("UPDATE media SET withdrawn_at = NULL").await;
    }
    let page = organiser.page(SLUG).await;
    describe(&organiser, SLUG, &page, &COMPLETE).await;
    assert!(is_public(&app).await);
    let stranger = app.limited(Role::Organiser, "veranstaltungen/forum-2-potenzialfoerderung").await;
    assert_eq!(stranger.page("/redaktion/medien").await.texts(".desk-media-title"), ["Saal"], "to pick it");
    assert_eq!(stranger.page(SLUG).await.texts("form.form"), [""; 0], "and not to change it");
    assert_eq!(replace(&app, &stranger, 3).await, StatusCode::FORBIDDEN);
    assert_eq!(stranger.post(&format!("{SLUG}/ruecknahme"), &[]).await.status, StatusCode::FORBIDDEN);
    assert!(is_public(&app).await);
}

#[tokio::test]
async fn media_that_came_with_a_folder_belong_to_the_whole_initiative() {
    let app = TestApp::new().await;
    let chief = app.as_role(Role::Editor).await;
    complete(&app, &chief).await;
    let organiser = app.limited(Role::Organiser, FORUM).await;
    assert_eq!(organiser.get(SLUG).await.status, StatusCode::OK, "it is public");
    assert_eq!(replace(&app, &organiser, 1).await, StatusCode::FORBIDDEN);
    app.execute("UPDATE media SET uploaded_by = NULL").await;
    assert_eq!(replace(&app, &organiser, 1).await, StatusCode::FORBIDDEN);
    let other = app.as_role(Role::Editor).await;
    assert_eq!(replace(&app, &other, 1).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn replaced_bytes_can_be_brought_back_for_thirty_days() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    complete(&app, &editor).await;
    let first = app.get(PUBLIC).await.bytes;
    assert_eq!(editor.page(SLUG).await.texts("section[aria-labelledby='former']"), [""; 0]);
    assert_eq!(replace(&app, &editor, 1).await, StatusCode::SEE_OTHER);
    let second = app.get(PUBLIC).await.bytes;
    assert_ne!(first, second);
    let page = editor.page(SLUG).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let told = page.texts("section[aria-labelledby='former'] li form > p");
    assert_eq!(told, ["Bis 23. November 2026, 13:00 Uhr, dann ersetzt von Person 1"]);
    let former = page.attributes("input[name='frueher']", "value").remove(0);
    let page = editor.post_and_follow(&format!("{SLUG}/rueckkehr"), &[("frueher", &former)]).await;
    assert_eq!(app.get(PUBLIC).await.bytes, first);
    assert_eq!(page.texts("section[aria-labelledby='former'] li").len(), 1, "the second is a former one now");
    let reply = editor.post(&format!("{SLUG}/rueckkehr"), &[("frueher", &former)]).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND, "it is no former one any more");
    assert_eq!(deeds(&app).await, ["uploaded", "published", "replaced", "brought_back"]);

    let files = "SELECT COUNT(*) FROM media_former_files";
    app.settle().await;
    app.clock.advance(SignedDuration::from_hours(24 * 30 - 1));
    app.settle().await;
    assert!(app.number(files).await > 0);
    app.clock.advance(SignedDuration::from_hours(25));
    app.settle().await;
    assert_eq!(app.number(files).await, 0);
    assert_eq!(app.get(PUBLIC).await.bytes, first, "what is public stays");
}

#[tokio::test]
async fn every_change_of_a_medium_stands_in_the_log() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    complete(&app, &editor).await;
    let page = editor.page(SLUG).await;
    describe(&editor, SLUG, &page, &COMPLETE).await;
    replace(&app, &editor, 1).await;
    editor.post_and_follow(&format!("{SLUG}/ruecknahme"), &[]).await;
    editor.post_and_follow(&format!("{SLUG}/wiederherstellung"), &[]).await;
    let expected = ["uploaded", "published", "described", "replaced", "withdrawn", "brought_back"];
    assert_eq!(deeds(&app).await, expected);
    let boss = app.as_role(Role::Administrator).await;
    let log = boss.page("/redaktion/protokoll").await;
    for words in ["hochgeladen", "Angaben geändert", "ersetzt", "zurückgeholt"] {
        assert!(log.source.contains(words), "{words}");
    }
}

#[tokio::test]
async fn draft_that_uses_a_medium_is_told_to_those_only_who_see_the_draft() {
    let app = TestApp::new().await;
    let chief = app.as_role(Role::Editor).await;
    complete(&app, &chief).await;
    let draft = testing::editor::begin_news(&chief, "Vertrauliche Sache").await;
    let reply = testing::editor::change(&chief, &draft, &[("body", "![](/medien/saal)")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(chief.page(SLUG).await.text("section[aria-labelledby='uses']").contains("Vertrauliche Sache"));
    let organiser = app.limited(Role::Organiser, FORUM).await;
    let page = organiser.page(SLUG).await;
    assert!(!page.source.contains("Vertrauliche Sache"));
    assert!(page.text("section[aria-labelledby='uses']").ends_with("Dazu ein Entwurf, den andere bearbeiten."));
    let reply = chief.post(&format!("{SLUG}/ruecknahme"), &[]).await;
    assert_eq!(reply.header(header::LOCATION), format!("{SLUG}?hinweis=genutzt"));
}

/// A body that nobody may look at.
fn unread() -> Body {
    Body::from_stream(futures_util::stream::poll_fn(|_| -> Poll<Option<Result<Vec<u8>, std::io::Error>>> {
        panic!("the body of an upload was read before it was clear who sends it")
    }))
}

#[tokio::test]
async fn body_of_an_upload_is_not_read_before_it_is_clear_that_it_may_come() {
    let app = TestApp::new().await;
    let chief = app.as_role(Role::Editor).await;
    complete(&app, &chief).await;
    let reader = app.as_role(Role::DataProtection).await;
    let nobody = app.as_person(&[]).await;
    let stranger = app.limited(Role::Organiser, FORUM).await;
    let replacement = format!("{SLUG}/ersatz");
    let new = "/redaktion/medien/neu";
    for (path, cookie, site) in [
        (new, None, "same-origin"),
        (new, Some(&reader.cookie), "same-origin"),
        (new, Some(&nobody.cookie), "same-origin"),
        (new, Some(&chief.cookie), "cross-site"),
        (&replacement, None, "same-origin"),
        (&replacement, Some(&reader.cookie), "same-origin"),
        (&replacement, Some(&stranger.cookie), "same-origin"),
        (&replacement, Some(&chief.cookie), "cross-site"),
    ] {
        let mut request = Request::post(path)
            .header("sec-fetch-site", site)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=GRENZE");
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let reply = app.service.clone().oneshot(request.body(unread()).unwrap()).await.unwrap();
        assert_eq!(reply.status(), StatusCode::FORBIDDEN, "{path} {cookie:?} {site}");
    }
}
