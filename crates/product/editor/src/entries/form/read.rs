//! From what somebody typed to a document, or to what is wrong with it.

use anyhow::Context as _;
use archive::Document;
use base::{Email, Slug, VideoAddress};
use edtf::{Certainty, When};
use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input, MOST_ROWS};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use web::Ctx;
use web::form::YES;

use super::faults::{self, Faults, Places, is_within};
use super::layout::{ALL_CLAIMS, ALL_LINKS, Part, WITHDRAWN_WHY};
use super::picks::{self, Picked, Picks};
use super::values::Values;
use super::write::at;
use super::{claims, scalar};

/// A document that was read, and where in the form each part of it stands.
#[derive(Debug)]
pub(crate) struct Read {
    /// The document.
    pub(crate) document: Document,
    /// Where its rows stand.
    pub(crate) places: Places,
}

/// A form that was sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sent<'a> {
    /// Its fields.
    pub(crate) parts: &'a [Part],
    /// What they hold.
    pub(crate) values: &'a Values,
    /// What they held when the form was shown. What somebody leaves as it is stays as it is in the document, to the letter.
    pub(crate) shown: &'a Values,
    /// The entries that they name.
    pub(crate) picks: &'a Picks,
}

/// Reads a form on top of the document that it was made from; what the form does not ask stays as it was.
///
/// # Errors
/// What is wrong with the fields; the document is not made then.
pub(crate) fn read(ctx: &Ctx, base: &Document, sent: Sent<'_>) -> anyhow::Result<Result<Read, Faults>> {
    let mut json = serde_json::to_value(base)?;
    let mut reader = Reader::new(ctx, sent);
    reader.fill(&mut json)?;
    reader.when(&mut json)?;
    if !reader.faults.is_empty() {
        return Ok(Err(reader.faults));
    }
    json["matter"]["updated"] = json!(reader.now);
    let places = reader.places;
    match serde_json::from_value(json) {
        Ok(document) => Ok(Ok(Read { document, places })),
        Err(error) => {
            // Each field was looked at, so the types have nothing left to refuse.
            tracing::warn!(%error, "what a form was read as is no document");
            Ok(Err(Faults::from([(String::new(), ctx.t("entry-unfit"))])))
        }
    }
}

/// As [`read()`], for anything that has a JSON form.
///
/// # Errors
/// What is wrong with the fields.
pub(crate) fn read_json(ctx: &Ctx, mut json: Value, sent: Sent<'_>) -> anyhow::Result<Result<(Value, Places), Faults>> {
    let mut reader = Reader::new(ctx, sent);
    reader.fill(&mut json)?;
    Ok(if reader.faults.is_empty() { Ok((json, reader.places)) } else { Err(reader.faults) })
}

/// Sets the value at a path, or removes it.
fn put(json: &mut Value, path: &str, value: Option<Value>) -> anyhow::Result<()> {
    let (parents, key) = path.rsplit_once('.').unwrap_or(("", path));
    let parent = parents.split('.').filter(|step| !step.is_empty()).try_fold(json, |json, step| {
        let object = json.as_object_mut()?;
        Some(object.entry(step).or_insert_with(|| Value::Object(Map::new())))
    });
    let object = parent.and_then(Value::as_object_mut).with_context(|| format!("no object for {path}"))?;
    match value {
        Some(value) => object.insert(key.to_owned(), value),
        None => object.remove(key),
    };
    Ok(())
}

struct Reader<'a> {
    ctx: &'a Ctx,
    parts: &'a [Part],
    values: &'a Values,
    shown: &'a Values,
    picks: &'a Picks,
    now: Timestamp,
    faults: Faults,
    places: Places,
}

impl<'a> Reader<'a> {
    fn new(ctx: &'a Ctx, Sent { parts, values, shown, picks }: Sent<'a>) -> Self {
        let now = ctx.state().clock.now();
        Self { ctx, parts, values, shown, picks, now, faults: Faults::new(), places: Places::default() }
    }

    /// Puts what the form says into the document that it was made from.
    fn fill(&mut self, json: &mut Value) -> anyhow::Result<()> {
        for place in self.parts.iter().flat_map(|part| &part.places) {
            let name = place.name();
            if self.is_unchanged(&name, at(json, &name)) {
                self.note_rows(&name, at(json, &name));
                continue;
            }
            let value = match place.input.asks {
                _ if name == ALL_LINKS => self.links(place.input, at(json, ALL_LINKS)),
                Asks::Sources | Asks::Choices(..) | Asks::Slugs(Kind::FIELD) => {
                    in_order_of(at(json, &name), self.value(&name, place.input))
                }
                _ => self.value(&name, place.input),
            };
            put(json, &name, value)?;
        }
        Ok(())
    }

    /// Whether somebody has left a field as it was shown, and there is something in it.
    fn is_unchanged(&self, name: &str, before: Option<&Value>) -> bool {
        let is_something = match before {
            None => false,
            Some(Value::String(text)) => !text.is_empty(),
            Some(Value::Array(rows)) => !rows.is_empty(),
            Some(_) => true,
        };
        is_something && self.values.of(name) == self.shown.of(name)
    }

