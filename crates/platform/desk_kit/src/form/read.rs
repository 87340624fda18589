//! From a form that was sent to a document, or to its faults.

use anyhow::Context as _;
use base::{Email, Slug, VideoAddress};
use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input, MOST_ROWS};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use web::Ctx;
use web::form::YES;

use super::faults::{self, Faults, Places, is_within, missing};
use super::filled::Filled;
use super::layout::{Part, WITHDRAWN_WHY, label_of};
use super::picks::{Picked, Picks};
use super::rows::is_list;
use super::scalar;
use super::values::Values;
use super::when::{self, Room};
use super::write::{at, is_withdrawn};

/// A form that was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// Its fields.
    pub parts: &'a [Part],
    /// Their texts.
    pub values: &'a Values,
    /// Their texts when the form was shown. A field that somebody leaves alone stays as it is in the document, to the letter.
    pub shown: &'a Values,
    /// The entries that they name.
    pub picks: &'a Picks,
}

impl<'a> Sent<'a> {
    /// A form as it was sent; `shown` are its texts when it was shown.
    pub fn of(parts: &'a [Part], filled: &'a Filled, shown: &'a Values) -> Self {
        Self { parts, values: &filled.values, shown, picks: &filled.picks }
    }

    /// True if somebody has left a field as it was shown, and its value `before` is not empty.
    pub fn is_unchanged(self, name: &str, before: Option<&Value>) -> bool {
        let is_something = match before {
            None => false,
            Some(Value::String(text)) => !text.is_empty(),
            Some(Value::Array(rows)) => !rows.is_empty(),
            Some(_) => true,
        };
        is_something && self.values.of(name) == self.shown.of(name)
    }
}

/// Reads a form on top of the document that it was made from; all that the form does not ask for stays as it was.
/// Returns the document, and where in the form its rows stand.
///
/// # Errors
/// The faults of the fields; then there is no document. Breakage if the document has no room for a field.
pub fn read(ctx: &Ctx, json: Value, sent: Sent<'_>) -> anyhow::Result<Result<(Value, Places), Faults>> {
    let read = Reader::new(ctx, sent, None).read(json)?;
    Ok(read.map(|read| (read.document, read.places)))
}

/// As [`read`], but a field that names no entry is left out instead of refused; where it would have to change something that the
/// document holds, its whole list stays as it was.
///
/// # Errors
/// As [`read`].
pub fn read_known(ctx: &Ctx, json: Value, sent: Sent<'_>) -> anyhow::Result<Result<Known, Faults>> {
    Reader::new(ctx, sent, Some(Faults::new())).read(json)
}

/// A document without what its form names and nobody knows.
#[derive(Debug)]
pub struct Known {
    /// The document.
    pub document: Value,
    /// Where in the form its rows stand.
    pub places: Places,
    /// The fields that were left out, with the reasons.
    pub left: Faults,
}

/// Sets the value at a path, or removes it.
pub(super) fn put(json: &mut Value, path: &str, value: Option<Value>) -> anyhow::Result<()> {
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

pub(super) struct Reader<'a> {
    pub(super) ctx: &'a Ctx,
    pub(super) sent: Sent<'a>,
    now: Timestamp,
    faults: Faults,
    places: Places,
    /// The fields that name no entry, if those are left out.
    left: Option<Faults>,
}

impl<'a> Reader<'a> {
    fn new(ctx: &'a Ctx, sent: Sent<'a>, left: Option<Faults>) -> Self {
        let now = ctx.state().clock.now();
        Self { ctx, sent, now, faults: Faults::new(), places: Places::default(), left }
    }

    fn read(mut self, mut document: Value) -> anyhow::Result<Result<Known, Faults>> {
        self.fill(&mut document)?;
        let Self { faults, places, left, .. } = self;
        let left = left.unwrap_or_default();
        Ok(if faults.is_empty() { Ok(Known { document, places, left }) } else { Err(faults) })
    }

    /// Puts the values of the form into the document that it was made from.
    fn fill(&mut self, json: &mut Value) -> anyhow::Result<()> {
        for place in self.sent.parts.iter().flat_map(|part| &part.places) {
            let (name, input) = (place.name(), place.input);
            let before = at(json, &name);
            if self.sent.is_unchanged(&name, before) {
                self.places.note(&name, before, input);
                continue;
            }
            let value = match input.asks {
                Asks::Standing(inputs) => self.standing(&name, input, inputs, before),
                Asks::Sources | Asks::Choices(..) | Asks::Slugs(Kind::FIELD) => {
                    in_order_of(before, self.value(&name, input))
                }
                _ => self.value(&name, input),
            };
            if self.leaves_held(&name, before) {
                self.places.note(&name, before, input);
                continue;
            }
            // A list that must not be empty is one all the same.
            let is_bare = value.is_none() && self.is_left(&name) && is_list(input);
            put(json, &name, if is_bare { Some(json!([])) } else { value })?;
        }
        self.put_hours(json)
    }

