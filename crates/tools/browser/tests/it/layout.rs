//! Where things stand at the desk, on a phone and on a wide screen.

use browser::{Key, Visit, Window};

const ENTRY: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018";

/// The edges of an element: left, top, right and bottom, in pixels of the page.
async fn edges(visit: &Visit, selector: &str) -> [f64; 4] {
    let script = "const {left, top, right, bottom} = document.querySelector(arguments[0]).getBoundingClientRect();
        return [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY]";
    visit.browser.run(script, &[selector.into()]).await
}

async fn is_in_sight(visit: &Visit, selector: &str) -> bool {
    visit
        .browser
        .run(
            "return document.querySelector(arguments[0]).checkVisibility({contentVisibilityAuto: true})",
            &[selector.into()],
        )
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn phone_shows_state_and_buttons_on_its_first_screen_and_folds_the_menu() {
    let visit = Visit::start_at_desk().await;
    visit.browser.resize(Window::PHONE).await;
    visit.open(ENTRY).await;
    let [_, _, _, header] = edges(&visit, ".desk-header").await;
    assert!(header <= 110.0, "the header ends at {header} px");
    let [_, _, _, button] = edges(&visit, ".desk-aside button[value=veroeffentlichen]").await;
    assert!(button < f64::from(Window::PHONE.height), "»Veröffentlichen« ends at {button} px");
    let [_, form, _, _] = edges(&visit, "#desk-form").await;
    let [_, _, _, aside] = edges(&visit, ".desk-aside").await;
    assert!(aside <= form, "the state ends at {aside} px, the form begins at {form} px");
    let (area, language) = (".desk-areas a[href='/redaktion/medien']", ".desk-more a[href$='/sprachen/en']");
    for (fold, link) in [(".desk-areas summary", area), (".desk-more > summary", language)] {
        assert!(!is_in_sight(&visit, link).await, "{link} is folded");
        visit.browser.touch(fold).await;
        assert!(is_in_sight(&visit, link).await, "{link}");
        visit.browser.touch(fold).await;
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wide_screen_shows_the_state_beside_the_form_and_the_keyboard_reads_the_form_first() {
    let visit = Visit::start_at_desk().await;
    visit.open(ENTRY).await;
    let ([_, top, right, _], [left, other_top, ..]) =
        (edges(&visit, "#desk-form").await, edges(&visit, ".desk-aside").await);
    assert!(left > right && (top - other_top).abs() < 1.0, "{left} {right} {top} {other_top}");
    for link in [".desk-areas a[href='/redaktion/medien']", ".desk-more a[href$='/sprachen/en']"] {
        assert!(is_in_sight(&visit, link).await, "{link}");
    }
    let () = visit.browser.run("document.querySelector('.crumbs a').focus()", &[]).await;
    visit.browser.press(Key::Tab).await;
    assert_eq!(visit.browser.run::<String>("return document.activeElement.name ?? ''", &[]).await, "matter.title");
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_side_by_side_begin_at_one_line() {
    let visit = Visit::start().await;
    let script =
        "return [...document.querySelectorAll('.facts dt')].slice(0, 2).map(name => name.getBoundingClientRect().top)";
    for (width, page) in [(1280, "/barrierefreiheit"), (800, "/veranstaltungen/kongress-2018")] {
        visit.browser.resize(Window { width, height: 900 }).await;
        visit.open(page).await;
        let tops: Vec<f64> = visit.browser.run(script, &[]).await;
        assert!(tops.len() == 2 && (tops[0] - tops[1]).abs() < 0.5, "{page}: {tops:?}");
    }
    visit.end().await;
}