    /// The rows of a list that was left as it was; links that were withdrawn are not in the form.
    fn note_rows(&mut self, name: &str, before: Option<&Value>) {
        let rows = before.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let shown = rows.iter().enumerate().filter(|(_, row)| name != ALL_LINKS || !is_withdrawn(row));
        for (row, (place, _)) in shown.enumerate() {
            self.places.set(name, place, row);
        }
    }

    fn value(&mut self, name: &str, input: &Input) -> Option<Value> {
        let value = match input.asks {
            Asks::Localized => self.localized(name, input.required),
            Asks::Picture => self.picture(name),
            Asks::Rows(inputs) => self.rows(name, inputs),
            Asks::Slugs(kind) if kind != Kind::FIELD => self.slugs(name),
            _ => match self.values.get(name) {
                "" => None,
                text => self.scalar(name, text, input),
            },
        };
        let is_missing = value.is_none() && input.required && !matches!(input.asks, Asks::Localized);
        if is_missing && !self.faults.contains_key(name) {
            self.report(name, self.ctx.t("entry-missing"));
        }
        // Texts that may be empty are still texts.
        match (value, input.asks) {
            (None, Asks::Text | Asks::Markdown) => Some(json!("")),
            (value, _) => value,
        }
    }

    fn scalar(&mut self, name: &str, text: &str, input: &Input) -> Option<Value> {
        let read = match input.asks {
            Asks::Number => scalar::number(self.ctx, text),
            Asks::Ordinal => scalar::ordinal(self.ctx, text),
            Asks::Amount => scalar::amount(self.ctx, text),
            Asks::Time => scalar::time(self.ctx, text),
            Asks::Address if name == "matter.sign_language" => {
                VideoAddress::parse(text).map(|_| json!(text)).map_err(|_| self.ctx.t("entry-no-video"))
            }
            Asks::Address => scalar::address(self.ctx, text),
            Asks::When => self.edtf(text).map(|when| json!(when.edtf().to_string())),
            Asks::Flag => Ok(json!(text == YES)),
            Asks::Choice(_, words) => scalar::choice(self.ctx, text, &words()),
            Asks::Choices(_, words) => {
                text.lines().map(|word| scalar::choice(self.ctx, word, &words())).collect::<Result<Value, _>>()
            }
            Asks::Slugs(_) | Asks::Sources => Ok(text.lines().map(|word| json!(word)).collect()),
            Asks::EntryOr(word, key) if text == self.ctx.t(key) => Ok(json!(word)),
            Asks::Slug(_) | Asks::Entry | Asks::EntryOr(..) => self.picked(name),
            Asks::Markdown => scalar::markdown(self.ctx, text),
            Asks::Email => text.parse::<Email>().map(|email| json!(email)).map_err(|_| self.ctx.t("entry-no-email")),
            Asks::Line if name == "slug" => {
                Slug::parse(text).map(|_| json!(text)).map_err(|_| self.ctx.t("entry-no-slug"))
            }
            _ => Ok(json!(text)),
        };
        read.map_err(|message| self.report(name, message)).ok()
    }

    /// The entry that a field names: its slug where the kind is known, else folder and slug.
    fn picked(&self, name: &str) -> Result<Value, String> {
        match self.picks.get(name) {
            Some(Picked::One(value)) => Ok(json!(value)),
            Some(Picked::Several(_)) => Err(self.ctx.t("entry-pick-several")),
            Some(Picked::Nothing) | None => Err(self.ctx.t("entry-pick-nothing")),
        }
    }

    /// A picture from the list; one that was named beside it has taken its place already, if there is one.
    fn picture(&mut self, name: &str) -> Option<Value> {
        let named = format!("{name}.{}", picks::NAMED);
        if self.picks.get(&named) == Some(&Picked::Nothing) {
            self.report(&named, self.ctx.t("entry-no-picture"));
        }
        Some(self.values.get(name)).filter(|slug| !slug.is_empty()).map(|slug| json!(slug))
    }

    fn edtf(&self, text: &str) -> Result<When, String> {
        scalar::when(self.ctx, text).map(|reading| reading.when)
    }

    /// A date and how sure it is go together. What the words say of that counts more than the list.
    fn when(&mut self, json: &mut Value) -> anyhow::Result<()> {
        let (when, certainty) = ("matter.when", "matter.certainty");
        if self.is_unchanged(when, at(json, when)) && self.is_unchanged(certainty, at(json, certainty)) {
            return Ok(());
        }
        let text = self.values.get(when);
        let certainty = match scalar::when(self.ctx, text) {
            Ok(read) if read.when.certainty() != Certainty::Fixed => Some(read.when.certainty()),
            Ok(_) => Certainty::from_code(self.values.get("matter.certainty")).or(Some(Certainty::Fixed)),
            Err(_) => None,
        };
        put(json, "matter.certainty", certainty.map(|certainty| json!(certainty.code())))
    }

