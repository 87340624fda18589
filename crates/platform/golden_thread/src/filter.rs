//! Filters of lists, which live in the query string: `?feld=vielfalt&art=project&jahr=2019&seite=2`.

use db::Conn;
use serde::Deserialize;
use web::{Ctx, Error, PageNumber};

use crate::card::kind_name;
use crate::store::{self, CardFilter, Order};
use crate::{EntryId, Kind};

/// The query string. An unknown value counts as none.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Slug of a field of action.
    pub feld: String,
    /// Code of a kind.
    pub art: String,
    /// Year in four digits.
    pub jahr: String,
    /// Page of the list.
    pub seite: PageNumber,
}

/// One option of a filter.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The value in the query string.
    pub value: String,
    /// The text that people read.
    pub label: String,
    /// True if it is chosen now.
    pub chosen: bool,
}

/// The filter form of a list, and the chosen values.
#[derive(Debug, Clone)]
pub struct Filters {
    /// Fields of action.
    pub fields: Vec<Choice>,
    /// Kinds; empty where a list has one kind only.
    pub kinds: Vec<Choice>,
    /// Years.
    pub years: Vec<Choice>,
    /// Path to which the form is sent.
    pub action: String,
    field: Option<EntryId>,
    kind: Option<Kind>,
    year: Option<i16>,
}

/// Most years that are offered.
const YEARS: i16 = 60;

impl Filters {
    /// The form for a list of `kinds`; with one kind there is nothing to choose among kinds.
    pub async fn load(conn: &mut Conn<'_>, ctx: &Ctx, query: &Query, kinds: &[Kind]) -> Result<Self, Error> {
        let only = if let [only] = kinds { Some(*only) } else { None };
        let kind = only.or_else(|| Kind::from_code(&query.art).filter(|kind| kinds.contains(kind)));
        let cards = store::list(conn, ctx.locale(), CardFilter::of(Kind::FIELD), Order::Numbered, 50, 0).await?;
        let field = cards.iter().find(|card| card.slug.as_str() == query.feld).map(|card| card.id);
        let fields = cards
            .into_iter()
            .map(|card| Choice {
                label: format!("{:02} {}", card.number.unwrap_or_default(), card.title),
                chosen: Some(card.id) == field,
                value: card.slug.to_string(),
            })
            .collect();
        let range = store::time_range(conn, only).await?;
        let year =
            query.jahr.parse().ok().filter(|year| range.is_some_and(|(first, last)| (first..=last).contains(year)));
        let years = range.map_or_else(Vec::new, |(first, last)| years(first, last, year));
        let kinds = if only.is_some() { &[][..] } else { kinds };
        let kinds = kinds
            .iter()
            .map(|choice| Choice {
                value: choice.to_string(),
                label: kind_name(ctx, *choice),
                chosen: Some(*choice) == kind,
            })
            .collect();
        Ok(Self { fields, kinds, years, action: ctx.href(ctx.path()), field, kind, year })
    }

    /// The filter for the statement of the list.
    pub fn card_filter(&self) -> CardFilter<'static> {
        CardFilter { kind: self.kind, field: self.field, year: self.year, ..CardFilter::default() }
    }

    /// True if at least one filter is chosen.
    pub fn is_active(&self) -> bool {
        !self.encoded().is_empty()
    }

    /// The filters as a query string, without page number. All values are plain ASCII.
    pub fn encoded(&self) -> String {
        let chosen = |name: &str, choices: &[Choice]| {
            choices.iter().find(|choice| choice.chosen).map(|choice| format!("{name}={}", choice.value))
        };
        let parts = [chosen("feld", &self.fields), chosen("art", &self.kinds), chosen("jahr", &self.years)];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
}

fn years(first: i16, last: i16, chosen: Option<i16>) -> Vec<Choice> {
    (first.max(last.saturating_sub(YEARS))..=last)
        .rev()
        .map(|year| Choice { value: year.to_string(), label: year.to_string(), chosen: Some(year) == chosen })
        .collect()
}
