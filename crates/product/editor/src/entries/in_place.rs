//! Entries that are begun from a field of a form that names one: an organisation that is not there yet, a forum of an event.
//!
//! Each is a draft with a title, in a transaction of its own; the form is neither saved nor lost. It may be begun by whoever may
//! begin its kind, and belongs to their scope as the kind's rule says ([`tied`]).

use accounts::rights::WRITE_ENTRIES;
use accounts::{Desk, Scope, Sight, can_begin};
use archive::Document;
use desk_kit::form::{Filled, Lack, Part, Wish, word_of};
use desk_kit::store::{Suggestion, alike};
use golden_thread::sheet::{Asks, Input, inputs_of};
use golden_thread::{EntryId, Kind, State};
use serde_json::{Value, json};
use web::Error;

use super::actions::{self, Refusal, Then};
use super::form;
use super::opened::{blank, by, subject};
use super::pages::free_slug;
use super::store;
use crate::registers::source;

/// Does what a button asks for that saves nothing of the form: one of [`Filled::press`], or one that begins an entry or adds a
/// source. False if it was no such button.
///
/// # Errors
/// Not allowed; breakage.
pub(crate) async fn press(desk: &Desk, parts: &[Part], filled: &mut Filled, button: &str) -> Result<bool, Error> {
    if filled.press(button) {
        return Ok(true);
    }
    let Some((_, name)) = button.split_once(':').filter(|(act, _)| matches!(*act, "neu" | "doch-neu")) else {
        return source::press(desk, parts, filled, button).await;
    };
    match filled.wish(parts, button) {
        Some(wish) => fulfil(desk, parts, filled, &wish).await?,
        // Meanwhile another entry was chosen, or the title is gone.
        None => name.clone_into(&mut filled.touched),
    }
    Ok(true)
}

async fn fulfil(desk: &Desk, parts: &[Part], filled: &mut Filled, wish: &Wish) -> Result<(), Error> {
    let Some(kind) = wish.kind else {
        filled.lacks(wish, Lack::Kind, desk.t("input-create-no-kind"));
        return Ok(());
    };
    desk.require(can_begin(&desk.person, kind))?;
    if word_of(kind).is_some_and(|input| !words_of(input).contains(&wish.word.as_str())) {
        filled.lacks(wish, Lack::Word, desk.t("input-no-choice"));
        return Ok(());
    }
    let alike = if wish.is_sure {
        Vec::new()
    } else {
        alike(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), kind, &wish.title).await?
    };
    // What is alike may be the entry itself: the same button, pressed before or at the same moment.
    if let Some(begun) = begun_before(desk, kind, wish).await? {
        told(desk, filled, wish, &begun);
    } else if !alike.is_empty() {
        filled.has_alike(wish, alike);
    } else if let Some(document) = tied(desk, kind, wish).await? {
        begin(desk, parts, filled, (wish, &document)).await?;
    } else {
        filled.lacks(wish, Lack::Field, desk.t("input-create-out-of-reach"));
    }
    Ok(())
}

async fn begin(
    desk: &Desk,
    parts: &[Part],
    filled: &mut Filled,
    (wish, document): (&Wish, &Document),
) -> Result<(), Error> {
    let id = match wish.id {
        Some(id) if store::name(&mut desk.db().read().await?.conn(), id).await?.is_none() => id,
        _ => match begun_before(desk, document.kind, wish).await? {
            Some(begun) => {
                told(desk, filled, wish, &begun);
                return Ok(());
            }
            // The id was of another entry: the form has begun one, and somebody has typed another title.
            None => EntryId(desk.state().ids.next()),
        },
    };
    match actions::create(desk.state(), by(desk), id, (document, Then::Nothing)).await {
        Ok(()) => {
            told(desk, filled, wish, &draft(document.kind, document.slug.to_string(), document.matter.title.clone()));
        }
        Err(Refusal::Unfit(faults)) => {
            let message = faults.first().map(|fault| form::in_words(desk, parts, fault)).unwrap_or_default();
            filled.lacks(wish, Lack::Field, message);
        }
        // The same button was faster, or another entry took the address.
        Err(refusal) if refusal.is_race() => match begun_before(desk, document.kind, wish).await? {
            Some(begun) => told(desk, filled, wish, &begun),
            None => filled.lacks(wish, Lack::Field, desk.t("entry-just-taken")),
        },
        Err(refusal) => return Err(refusal.into_error()),
    }
    Ok(())
}

