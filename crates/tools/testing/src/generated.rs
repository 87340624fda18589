//! Files of entries that a seed makes: every kind, every key that the format knows, with all that may stand there.

use archive::Folder;
use claims::{ClaimKind, Qualifier, Unit};
use golden_thread::entry::GapSide;
use golden_thread::sheet::{Asks, Input};
use golden_thread::{Kind, Relation};
use toml::{Table, Value};

pub use crate::dice::Dice;

/// A plain entry, for tests that need just one.
pub struct Entry<'a> {
    /// Its German title.
    pub title: &'a str,
    /// More keys of the card.
    pub matter: &'a str,
    /// The table of its kind, and tables of the card.
    pub table: &'a str,
    /// Its text in Markdown.
    pub body: &'a str,
}

impl<'a> Entry<'a> {
    /// One with a title and a text, and nothing else.
    pub const fn new(title: &'a str) -> Self {
        Self { title, matter: "", table: "", body: "Ein Text." }
    }
}

/// The file of a plain entry.
pub fn entry(Entry { title, matter, table, body }: Entry<'_>) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"Zur Probe.\"\nupdated = \"2026-11-23T12:00:00Z\"\n{matter}\n{table}\n+++\n\n{body}\n"
    )
}

/// All that entries can refer to.
pub struct World {
    entries: Vec<(Kind, String)>,
    sources: Vec<String>,
    towns: Vec<String>,
    /// Pictures, in the media or gone for ever.
    pub pictures: Vec<String>,
}

impl World {
    /// The world of a folder.
    pub fn of(folder: &Folder) -> Self {
        let entries = folder.0.keys().filter_map(|path| {
            let (folder, slug) = path.strip_suffix(".md")?.split_once('/')?;
            Some((Kind::from_folder(folder)?, slug.to_owned())).filter(|(_, slug)| !slug.contains('.'))
        });
        let keys = |file: &str, list: &str, key: &str| -> Vec<String> {
            let table: Table = folder.0[file].parse().unwrap();
            let rows = table[list].as_array().unwrap().iter();
            rows.map(|row| row[key].as_str().unwrap().to_owned()).collect()
        };
        Self {
            entries: entries.collect(),
            sources: keys("sources.toml", "source", "key"),
            towns: keys("municipalities.toml", "municipality", "ags"),
            pictures: vec!["nie-gesehen".to_owned()],
        }
    }

    fn of_kind(&self, kind: Kind) -> Vec<String> {
        self.entries.iter().filter(|(other, _)| *other == kind).map(|(_, slug)| slug.clone()).collect()
    }

    fn references(&self) -> Vec<String> {
        self.entries.iter().map(|(kind, slug)| format!("{}/{slug}", kind.folder())).collect()
    }

    /// The file of an entry whose lists have up to so many rows.
    pub fn file(&self, dice: &mut Dice, kind: Kind, rows: usize) -> String {
        let mut front = Table::new();
        let mut put = |key: &str, value: Option<Value>| _ = value.and_then(|value| front.insert(key.to_owned(), value));
        put("title", Some(dice.text().into()));
        put("summary", Some(if dice.coin() { dice.lines() } else { String::new() }.into()));
        put("updated", Some("2026-11-23T12:00:00Z".into()));
        if dice.coin() {
            put("when", Some(dice.when()));
            let certainty = *dice.one(&edtf::Certainty::ALL);
            put("certainty", Some(certainty.code().into()));
        }
        put("number", dice.coin().then(|| i64::try_from(dice.below(99)).unwrap().into()));
        if kind != Kind::FIELD {
            put("fields", Some(some(dice, &self.of_kind(Kind::FIELD), 3).into()));
        }
        put("municipality", dice.coin().then(|| dice.one(&self.towns).as_str().into()));
        put("sources", Some(some(dice, &self.sources, 4).into()));
        put("picture", dice.coin().then(|| dice.one(&self.pictures).as_str().into()));
        put("highlight", dice.coin().then(|| true.into()));
        put("sign_language", dice.coin().then(|| "https://video.example/dgs".into()));
        let count = |dice: &mut Dice| if rows > 100 { rows } else { dice.below(rows + 1) };
        put("claims", Some((0..count(dice)).map(|_| self.claim(dice)).collect::<Vec<_>>().into()));
        put("links", Some(self.links(dice, rows).into()));
        put("gaps", Some((0..count(dice)).map(|_| gap(dice)).collect::<Vec<_>>().into()));
        if let Some(name) = kind.table() {
            put(name, Some(self.table(dice, golden_thread::sheet::inputs_of(kind), rows).into()));
        }
        format!("+++\n{}+++\n\n{}\n", toml::to_string(&front).unwrap(), dice.lines().trim())
    }

    fn claim(&self, dice: &mut Dice) -> Value {
        let mut claim = Table::from_iter([("kind".to_owned(), dice.one(&ClaimKind::ALL).code().into())]);
        let number = i64::try_from(dice.below(5_000)).unwrap();
        let mut put = |key: &str, value: Value| _ = claim.insert(key.to_owned(), value);
        let qualifier = match dice.below(4) {
            0 => Qualifier::Hundreds,
            1 => {
                put("min", number.into());
                put("max", (number + 1_500).into());
                Qualifier::About
            }
            2 => {
                put("value", Value::Float(1.5));
                Qualifier::MoreThan
            }
            _ => {
                put("value", number.into());
                *dice.one(&[Qualifier::Exact, Qualifier::About, Qualifier::AtLeast, Qualifier::MoreThan])
            }
        };
        put("qualifier", qualifier.code().into());
        put("unit", Unit::Days.code().into());
        if dice.coin() {
            put("when", dice.when());
            put("source", dice.one(&self.sources).as_str().into());
            put("note", dice.localized());
        }
        claim.into()
    }

