//! The entries among which somebody chooses, each with what tells it from others.

use edtf::Edtf;
use golden_thread::State;
use web::Ctx;

use super::picks::{Picked, field};
use crate::store::Suggestion;

/// An entry to choose.
#[derive(Debug)]
pub struct Hit {
    /// The text of the field that names it.
    pub value: String,
    /// Its title.
    pub title: String,
    /// What tells it from others ([`about`]).
    pub about: String,
}

impl Hit {
    fn of(ctx: &Ctx, suggestion: &Suggestion) -> Self {
        Self { value: field(suggestion), title: suggestion.title.clone(), about: about(ctx, suggestion) }
    }
}

/// The entries that a field could mean, and what is to be said about them.
#[derive(Debug, Default)]
pub struct Hits {
    /// The question, or that there is no such entry; empty if there is nothing to ask.
    pub question: String,
    /// The entries.
    pub hits: Vec<Hit>,
    /// That there are more; empty if there are not.
    pub more: String,
}

impl Hits {
    pub(super) fn of(ctx: &Ctx, picked: Option<&Picked>) -> Self {
        let all = |suggestions: &[Suggestion]| suggestions.iter().map(|one| Hit::of(ctx, one)).collect();
        match picked {
            None | Some(Picked::One(_)) => Self::default(),
            Some(Picked::Nothing) => Self { question: ctx.t("input-found-nothing"), ..Self::default() },
            Some(Picked::Alike(found)) => {
                Self { question: ctx.t_count("input-found-alike", found.len()), hits: all(found), more: String::new() }
            }
            Some(Picked::Several(found)) => Self {
                question: ctx.t_count("input-found", found.total),
                hits: all(&found.hits),
                more: match i64::try_from(found.hits.len()) {
                    Ok(shown) if shown < found.total => {
                        let args = [("shown", shown.into()), ("total", found.total.into())];
                        ctx.t_args("input-found-more", &args)
                    }
                    _ => String::new(),
                },
            },
        }
    }
}

/// What tells an entry from others with such a title: kind, year, town, and a state in which the public does not see it.
pub fn about(ctx: &Ctx, suggestion: &Suggestion) -> String {
    let kind = ctx.t(&format!("kind-{}", suggestion.kind));
    let state = match suggestion.state {
        State::Draft => Some(ctx.t("input-hit-draft")),
        State::Withdrawn => Some(ctx.t("input-hit-withdrawn")),
        State::Published => None,
    };
    let told = [Some(kind), suggestion.edtf.as_deref().and_then(year), suggestion.town.clone(), state];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The year of a date, or its first and last.
fn year(edtf: &str) -> Option<String> {
    let date = Edtf::parse(edtf).ok()?;
    let years = [date.earliest(), date.latest()].map(|day| day.map(jiff::civil::Date::year));
    match years {
        [Some(first), Some(last)] if first != last => Some(format!("{first}–{last}")),
        [first, last] => first.or(last).map(|year| year.to_string()),
    }
}
