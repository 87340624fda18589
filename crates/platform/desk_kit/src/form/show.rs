//! The form as a page prints it.

use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input, Label};
use media::Sort;
use web::Ctx;
use web::form::{Choice, Control, Field};

use super::begin::Create;
use super::faults::{Faults, is_within};
use super::filled::Filled;
use super::hits::Hits;
use super::layout::{Part, WITHDRAWN_WHY};
use super::lists::Lists;
use super::medium::MediumField;
use super::merge::differences;
use super::picks::{CHOSEN, Picks};
use super::source::SourceFields;
use super::values::Values;
use super::when::{Room, Understanding};
use super::write::BETWEEN;

/// A part of the form.
#[derive(Debug)]
pub struct ShownPart {
    /// Its id in the page.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Its fields.
    pub items: Vec<Item>,
    /// Its fold.
    pub fold: Fold,
}

/// The fold of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Always all of it.
    Never,
    /// It can be folded, and is not.
    Open,
    /// It is folded; so many things are in it.
    Closed(usize),
}

/// A field, or rows of fields.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "a page has a few dozen of them, and templates look into them")]
pub enum Item {
    /// One field.
    One(Cell),
    /// Rows of several fields each.
    Rows(List),
}

/// A field as it is printed.
#[derive(Debug)]
pub enum Cell {
    /// A plain field.
    Plain(Field),
    /// A long text with a toolbar.
    Markdown(Field),
    /// A date, with how it is understood.
    When(Field, Understanding),
    /// The same in German and English.
    Pair(Field, Field),
    /// A picture or a file among tiles.
    Medium(MediumField),
    /// Another entry.
    Pick(Pick),
    /// Sources; the fields for a new one if somebody may add it; and what was done here.
    Source(Field, Option<SourceFields>, Option<String>),
}

/// A field that names another entry.
#[derive(Debug)]
pub struct Pick {
    /// The field.
    pub field: Field,
    /// The kind that the entry must be of.
    pub kind: Option<Kind>,
    /// The entries to choose from.
    pub found: Hits,
    /// The name of the field with the choice.
    pub chosen: String,
    /// The offer to begin the entry.
    pub create: Option<Create>,
    /// What was done here.
    pub told: Option<String>,
}

/// Rows of fields.
#[derive(Debug)]
pub struct List {
    /// The name of the list.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Its hint; may be empty.
    pub hint: String,
    /// The fault of the list as a whole.
    pub error: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// True if its rows stand: they are taken back with a reason instead of removed.
    pub stands: bool,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Its place, from 0.
    pub place: usize,
    /// Its content in one line; empty for a new one.
    pub line: String,
    /// True if its fields are in sight.
    pub is_open: bool,
    /// Its fields.
    pub cells: Vec<Cell>,
}

/// Makes a form ready to print. `kind` is the kind of the entry that it is about, if it is about one: texts of choices
/// may differ with it.
pub fn show(ctx: &Ctx, kind: Option<Kind>, parts: &[Part], filled: &Filled, lists: &Lists) -> Vec<ShownPart> {
    let Filled { values, picks, faults, touched, .. } = filled;
    let show = Show { ctx, kind, parts, filled, values, picks, faults, touched, lists };
    let part = |part: &Part| ShownPart {
        id: part.id,
        title: ctx.t(part.title),
        items: part.places.iter().map(|place| show.item(&place.name(), place.input)).collect(),
        fold: show.fold(part),
    };
    parts.iter().map(part).collect()
}

/// The name of the fields with the parts that are open, so that they stay so.
pub const OPEN: &str = "offen";

/// Opens the parts in which somebody has changed something: they had opened them, which no form says without scripts.
pub fn reopen(shown: &mut [ShownPart], parts: &[Part], before: &Values, now: &Values) {
    let changed = differences(parts, before, now);
    for (shown, part) in shown.iter_mut().zip(parts) {
        let holds = |name: &str| part.places.iter().any(|place| place.name() == name);
        if matches!(shown.fold, Fold::Closed(_)) && changed.iter().any(|one| holds(&one.name)) {
            shown.fold = Fold::Open;
        }
    }
}

/// The number of texts that say in one line what a row is about: enough to tell numbers apart, with unit and source.
const TEXTS_OF_LINE: usize = 6;

/// The most characters of such a line behind its first text: a row of sentences is told by the first.
const LONGEST_LINE: usize = 160;

struct Show<'a> {
    ctx: &'a Ctx,
    kind: Option<Kind>,
    parts: &'a [Part],
    filled: &'a Filled,
    values: &'a Values,
    picks: &'a Picks,
    faults: &'a Faults,
    touched: &'a str,
    lists: &'a Lists,
}