fn told(desk: &Desk, filled: &mut Filled, wish: &Wish, entry: &Suggestion) {
    filled.begun(wish, entry, desk.t_with("input-created", "title", entry.title.as_str()));
}

/// The entry that this button has begun before, if it is still called so.
async fn begun_before(desk: &Desk, kind: Kind, wish: &Wish) -> Result<Option<Suggestion>, Error> {
    let Some(id) = wish.id else { return Ok(None) };
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let Some((found, slug)) = store::name(conn, id).await?.filter(|(found, _)| *found == kind) else { return Ok(None) };
    let titles = desk_kit::form::titles(conn, Sight::of(&desk.person), vec![found.reference(&slug)]).await?;
    let title = titles.into_values().find(|title| *title == wish.title);
    Ok(title.map(|title| draft(kind, slug, title)))
}

fn draft(kind: Kind, slug: String, title: String) -> Suggestion {
    Suggestion { kind, slug, title, edtf: None, town: None, state: State::Draft }
}

/// The draft, tied to something within the reach of the person if it needs to be. `None` if no tie of its kind leads there.
async fn tied(desk: &Desk, kind: Kind, wish: &Wish) -> Result<Option<Document>, Error> {
    let slug = free_slug(desk, kind, &wish.title).await?;
    let mut document = serde_json::to_value(blank(kind, &slug, desk.state().clock.now())?)?;
    document["matter"]["title"] = json!(wish.title);
    for input in inputs_of(kind).iter().filter(|input| input.required) {
        match input.asks {
            Asks::Choice(..) => document["table"][input.key] = json!(wish.word),
            Asks::Slugs(_) | Asks::Rows(_) => document["table"][input.key] = json!([]),
            _ => {}
        }
    }
    let mut ways = vec![document.clone()];
    for scope in WRITE_ENTRIES.scopes(&desk.person) {
        ways.extend(ways_to(desk, kind, &document, scope).await?);
    }
    let mut reader = desk.db().read().await?;
    for way in ways {
        let document: Document = serde_json::from_value(way)?;
        if WRITE_ENTRIES.covers(&desk.person, &subject(&mut reader.conn(), None, &document).await?) {
            return Ok(Some(document));
        }
    }
    Ok(None)
}

/// The document with each tie that its kind can have to a scope.
async fn ways_to(desk: &Desk, kind: Kind, document: &Value, scope: Scope) -> Result<Vec<Value>, Error> {
    let (Scope::Field(id) | Scope::Body(id) | Scope::Event(id)) = scope else { return Ok(Vec::new()) };
    let Some((found, slug)) = store::name(&mut desk.db().read().await?.conn(), id).await? else {
        return Ok(Vec::new());
    };
    let mut ways = Vec::new();
    let mut put = |place: &str, key: &str, value: Value| {
        let mut way = document.clone();
        way[place][key] = value;
        ways.push(way);
    };
    if found == Kind::FIELD && kind != Kind::FIELD {
        put("matter", "fields", json!([slug]));
    }
    for input in inputs_of(kind) {
        match input.asks {
            Asks::Slug(asked) if asked == found => put("table", input.key, json!(slug)),
            Asks::Slugs(asked) if asked == found => put("table", input.key, json!([slug])),
            Asks::Rows(row) => {
                for row in rows_with(row, found, &slug) {
                    put("table", input.key, json!([row]));
                }
            }
            _ => {}
        }
    }
    Ok(ways)
}

/// Rows that name an entry and are complete otherwise, one for each word that they can have.
fn rows_with(inputs: &[Input], kind: Kind, slug: &str) -> Vec<Value> {
    let Some(named) = inputs.iter().find(|input| matches!(input.asks, Asks::Slug(asked) if asked == kind)) else {
        return Vec::new();
    };
    let others: Vec<&Input> = inputs.iter().filter(|input| input.required && input.key != named.key).collect();
    match others.as_slice() {
        [word] => words_of(word).into_iter().map(|text| json!({ named.key: slug, word.key: text })).collect(),
        [] => vec![json!({ named.key: slug })],
        _ => Vec::new(),
    }
}

fn words_of(input: &Input) -> Vec<&'static str> {
    match input.asks {
        Asks::Choice(_, words) => words(),
        _ => Vec::new(),
    }
}
