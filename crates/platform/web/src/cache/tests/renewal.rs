//! The validity of cached pages: topics, instants, and publications while a page is rendered.

use jiff::SignedDuration;
use tokio::sync::Notify;

use super::*;

#[tokio::test]
async fn published_content_and_the_next_day_are_rendered_anew() {
    let (world, page) = (World::new().await, Counting::default());
    assert_eq!(world.text(&page).await, "rendering 1");
    assert_eq!(world.text(&page).await, "rendering 1");
    world.test.db.write().await.unwrap().publish().await.unwrap();
    assert_eq!(world.text(&page).await, "rendering 2");
    world.clock.set("2026-11-23T22:59:59Z".parse().unwrap());
    assert_eq!(world.text(&page).await, "rendering 2");
    world.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(world.text(&page).await, "rendering 3", "it is midnight in Germany");
    assert_eq!(world.text(&page).await, "rendering 3");
}

#[tokio::test]
async fn page_is_rendered_anew_when_its_own_topic_changes_and_not_for_its_neighbours() {
    let world = World::new().await;
    let page = Counting::about(&[event(1), event(2)]);
    for (changed, expected) in [
        (event(3), "rendering 1"),
        (event(1), "rendering 2"),
        (event(3), "rendering 2"),
        (event(2), "rendering 3"),
        (Topic::content(), "rendering 4"),
    ] {
        world.text(&page).await;
        world.publish(&[changed]).await;
        assert_eq!(world.text(&page).await, expected);
    }
}

#[tokio::test]
async fn page_that_is_made_from_very_many_things_is_rendered_anew_for_all() {
    let world = World::new().await;
    for (count, expected) in [(200, "rendering 1"), (201, "rendering 2"), (100_000, "rendering 2")] {
        let page = Counting::about(&(1..=count).map(event).collect::<Vec<_>>());
        world.publish(&[Topic::content()]).await;
        world.text(&page).await;
        world.publish(&[event(0)]).await;
        assert_eq!(world.text(&page).await, expected, "{count} topics");
    }
}

#[tokio::test]
async fn page_ends_at_the_earliest_instant_and_browsers_are_told_so() {
    let world = World::new().await;
    let end = |hour: u32| format!("2026-11-23T{hour}:00:00Z").parse().unwrap();
    let page = Counting { ends: vec![end(18), end(17), end(11)], ..Counting::default() };
    let first = world.ask(get("/"), &page).await;
    assert_eq!(first.headers()[header::CACHE_CONTROL], "no-cache", "browsers ask each time");
    let tag = first.headers()[header::ETAG].clone();
    let again = || Request::get("/").header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap();

    world.clock.set("2026-11-23T16:59:59.999999Z".parse().unwrap());
    assert_eq!(world.ask(again(), &page).await.status(), StatusCode::NOT_MODIFIED);
    world.clock.advance(SignedDuration::from_micros(1));
    let next = world.ask(again(), &page).await;
    assert_eq!((next.status(), &next.headers()[header::CACHE_CONTROL]), (StatusCode::OK, &POLICY));
    assert_ne!(next.headers()[header::ETAG], tag);
    assert_eq!(text(next).await, "rendering 2");

    world.clock.set(end(18));
    assert_eq!(world.text(&page).await, "rendering 3");
    world.clock.set("2026-11-23T22:59:59Z".parse().unwrap());
    assert_eq!(world.text(&page).await, "rendering 3", "instants that have passed change nothing any more");
}

#[tokio::test]
async fn page_that_was_rendered_by_a_clock_which_ran_ahead_does_not_stay() {
    let (world, page) = (World::new().await, Counting::default());
    world.clock.set_by(SignedDuration::from_hours(5));
    assert_eq!(world.text(&page).await, "rendering 1");
    world.clock.set_by(SignedDuration::from_hours(-5));
    assert_eq!(world.text(&page).await, "rendering 2");
}

#[tokio::test]
async fn write_during_the_rendering_is_not_hidden() {
    let world = World::new().await;
    for changed in [event(1), Topic::content()] {
        let reads_then_others_write = async |request: Request<Body>| {
            request.extensions().get::<Notes>().unwrap().depends_on(event(1));
            let seen = world.test.db.latest_version();
            world.publish(std::slice::from_ref(&changed)).await;
            Response::new(Body::from(format!("as of {seen}")))
        };
        let before = world.test.db.latest_version();
        let first = world.pages.answer(get("/"), reads_then_others_write).await;
        assert_eq!(text(first).await, format!("as of {before}"));
        let page = Counting::about(&[event(1)]);
        assert_eq!(world.text(&page).await, "rendering 1");
        world.publish(&[event(1)]).await;
    }
}

#[tokio::test]
async fn those_who_ask_before_a_write_share_one_rendering_and_those_after_it_the_next() {
    let world = Arc::new(World::new().await);
    let (page, hold) = (Arc::new(Counting::about(&[event(1)])), Arc::new(Notify::new()));
    let mut visitors = tokio::task::JoinSet::new();
    let mut fifty_ask = |name: &'static str| {
        for _ in 0..50 {
            let (world, page, hold) = (Arc::clone(&world), Arc::clone(&page), Arc::clone(&hold));
            visitors.spawn(async move {
                let render = async |request| {
                    let response = page.render(request).await;
                    if page.count() <= 2 {
                        hold.notified().await;
                    }
                    response
                };
                (name, text(world.pages.answer(get("/"), render).await).await)
            });
        }
    };
    fifty_ask("before");
    tokio::task::yield_now().await;
    world.publish(&[event(1)]).await;
    fifty_ask("after");
    tokio::task::yield_now().await;
    assert_eq!(page.count(), 1, "all others wait");
    hold.notify_one();
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    assert_eq!(page.count(), 2, "one of those who came after the write renders for the others");
    // A request that waits for the second rendering must not begin a third because of another publication.
    world.publish(&[event(1)]).await;
    hold.notify_one();
    let answers = visitors.join_all().await;
    for (name, expected) in [("before", "rendering 1"), ("after", "rendering 2")] {
        let all: Vec<&str> = answers.iter().filter(|(who, _)| *who == name).map(|(_, text)| text.as_str()).collect();
        assert_eq!(all, vec![expected; 50], "{name}");
    }
    assert_eq!(world.text(&page).await, "rendering 3");
}

#[tokio::test]
async fn page_that_could_not_be_kept_is_kept_once_its_topic_has_changed() {
    let world = World::new().await;
    let closed = Counting { header: Some((header::CACHE_CONTROL, "no-store")), ..Counting::about(&[event(1)]) };
    world.ask(get("/"), &closed).await;
    let page = Counting::default();
    world.ask(get("/"), &page).await;
    assert_eq!(world.text(&page).await, "rendering 2", "nobody looks at whether it could be kept now");
    world.publish(&[event(1)]).await;
    world.ask(get("/"), &page).await;
    assert_eq!(world.text(&page).await, "rendering 3");
    assert_eq!(world.text(&page).await, "rendering 3");
}