    fn localized(&mut self, name: &str, required: bool) -> Option<Value> {
        let german = self.values.get(&format!("{name}.de"));
        let english = self.values.get(&format!("{name}.en"));
        if german.is_empty() && (required || !english.is_empty()) {
            self.report(&format!("{name}.de"), self.ctx.t("entry-missing-german"));
        }
        match (german, english) {
            ("", _) => None,
            (german, "") => Some(json!({ "de": german })),
            (german, english) => Some(json!({ "de": german, "en": english })),
        }
    }

    fn slugs(&mut self, name: &str) -> Option<Value> {
        let mut slugs = Vec::new();
        for row in 0..self.values.rows(name) {
            let field = format!("{name}.{row}.slug");
            if self.values.get(&field).is_empty() {
                continue;
            }
            match self.picked(&field) {
                Ok(slug) => {
                    self.places.set(name, slugs.len(), row);
                    slugs.push(slug);
                }
                Err(message) => self.report(&field, message),
            }
        }
        self.count(name, slugs.len());
        (!slugs.is_empty()).then(|| slugs.into())
    }

    fn rows(&mut self, name: &str, inputs: &[Input]) -> Option<Value> {
        let mut rows = Vec::new();
        for row in 0..self.values.rows(name) {
            let start = format!("{name}.{row}");
            if self.is_blank(&start, inputs) {
                continue;
            }
            self.places.set(name, rows.len(), row);
            rows.push(self.row(&start, inputs));
        }
        self.count(name, rows.len());
        (!rows.is_empty()).then(|| rows.into())
    }

    fn row(&mut self, start: &str, inputs: &[Input]) -> Value {
        let mut object = Map::new();
        for input in inputs {
            if let Some(value) = self.value(&format!("{start}.{}", input.key), input) {
                object.insert(input.key.to_owned(), value);
            }
        }
        let row = Value::Object(object);
        if is_within(start, ALL_CLAIMS)
            && !self.faults.keys().any(|fault| is_within(fault, start))
            && let Some((key, why)) = claims::misfit(&row)
        {
            self.report(&format!("{start}.{key}"), self.ctx.t(why));
        }
        row
    }

    /// A row in which nothing was typed or chosen. What a new row holds by itself does not count.
    fn is_blank(&self, start: &str, inputs: &[Input]) -> bool {
        inputs.iter().all(|input| {
            let name = format!("{start}.{}", input.key);
            match input.asks {
                Asks::Key => true,
                Asks::Localized => {
                    ["de", "en"].iter().all(|language| self.values.get(&format!("{name}.{language}")).is_empty())
                }
                // A list from which something must be chosen begins with its first word.
                Asks::Choice(_, words) if input.required => {
                    let chosen = self.values.get(&name);
                    chosen.is_empty() || words().first() == Some(&chosen)
                }
                _ => self.values.get(&name).is_empty(),
            }
        })
    }

    /// Refuses a list that is too long.
    fn count(&mut self, name: &str, rows: usize) {
        if rows > MOST_ROWS {
            let mut places = self.parts.iter().flat_map(|part| &part.places);
            let label = places.find(|place| place.name() == name).map(|place| self.ctx.t(place.input.label));
            self.report(name, faults::too_many(self.ctx, &label.unwrap_or_default(), rows));
        }
    }

    /// Links: those that stand may be taken back with a reason; those that were, stay so.
    fn links(&mut self, input: &Input, before: Option<&Value>) -> Option<Value> {
        let Asks::Rows(inputs) = input.asks else { return None };
        let mut links = match self.rows(ALL_LINKS, inputs) {
            Some(Value::Array(links)) => links,
            _ => Vec::new(),
        };
        for (place, link) in links.iter_mut().enumerate() {
            let row = self.places.row(ALL_LINKS, place);
            let why = row.map_or("", |row| self.values.get(&format!("{row}.{WITHDRAWN_WHY}")));
            if !why.is_empty() {
                link["withdrawn"] = json!({ "at": self.now, "why": why });
            }
        }
        let gone = before.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        links.extend(gone.iter().filter(|link| is_withdrawn(link)).cloned());
        (!links.is_empty()).then(|| links.into())
    }

    fn report(&mut self, name: &str, message: String) {
        self.faults.insert(name.to_owned(), message);
    }
}

/// Boxes say what is ticked, not in which order it stood: what stays keeps its place, what is new follows.
fn in_order_of(before: Option<&Value>, after: Option<Value>) -> Option<Value> {
    let (Some(Value::Array(before)), Some(Value::Array(after))) = (before, &after) else { return after };
    let kept = before.iter().filter(|item| after.contains(item));
    let new = after.iter().filter(|item| !before.contains(item));
    Some(kept.chain(new).cloned().collect())
}

fn is_withdrawn(link: &Value) -> bool {
    link.get("withdrawn").is_some_and(|gone| !gone.is_null())
}