    fn value(&mut self, name: &str, input: &Input) -> Option<Value> {
        let value = match input.asks {
            Asks::Localized | Asks::LocalizedText => self.localized(name, input),
            Asks::Rows(inputs) => self.rows(name, input, inputs),
            Asks::Slugs(kind) if kind != Kind::FIELD => self.slugs(name),
            _ => match self.sent.values.get(name) {
                "" => None,
                text => self.scalar(name, text, input),
            },
        };
        let is_told = matches!(input.asks, Asks::Localized | Asks::LocalizedText);
        let is_missing = value.is_none() && input.required && !is_told;
        if is_missing && !self.faults.contains_key(name) && !self.is_left(name) {
            self.report(name, missing(self.ctx, &input.label_in(self.ctx)));
        }
        // Texts that may be empty are still texts.
        match (value, input.asks) {
            (None, Asks::Text | Asks::Markdown) => Some(json!("")),
            (value, _) => value,
        }
    }

    fn scalar(&mut self, name: &str, text: &str, input: &Input) -> Option<Value> {
        self.measure(name, text, input);
        let read = match input.asks {
            Asks::Number => scalar::number(self.ctx, text),
            Asks::Ordinal => scalar::ordinal(self.ctx, text),
            Asks::Amount => scalar::amount(self.ctx, text),
            Asks::Time => scalar::time(self.ctx, text),
            Asks::Video => VideoAddress::parse(text).map(|_| json!(text)).map_err(|_| self.ctx.t("input-no-video")),
            Asks::Address => scalar::address(self.ctx, text),
            Asks::When => when::read(self.ctx, text, Room::of(input, self.sent.parts))
                .map(|read| json!(read.when.edtf().to_string())),
            Asks::Flag => Ok(json!(text == YES)),
            Asks::Choice(_, words) => scalar::choice(self.ctx, text, &words()),
            Asks::Choices(_, words) => {
                text.lines().map(|word| scalar::choice(self.ctx, word, &words())).collect::<Result<Value, _>>()
            }
            Asks::Slugs(_) | Asks::Sources => Ok(text.lines().map(|word| json!(word)).collect()),
            Asks::EntryOr(word, key) if text == self.ctx.t(key) => Ok(json!(word)),
            Asks::Slug(_) | Asks::Entry | Asks::EntryOr(..) => match self.picked(name) {
                Err(message) if self.leave(name, &message) => return None,
                picked => picked,
            },
            Asks::Markdown => scalar::markdown(self.ctx, text),
            Asks::Email => text.parse::<Email>().map(|email| json!(email)).map_err(|_| self.ctx.t("input-no-email")),
            Asks::Name => Slug::parse(text).map(|_| json!(text)).map_err(|_| self.ctx.t("input-no-slug")),
            Asks::Lines => Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()),
            Asks::Shaped(shape) => shape.read(self.ctx, text),
            _ => Ok(json!(text)),
        };
        read.map_err(|message| self.report(name, message)).ok()
    }

    /// The entry that a field names: its slug where the kind is known, else folder and slug.
    fn picked(&self, name: &str) -> Result<Value, String> {
        match self.sent.picks.get(name) {
            Some(Picked::One(value)) => Ok(json!(value)),
            Some(Picked::Several(found)) => Err(self.ctx.t_count("input-pick-several", found.total)),
            Some(Picked::Alike(_) | Picked::Nothing) | None => Err(self.ctx.t("input-pick-nothing")),
        }
    }

    /// Leaves a field out that names no entry, if the form is read so.
    fn leave(&mut self, name: &str, message: &str) -> bool {
        let left = self.left.as_mut();
        left.map(|left| left.insert(name.to_owned(), message.to_owned())).is_some()
    }

    /// True if something in a field was left out.
    fn is_left(&self, name: &str) -> bool {
        self.left.iter().flat_map(Faults::keys).any(|left| is_within(left, name))
    }

    /// True if something was left out where the document holds something already.
    fn leaves_held(&self, name: &str, before: Option<&Value>) -> bool {
        let left = self.left.iter().flat_map(Faults::keys).filter(|left| is_within(left, name));
        let held = match before {
            None => return false,
            Some(Value::Array(rows)) => rows.iter().filter(|row| !is_withdrawn(row)).count(),
            Some(_) => usize::MAX,
        };
        let row = |left: &String| left[name.len()..].split('.').nth(1).and_then(|row| row.parse::<usize>().ok());
        left.map(row).any(|row| row.unwrap_or(0) < held)
    }

    fn localized(&mut self, name: &str, input: &Input) -> Option<Value> {
        let [german, english] = ["de", "en"].map(|language| {
            let name = format!("{name}.{language}");
            let text = self.sent.values.get(&name);
            self.measure(&name, text, input);
            text
        });
        if german.is_empty() && (input.required || !english.is_empty()) {
            let label = input.label_in(self.ctx);
            self.report(&format!("{name}.de"), self.ctx.t_with("input-missing-german", "label", label));
        }
        match (german, english) {
            ("", _) => None,
            (german, "") => Some(json!({ "de": german })),
            (german, english) => Some(json!({ "de": german, "en": english })),
        }
    }

    fn slugs(&mut self, name: &str) -> Option<Value> {
        let mut slugs = Vec::new();
        for row in 0..self.sent.values.rows(name) {
            let field = format!("{name}.{row}.slug");
            if self.sent.values.get(&field).is_empty() {
                continue;
            }
            match self.picked(&field) {
                Ok(slug) => {
                    self.places.set(name, slugs.len(), row);
                    slugs.push(slug);
                }
                Err(message) if self.leave(&field, &message) => {}
                Err(message) => self.report(&field, message),
            }
        }
        self.count(name, slugs.len());
        (!slugs.is_empty()).then(|| slugs.into())
    }

    fn rows(&mut self, name: &str, input: &Input, inputs: &[Input]) -> Option<Value> {
        let mut rows = Vec::new();
        for row in 0..self.sent.values.rows(name) {
            let start = format!("{name}.{row}");
            if self.is_blank(&start, inputs) {
                continue;
            }
            let object = self.row(&start, inputs);
            if inputs.iter().any(|input| input.required && self.is_left(&format!("{start}.{}", input.key))) {
                continue;
            }
            self.places.set(name, rows.len(), row);
            self.keep_rule(&start, input, &object);
            rows.push(object);
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
        Value::Object(object)
    }

    /// The rule of the rows, for a row whose fields are sound.
    fn keep_rule(&mut self, start: &str, input: &Input, row: &Value) {
        if !self.faults.keys().any(|fault| is_within(fault, start))
            && let Some((key, why)) = input.rule.and_then(|rule| rule(row))
        {
            self.report(&format!("{start}.{key}"), self.ctx.t(why));
        }
    }

    /// A row in which nothing was typed or chosen. What a new row holds by itself does not count.
    fn is_blank(&self, start: &str, inputs: &[Input]) -> bool {
        inputs.iter().all(|input| {
            let name = format!("{start}.{}", input.key);
            match input.asks {
                Asks::Key => true,
                Asks::Localized | Asks::LocalizedText => {
                    ["de", "en"].iter().all(|language| self.sent.values.get(&format!("{name}.{language}")).is_empty())
                }
                // A list from which something must be chosen begins with its first word.
                Asks::Choice(_, words) if input.required => {
                    let chosen = self.sent.values.get(&name);
                    chosen.is_empty() || words().first() == Some(&chosen)
                }
                _ => self.sent.values.get(&name).is_empty(),
            }
        })
    }

    /// Refuses a text that is too long.
    fn measure(&mut self, name: &str, text: &str, input: &Input) {
        let count = text.chars().count();
        if let Some(most) = input.most.filter(|most| count > *most) {
            let args = [("most", most.into()), ("count", count.into())];
            self.report(name, self.ctx.t_args("input-too-long", &args));
        }
    }

    /// Refuses a list that is too long.
    fn count(&mut self, name: &str, rows: usize) {
        if rows > MOST_ROWS {
            let label = label_of(self.ctx, self.sent.parts, name);
            self.report(name, faults::too_many(self.ctx, &label, rows));
        }
    }

    /// Rows that stand may be taken back with a reason; those that were, stay so.
    fn standing(&mut self, name: &str, input: &Input, inputs: &[Input], before: Option<&Value>) -> Option<Value> {
        let mut rows = match self.rows(name, input, inputs) {
            Some(Value::Array(rows)) => rows,
            _ => Vec::new(),
        };
        for (place, row) in rows.iter_mut().enumerate() {
            let shown = self.places.row(name, place);
            let why = shown.map_or("", |shown| self.sent.values.get(&format!("{shown}.{WITHDRAWN_WHY}")));
            if !why.is_empty() {
                row["withdrawn"] = json!({ "at": self.now, "why": why });
            }
        }
        let gone = before.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        rows.extend(gone.iter().filter(|row| is_withdrawn(row)).cloned());
        (!rows.is_empty()).then(|| rows.into())
    }

    pub(super) fn report(&mut self, name: &str, message: String) {
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
