//! Adding a source from the form of an entry, for whoever may change the list of sources.

use accounts::Desk;
use archive::document::Fault;
use base::fold;
use desk_kit::form::{Filled, NewSource, Part, missing, scalar};
use serde_json::{Value, json};
use web::Error;

use super::actions::{self, Refusal};
use super::pages::{by, newest};
use super::{Register, SOURCES};
use crate::entries::form::in_words;
use crate::rights::CHANGE_LISTS;

/// Somebody else may save the list in between.
const ATTEMPTS: usize = 3;

/// Does what a button asks for that adds a source. False if it was no such button.
///
/// # Errors
/// Not allowed; breakage.
pub(crate) async fn press(desk: &Desk, parts: &[Part], filled: &mut Filled, button: &str) -> Result<bool, Error> {
    let Some(name) = button.strip_prefix("quelle:") else { return Ok(false) };
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    for new in filled.new_sources(parts, Some(name)) {
        add(desk, parts, filled, &new).await?;
    }
    Ok(true)
}

/// Adds the sources that were typed into a form that is about to be saved. What cannot be added is a fault of the form.
///
/// # Errors
/// Breakage.
pub(crate) async fn add_typed(desk: &Desk, parts: &[Part], filled: &mut Filled) -> Result<(), Error> {
    if CHANGE_LISTS.allows(&desk.person) {
        for new in filled.new_sources(parts, None) {
            add(desk, parts, filled, &new).await?;
        }
    }
    Ok(())
}

async fn add(desk: &Desk, parts: &[Part], filled: &mut Filled, new: &NewSource) -> Result<(), Error> {
    if new.title.is_empty() {
        filled.source_lacks_title(new, missing(desk, &desk.t("input-source-title")));
        return Ok(());
    }
    if !new.address.is_empty()
        && let Err(message) = scalar::address(desk, &new.address)
    {
        filled.source_lacks_address(new, message);
        return Ok(());
    }
    let name = if new.day.is_empty() { new.title.clone() } else { format!("{}, {}", new.title, new.day) };
    let told = desk.t_with("input-source-added", "name", name.as_str());
    for _ in 0..ATTEMPTS {
        match put(desk, &name, &new.address).await? {
            Put::Key(key) => {
                filled.source_added(new, &key, told);
                return Ok(());
            }
            Put::Refused(faults) => {
                let message = faults.first().map(|fault| in_words(desk, parts, fault)).unwrap_or_default();
                filled.source_lacks_title(new, message);
                return Ok(());
            }
            Put::Newer => {}
        }
    }
    filled.source_lacks_title(new, desk.t("input-source-busy"));
    Ok(())
}

/// The end of an attempt to add a source.
enum Put {
    /// It is there, under this key.
    Key(String),
    /// The list is refused.
    Refused(Vec<Fault>),
    /// Somebody else has saved the list since.
    Newer,
}

async fn put(desk: &Desk, name: &str, address: &str) -> Result<Put, Error> {
    let (head, mut document) = newest(desk, Register::Sources).await?;
    let rows = document.get_mut(SOURCES.key).and_then(Value::as_array_mut);
    let rows = rows.ok_or_else(|| anyhow::anyhow!("the list of sources is none"))?;
    // The same button, pressed twice, adds one.
    if let Some(key) = rows.iter().find(|row| is_same(row, name, address)).and_then(key) {
        return Ok(Put::Key(key));
    }
    let mut row = json!({ "name": { "de": name } });
    if !address.is_empty() {
        row["url"] = json!(address);
    }
    rows.push(row);
    Register::Sources.complete(&mut document);
    let added = document[SOURCES.key].as_array().and_then(|rows| key(rows.last()?)).unwrap_or_default();
    match actions::save(desk.state(), by(desk), (Register::Sources, head), &document).await {
        Ok(()) => Ok(Put::Key(added)),
        Err(Refusal::Newer) => Ok(Put::Newer),
        Err(Refusal::Unfit(faults)) => Ok(Put::Refused(faults)),
        Err(Refusal::Used(_)) => Err(anyhow::anyhow!("a source was lost from the list").into()),
        Err(Refusal::Broken(cause)) => Err(cause.into()),
    }
}

fn key(row: &Value) -> Option<String> {
    row.get("key").and_then(Value::as_str).map(ToOwned::to_owned)
}

/// True if a source has this name, and this address if one was typed.
fn is_same(row: &Value, name: &str, address: &str) -> bool {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let held = text(row.get("name").and_then(|name| name.get("de")));
    fold::words(&held) == fold::words(name) && (address.is_empty() || text(row.get("url")) == address)
}
