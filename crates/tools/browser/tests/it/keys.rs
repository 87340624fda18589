//! The keyboard shortcuts of the desk.

use browser::{Key, Visit};

const TEXT: &str = "textarea[name='body']";

async fn is_list_open(visit: &Visit) -> bool {
    visit.browser.run("return document.querySelector('#desk-keys').open", &[]).await
}

async fn value(visit: &Visit, selector: &str) -> String {
    visit.browser.run(&format!("return document.querySelector(\"{selector}\").value"), &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn question_mark_lists_the_keys_unless_somebody_types_or_has_switched_it_off() {
    let visit = Visit::start_at_desk().await;
    visit.open("/redaktion/eintraege").await;
    visit.browser.type_text("?").await;
    assert!(is_list_open(&visit).await);
    visit.browser.press(Key::Escape).await;
    assert!(!is_list_open(&visit).await);
    visit.browser.type_text("/").await;
    visit.browser.type_text("Kongress?").await;
    assert_eq!(value(&visit, "main input[type=search]").await, "Kongress?");
    assert!(!is_list_open(&visit).await);
    visit.browser.touch("[data-keys]").await;
    visit.browser.touch("#desk-keys input").await;
    visit.browser.touch("#desk-keys form button").await;
    visit.open("/redaktion/eintraege").await;
    visit.browser.type_text("?").await;
    assert!(!is_list_open(&visit).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn control_with_a_letter_marks_text_and_saves_the_form() {
    let visit = Visit::start_at_desk().await;
    visit.open("/redaktion/eintraege/veranstaltungen/kongress-2018").await;
    let () = visit
        .browser
        .run(
            &format!(
                "const text = document.querySelector(\"{TEXT}\"); text.value = 'Wort'; text.focus(); text.select()"
            ),
            &[],
        )
        .await;
    visit.browser.press_with_control('b').await;
    assert_eq!(value(&visit, TEXT).await, "**Wort**");
    visit.browser.press_with_control('s').await;
    visit.browser.come_to("hinweis=gespeichert").await;
    assert_eq!(value(&visit, TEXT).await, "**Wort**");
    visit.end().await;
}
