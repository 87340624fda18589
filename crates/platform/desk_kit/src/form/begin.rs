//! Entries that are begun in the place where they are needed: a field names one that is not there yet.
//!
//! The form offers it where a search has not found the right one ([`Create`]), the button asks for it ([`Wish`]), and the
//! room that knows how to begin an entry does it and answers the field. Nothing else of the form is saved meanwhile.
//! The offer carries an id, so that a button pressed twice begins one entry.

use std::collections::BTreeMap;

use golden_thread::sheet::{Asks, Input, inputs_of};
use golden_thread::{EntryId, Kind};
use web::Ctx;
use web::form::{Choice, Control, Field};

use super::filled::Filled;
use super::layout::Part;
use super::picks::{self, Picked};
use super::values::Values;
use crate::store::Suggestion;

/// The end of the name of the field with the id that an entry would get.
const ID: &str = "neu";
/// The end of the name of the field with its kind, where it can be of any.
const KIND: &str = "art";
/// The end of the name of the field with the word that its kind asks for.
const WORD: &str = "form";
/// The longest title with which an entry is begun here, in characters.
const LONGEST: usize = 200;

/// Ids of entries that could be begun, by the name of the field.
pub(super) type Ids = BTreeMap<String, String>;

/// An entry that a button of a field asks to begin.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The name of the field.
    pub name: String,
    /// Its kind; `None` if it has not been chosen.
    pub kind: Option<Kind>,
    /// Its title.
    pub title: String,
    /// Its id, if the form proposes a sound one.
    pub id: Option<EntryId>,
    /// The word that its kind asks for ([`word_of`]); may be empty.
    pub word: String,
    /// True if somebody has seen those with such a title.
    pub is_sure: bool,
}

/// What a wish lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nothing that could be asked for beside the field; told at the field itself.
    Field,
    /// The kind.
    Kind,
    /// The word that the kind asks for.
    Word,
}

/// The field of a kind's table from which a word must be chosen, such as the format of an event.
pub fn word_of(kind: Kind) -> Option<&'static Input> {
    inputs_of(kind).iter().find(|input| input.required && matches!(input.asks, Asks::Choice(..)))
}

/// Takes the ids out of the values: they are nobody's text.
pub(super) fn take_ids(parts: &[Part], values: &mut Values) -> Ids {
    let mut ids = Ids::new();
    for (name, _) in picks::asked(parts, values) {
        let field = format!("{name}.{ID}");
        if values.has(&field) {
            ids.insert(name, values.get(&field).to_owned());
            values.set(field, "");
        }
    }
    ids
}

impl Filled {
    /// The entry that a button asks to begin (`neu:matter.links.0.to`, `doch-neu:…`). `None` if it is no such button, or if
    /// nothing was typed.
    pub fn wish(&self, parts: &[Part], button: &str) -> Option<Wish> {
        let (act, name) = button.split_once(':')?;
        let is_sure = match act {
            "neu" => false,
            "doch-neu" => true,
            _ => return None,
        };
        let (name, kind) = picks::asked(parts, &self.values).into_iter().find(|(asked, _)| asked == name)?;
        let title = self.values.get(&name).to_owned();
        let chosen = Kind::from_code(self.values.get(&format!("{name}.{KIND}")));
        is_title(&title).then(|| Wish {
            kind: kind.or(chosen),
            id: self.ids.get(&name).and_then(|id| id.parse().ok()).map(EntryId),
            word: self.values.get(&format!("{name}.{WORD}")).to_owned(),
            name,
            title,
            is_sure,
        })
    }

    /// The wish lacks something: it is told where it can be mended.
    pub fn lacks(&mut self, wish: &Wish, lack: Lack, message: String) {
        let name = match lack {
            Lack::Field => wish.name.clone(),
            Lack::Kind => format!("{}.{KIND}", wish.name),
            Lack::Word => format!("{}.{WORD}", wish.name),
        };
        self.faults.insert(name, message);
        self.touched.clone_from(&wish.name);
    }

    /// There are entries with such a title: somebody is asked first.
    pub fn has_alike(&mut self, wish: &Wish, alike: Vec<Suggestion>) {
        self.picks.insert(wish.name.clone(), Picked::Alike(alike));
        self.touched.clone_from(&wish.name);
    }

    /// The entry is there: the field names it.
    pub fn begun(&mut self, wish: &Wish, entry: &Suggestion, told: String) {
        let Wish { name, .. } = wish;
        self.values.set(name, picks::field(entry));
        for end in [KIND, WORD] {
            self.values.set(format!("{name}.{end}"), "");
        }
        self.picks.remove(name);
        self.told.insert(name.clone(), told);
        self.touched.clone_from(name);
    }
}

/// The offer to begin an entry.
#[derive(Debug)]
pub struct Create {
    /// Name and value of the hidden field with its id.
    pub id: (String, String),
    /// The choice of its kind, where it can be of any.
    pub kind: Option<Field>,
    /// The choice of the word that its kind asks for.
    pub word: Option<Field>,
    /// The value of the button.
    pub button: String,
    /// The text of the button.
    pub label: String,
}

impl Create {
    /// The offer for a field, whose search has led to `picked`; `kinds` are those that the person may begin.
    pub(super) fn of(
        ctx: &Ctx,
        (name, kind): (&str, Option<Kind>),
        filled: &Filled,
        picked: Option<&Picked>,
        kinds: &[Kind],
    ) -> Option<Self> {
        let title = filled.values.get(name);
        let may = kind.map_or(!kinds.is_empty(), |kind| kinds.contains(&kind));
        if !may || !is_title(title) || picked.is_none_or(|picked| !picked.is_open()) {
            return None;
        }
        let text = |end: &str| filled.values.get(&format!("{name}.{end}"));
        let field = |end: &str, label: String, choices: Vec<Choice>| {
            let name = format!("{name}.{end}");
            let nothing = Choice { value: String::new(), label: ctx.t("input-choose") };
            let field = Field::line(name.clone(), label).filled(filled.values.get(&name));
            let field = field.with(Control::Choice([vec![nothing], choices].concat()));
            field.checked(filled.faults.get(&name).cloned())
        };
        let name_of = |kind: Kind| ctx.t(&format!("kind-{kind}"));
        let choice = |kind: &Kind| Choice { value: kind.code().to_owned(), label: name_of(*kind) };
        let chosen = kind.or_else(|| Kind::from_code(text(KIND)));
        let word = chosen.and_then(word_of).and_then(|input| {
            let Asks::Choice(label, words) = input.asks else { return None };
            let word = |word: &&str| Choice { value: (*word).to_owned(), label: ctx.t(&label(word)) };
            Some(field(WORD, input.label_in(ctx), words().iter().map(word).collect()))
        });
        let is_alike = matches!(picked, Some(Picked::Alike(_)));
        let label = match kind {
            _ if is_alike => ctx.t_with("input-create-anyway", "title", title),
            Some(kind) => ctx.t_args("input-create-kind", &[("title", title.into()), ("kind", name_of(kind).into())]),
            None => ctx.t_with("input-create", "title", title),
        };
        Some(Self {
            id: (format!("{name}.{ID}"), ctx.state().ids.next().to_string()),
            kind: kind.is_none().then(|| field(KIND, ctx.t("input-create-which"), kinds.iter().map(choice).collect())),
            word,
            button: format!("{}:{name}", if is_alike { "doch-neu" } else { "neu" }),
            label,
        })
    }
}

/// True if an entry can be called so, and nobody means the address of one.
fn is_title(text: &str) -> bool {
    !text.is_empty() && text.chars().nth(LONGEST).is_none() && !picks::is_reference(text)
}
