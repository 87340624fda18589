//! The acts of editors on entries at the desk, one call each.

use axum::http::{StatusCode, header};

use crate::person::Someone;
use crate::reply::Reply;
use crate::sheet::Sheet;

/// The form of an entry.
pub const FORM: &str = "form.desk-form";

/// The address of an entry at the desk, from its path below the list.
pub fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

/// Begins a news item and gives its path below the list.
pub async fn begin_news(editor: &Someone<'_>, title: &str) -> String {
    let page = editor.page(&desk("aktuelles/neu")).await;
    let form = Sheet::of(&page, FORM).set("matter.title", title).set("matter.summary", "Worum es geht.");
    let reply = begin(editor, "aktuelles", &form).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let location = reply.header(header::LOCATION).to_owned();
    location.trim_start_matches("/redaktion/eintraege/").split('?').next().unwrap().to_owned()
}

/// Sends the form of a new entry, also if there is one with nearly the same title.
pub async fn begin(editor: &Someone<'_>, folder: &str, form: &Sheet) -> Reply {
    let path = desk(&format!("{folder}/neu"));
    let reply = editor.post(&path, &form.pressed("speichern")).await;
    if reply.status != StatusCode::UNPROCESSABLE_ENTITY || reply.page().texts("#alike").is_empty() {
        return reply;
    }
    editor.post(&path, &Sheet::of(&reply.page(), FORM).pressed("speichern")).await
}

/// Opens an entry, changes fields, saves.
pub async fn change(editor: &Someone<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let page = editor.page(&desk(path)).await;
    let form = fields.iter().fold(Sheet::of(&page, FORM), |form, (name, value)| form.set(name, value));
    editor.post(&desk(path), &form.pressed("speichern")).await
}

/// Presses a button of the form: `veroeffentlichen`, `planen`, `vorschau`. What else it holds is saved first.
pub async fn press(editor: &Someone<'_>, path: &str, button: &str, fields: &[(&str, &str)]) -> Reply {
    let form = filled(editor, path, fields).await;
    editor.post(&desk(path), &form.pressed(button)).await
}

/// Publishes what the form holds, also if there are remarks.
pub async fn publish(editor: &Someone<'_>, path: &str) -> Reply {
    let reply = press(editor, path, "veroeffentlichen", &[]).await;
    if !reply.header(header::LOCATION).contains("hinweis=vorher") {
        return reply;
    }
    let page = editor.page(reply.header(header::LOCATION)).await;
    let action = page.attributes(FORM, "action").remove(0);
    editor.post(&action, &Sheet::of(&page, FORM).pressed("trotzdem")).await
}

/// Presses a button that sends the form to another address below the entry: `ruecknahme`, `termin/aufhebung`.
pub async fn act(editor: &Someone<'_>, path: &str, act: &str, fields: &[(&str, &str)]) -> Reply {
    let form = filled(editor, path, fields).await;
    editor.post(&desk(&format!("{path}/{act}")), &form.pressed("")).await
}

async fn filled(editor: &Someone<'_>, path: &str, fields: &[(&str, &str)]) -> Sheet {
    let page = editor.page(&desk(path)).await;
    fields.iter().fold(Sheet::of(&page, FORM), |form, (name, value)| form.set(name, value))
}

/// The code of the flash message after a form that was accepted.
pub fn notice(reply: &Reply) -> String {
    let location = reply.header(header::LOCATION);
    let text = String::from_utf8_lossy(&reply.bytes);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{text}");
    location.split_once("hinweis=").map(|(_, notice)| notice.to_owned()).unwrap_or_default()
}