impl Show<'_> {
    fn fold(&self, part: &Part) -> Fold {
        if !part.folds {
            return Fold::Never;
        }
        if self.values.get(OPEN).lines().any(|id| id == part.id) {
            return Fold::Open;
        }
        let mut things = 0;
        for name in part.places.iter().map(|place| place.name()) {
            let is_faulty = self.faults.keys().any(|fault| is_within(fault, &name));
            let is_asked = self.picks.iter().any(|(pick, found)| is_within(pick, &name) && found.is_open());
            if is_faulty || is_asked || is_within(self.touched, &name) {
                return Fold::Open;
            }
            let rows = self.values.rows(&name);
            things += if rows > 0 { rows } else { self.values.get(&name).lines().count() };
        }
        Fold::Closed(things)
    }

    /// The content of a row in one line.
    fn line(cells: &[Cell]) -> String {
        // A row of sentences is told by the first of them.
        if let Some(Cell::Pair(first, _)) = cells.first()
            && matches!(first.control, Control::Lines(_))
            && !first.value.is_empty()
        {
            return first.value.clone();
        }
        let told = cells.iter().map(|cell| match cell {
            Cell::Plain(field) | Cell::Source(field, ..) => match &field.control {
                Control::Hidden | Control::Checks(_) | Control::Check => String::new(),
                Control::Choice(_) if field.value.is_empty() => String::new(),
                Control::Choice(choices) => choices
                    .iter()
                    .find(|choice| choice.value == field.value)
                    .map(|choice| choice.label.clone())
                    .unwrap_or_default(),
                _ => field.value.clone(),
            },
            Cell::Pick(pick) => pick.field.value.split(BETWEEN).next().unwrap_or_default().to_owned(),
            Cell::Markdown(field)
            | Cell::When(field, _)
            | Cell::Pair(field, _)
            | Cell::Medium(MediumField { field, .. }) => field.value.clone(),
        });
        let mut line = String::new();
        for text in told.filter(|text| !text.is_empty()).take(TEXTS_OF_LINE) {
            if !line.is_empty() && line.chars().count() + text.chars().count() > LONGEST_LINE {
                break;
            }
            line.push_str(if line.is_empty() { "" } else { ", " });
            line.push_str(&text);
        }
        line
    }

    /// A row with its fields in sight if it is new, something in it is wrong, or a button of it was pressed.
    fn row(&self, start: &str, place: usize, cells: Vec<Cell>) -> Row {
        let is_blank = self.values.of(start).is_empty();
        let is_faulty = self.faults.keys().any(|fault| is_within(fault, start));
        let is_asked = self.picks.iter().any(|(pick, found)| is_within(pick, start) && found.is_open());
        let line = if is_blank { String::new() } else { Self::line(&cells) };
        let is_open = is_blank || is_faulty || is_asked || is_within(self.touched, start);
        Row { place, line, is_open, cells }
    }

    fn item(&self, name: &str, input: &Input) -> Item {
        match input.asks {
            Asks::Rows(inputs) | Asks::Standing(inputs) => Item::Rows(self.rows(name, input, inputs)),
            Asks::Slugs(kind) if kind != Kind::FIELD => Item::Rows(self.slug_rows(name, input, kind)),
            _ => Item::One(self.cell(name, input)),
        }
    }

    fn rows(&self, name: &str, input: &Input, inputs: &[Input]) -> List {
        let rows = (0..self.values.rows(name)).map(|place| {
            let mut cells: Vec<Cell> =
                inputs.iter().map(|input| self.cell(&format!("{name}.{place}.{}", input.key), input)).collect();
            if stands(input) {
                let name = format!("{name}.{place}.{WITHDRAWN_WHY}");
                let field = Field::line(name.clone(), self.ctx.t("input-withdrawn-why"));
                let field = field.hinted(self.ctx.t("input-withdrawn-why-hint")).filled(self.values.get(&name));
                cells.push(Cell::Plain(field));
            }
            self.row(&format!("{name}.{place}"), place, cells)
        });
        self.list(name, input, rows.collect())
    }

    fn slug_rows(&self, name: &str, input: &Input, kind: Kind) -> List {
        let one = Input { hint: None, ..*input };
        let rows = (0..self.values.rows(name)).map(|place| {
            let start = format!("{name}.{place}");
            self.row(&start, place, vec![self.pick(&format!("{start}.slug"), &one, Some(kind))])
        });
        self.list(name, input, rows.collect())
    }

    fn list(&self, name: &str, input: &Input, rows: Vec<Row>) -> List {
        List {
            name: name.to_owned(),
            label: input.label_in(self.ctx),
            hint: input.hint_in(self.ctx).unwrap_or_default(),
            error: self.faults.get(name).cloned(),
            rows,
            stands: stands(input),
        }
    }

    fn cell(&self, name: &str, input: &Input) -> Cell {
        match input.asks {
            Asks::Localized | Asks::LocalizedText => self.pair(name, input),
            Asks::When => self.when(name, input),
            Asks::Picture => self.medium(name, input, Sort::Image),
            Asks::File => self.medium(name, input, Sort::File),
            Asks::Markdown => Cell::Markdown(self.field(name, input).with(Control::Lines(16))),
            Asks::Slug(kind) => self.pick(name, input, Some(kind)),
            Asks::Entry | Asks::EntryOr(..) => self.pick(name, input, None),
            Asks::Source | Asks::Sources => Cell::Source(
                self.field(name, input).with(self.control(name, input)),
                self.lists.may_add_sources.then(|| SourceFields::of(self.ctx, name, self.filled)),
                self.filled.told.get(name).cloned(),
            ),
            _ => Cell::Plain(self.field(name, input).with(self.control(name, input))),
        }
    }

    fn field(&self, name: &str, input: &Input) -> Field {
        let mut field = Field::line(name.to_owned(), input.label_in(self.ctx)).filled(self.values.get(name));
        field.required = input.required;
        field.hint = input.hint_in(self.ctx).unwrap_or_default();
        field.checked(self.faults.get(name).cloned())
    }

    fn control(&self, name: &str, input: &Input) -> Control {
        let optional = |list: &[Choice]| Control::Choice([vec![self.nothing()], list.to_vec()].concat());
        match input.asks {
            Asks::Text | Asks::Lines => Control::Lines(3),
            Asks::Shaped(shape) => shape.control(self.values.get(name)),
            Asks::Flag => Control::Check,
            // What nobody has chosen yet is no guess of ours.
            Asks::Choice(label, words) if input.required && self.values.get(name).is_empty() => {
                let nothing = Choice { value: String::new(), label: self.ctx.t("input-choose") };
                Control::Choice([vec![nothing], self.words(label, &words())].concat())
            }
            Asks::Choice(label, words) if input.required => Control::Choice(self.words(label, &words())),
            Asks::Choice(label, words) => optional(&self.words(label, &words())),
            Asks::Choices(label, words) => Control::Checks(self.words(label, &words())),
            Asks::Slugs(_) => Control::Checks(self.fields(name)),
            Asks::Sources => Control::Checks(self.lists.sources.clone()),
            Asks::Source => optional(&self.lists.sources),
            Asks::Town => optional(&self.lists.towns),
            Asks::Address => Control::Line("url", "off"),
            Asks::Key => Control::Hidden,
            Asks::Email => Control::Line("email", "off"),
            // A line would lose the line ends of what it holds.
            _ if self.values.get(name).contains('\n') => Control::Lines(3),
            _ => Control::Line("text", "off"),
        }
    }

    /// The fields of action that can be chosen, and those that are.
    fn fields(&self, name: &str) -> Vec<Choice> {
        let held: Vec<&str> = self.values.get(name).lines().collect();
        let offered =
            self.lists.fields.iter().filter(|(field, is_gone)| !is_gone || held.contains(&field.value.as_str()));
        offered.map(|(field, _)| field.clone()).collect()
    }

    /// The medium that the form holds, and those to choose from.
    fn medium(&self, name: &str, input: &Input, sort: Sort) -> Cell {
        let is_touched = self.touched == name;
        let field = (self.field(name, input), sort);
        Cell::Medium(MediumField::new(self.ctx, field, self.values, self.lists, is_touched))
    }

    fn nothing(&self) -> Choice {
        Choice { value: String::new(), label: self.ctx.t("input-nothing-chosen") }
    }

    fn words(&self, label: Label, words: &[&str]) -> Vec<Choice> {
        let kind: Vec<_> = self.kind.iter().map(|kind| ("kind", kind.code().into())).collect();
        let word = |word: &&str| Choice { value: (*word).to_owned(), label: self.ctx.t_args(&label(word), &kind) };
        words.iter().map(word).collect()
    }

    fn pair(&self, name: &str, input: &Input) -> Cell {
        let label = input.label_in(self.ctx);
        let is_text = matches!(input.asks, Asks::LocalizedText);
        let field = |language: &str, key: &str, required: bool| {
            let name = format!("{name}.{language}");
            let label = format!("{label} ({})", self.ctx.t(key));
            let mut field = Field::line(name.clone(), label).filled(self.values.get(&name));
            field.required = required;
            if is_text || field.value.contains('\n') {
                field = field.with(Control::Lines(3));
            }
            field.checked(self.faults.get(&name).cloned())
        };
        let mut german = field("de", "input-in-german", input.required);
        german.hint = input.hint_in(self.ctx).unwrap_or_default();
        Cell::Pair(german, field("en", "input-in-english", false))
    }

    /// A date, with how it is understood.
    fn when(&self, name: &str, input: &Input) -> Cell {
        let field = self.field(name, input);
        let understanding = Understanding::of(self.ctx, &field, Room::of(input, self.parts));
        Cell::When(field, understanding)
    }

    fn pick(&self, name: &str, input: &Input, kind: Option<Kind>) -> Cell {
        let picked = self.picks.get(name);
        Cell::Pick(Pick {
            field: self.field(name, input),
            kind,
            found: Hits::of(self.ctx, picked),
            chosen: format!("{name}.{CHOSEN}"),
            create: Create::of(self.ctx, (name, kind), self.filled, picked, &self.lists.may_begin),
            told: self.filled.told.get(name).cloned(),
        })
    }
}

fn stands(input: &Input) -> bool {
    matches!(input.asks, Asks::Standing(_))
}
