//! `/dokumentation/{slug}`: one document, its event and its web address.

use askama::Template;
use golden_thread::Card;
use golden_thread::entry::EntryPage;
use web::{Answer, Ctx, Page};

use super::documents::event_among;
use crate::kinds::DOCUMENT;
use crate::paths::{DocumentPath, DocumentsPath, EventsPath};
use crate::store;

#[derive(Template)]
#[template(path = "pages/document.html")]
struct DocumentPage {
    page: Page,
    entry: EntryPage,
    /// The event that it is about.
    event: Option<Card>,
    /// Web address of the document itself.
    url: Option<String>,
}

pub(crate) async fn show(path: DocumentPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, DOCUMENT, &path.slug).await?;
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let url = store::urls_of(conn, &[entry.card.id]).await?.remove(&entry.card.id);
    let event = event_among(entry.origins.steps.clone());
    let page = entry
        .page(ctx.clone(), Some((ctx.t("event-list-title"), EventsPath.to_string())))
        .below(ctx.t("event-documents-title"), DocumentsPath);
    entry.answer(|entry| DocumentPage { page, entry: entry.with_contact(contact), event, url })
}