    /// Links to different entries, so that none is there twice and none closes a circle.
    fn links(&self, dice: &mut Dice, rows: usize) -> Vec<Value> {
        const ONWARD: [Relation; 8] = [
            Relation::LedTo,
            Relation::SharpenedInto,
            Relation::ImplementedBy,
            Relation::DocumentedIn,
            Relation::HandedTo,
            Relation::AnsweredBy,
            Relation::ContinuedAs,
            Relation::ReplacedBy,
        ];
        let references = self.references();
        let bodies = self.of_kind(Kind::BODY);
        let all = ONWARD.iter().flat_map(|relation| references.iter().map(move |to| (*relation, to)));
        let step = if rows > 100 { 1 } else { 1 + dice.below(60) };
        let chosen = all.step_by(step).take(rows);
        let link = |(relation, to): (Relation, &String)| {
            let mut link = Table::from_iter([("relation".to_owned(), relation.code().into())]);
            link.insert("to".to_owned(), to.as_str().into());
            if dice.coin() {
                link.insert("when".to_owned(), dice.when());
                link.insert("asserted_by".to_owned(), dice.one(&bodies).as_str().into());
                link.insert("source".to_owned(), dice.one(&self.sources).as_str().into());
                link.insert("note".to_owned(), dice.localized());
            }
            if dice.below(8) == 0 {
                let gone = [("at".to_owned(), "2026-11-22T12:00:00Z".into()), ("why".to_owned(), dice.text().into())];
                link.insert("withdrawn".to_owned(), Table::from_iter(gone).into());
            }
            Value::from(link)
        };
        chosen.map(link).collect()
    }

    fn table(&self, dice: &mut Dice, inputs: &[Input], rows: usize) -> Table {
        let mut table = Table::new();
        for input in inputs {
            let value = if input.required || dice.coin() { self.value(dice, input, rows) } else { None };
            table.extend(value.map(|value| (input.key.to_owned(), value)));
        }
        table
    }

    fn value(&self, dice: &mut Dice, input: &Input, rows: usize) -> Option<Value> {
        Some(match input.asks {
            Asks::Line | Asks::Key => dice.text().into(),
            Asks::Text | Asks::Markdown => dice.lines().into(),
            Asks::Localized | Asks::LocalizedText => dice.localized(),
            Asks::Lines => vec![dice.text(), dice.text()].into(),
            Asks::Address | Asks::Video => "https://doku.example/a?b=c&d=%20".into(),
            Asks::Email => "stelle@ort.example".into(),
            Asks::Number | Asks::Ordinal => i64::try_from(1 + dice.below(250)).unwrap().into(),
            Asks::Amount => Value::Float(1.5),
            Asks::Time => if input.key == "ends" { "24:00" } else { dice.one(&["00:00", "09:05", "23:59"]) }.into(),
            Asks::When => dice.when(),
            Asks::Flag => true.into(),
            Asks::Choice(_, words) => (*dice.one(&words())).into(),
            Asks::Choices(_, words) => {
                some(dice, &words().iter().map(ToString::to_string).collect::<Vec<_>>(), 3).into()
            }
            Asks::Slug(kind) => dice.one(&self.of_kind(kind)).as_str().into(),
            Asks::Slugs(kind) => some(dice, &self.of_kind(kind), 3).into(),
            Asks::EntryOr(word, _) if dice.coin() => word.into(),
            Asks::Entry | Asks::EntryOr(..) => dice.one(&self.references()).as_str().into(),
            Asks::Town => dice.one(&self.towns).as_str().into(),
            Asks::Source => dice.one(&self.sources).as_str().into(),
            Asks::Sources => some(dice, &self.sources, 3).into(),
            // Pictures must be there, names in addresses are given already, and only settings have shapes of their own.
            Asks::Picture | Asks::File | Asks::Name | Asks::Shaped(_) => return None,
            Asks::Rows(inputs) | Asks::Standing(inputs) => self.rows(dice, (input.key, inputs), rows).into(),
        })
    }

    /// Rows of a table. The items of a programme may be equal; the parts of a body may not.
    fn rows(&self, dice: &mut Dice, (key, inputs): (&str, &[Input]), rows: usize) -> Vec<Value> {
        let is_free = key == "programme";
        let count = if is_free && rows > 100 { rows } else { dice.below(rows.min(12) + 1) };
        let mut list: Vec<Value> = Vec::new();
        for _ in 0..count {
            let row = Value::from(self.table(dice, inputs, rows));
            let is_same = |other: &Value| ["body", "scope"].iter().all(|key| other.get(key) == row.get(key));
            if is_free || !list.iter().any(is_same) {
                list.push(row);
            }
        }
        list
    }
}

fn gap(dice: &mut Dice) -> Value {
    let side = dice.one(&GapSide::ALL).code();
    Table::from_iter([("side".to_owned(), side.into()), ("text".to_owned(), dice.localized())]).into()
}

/// Some of these, each once.
fn some(dice: &mut Dice, of: &[String], most: usize) -> Vec<Value> {
    let step = 1 + dice.below(7);
    of.iter().step_by(step).take(1 + dice.below(most)).map(|one| one.as_str().into()).collect()
}
