//! `/suche?q=…`: the search over everything public, with filters in the address.

use askama::Template;
use axum::extract::Query as Address;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use web::{Answer, Ctx, Page, PageNumber, Pager, html};

use super::SearchPath;
use crate::card::kind_name;
use crate::full_text::{Choice, Found, Piece, Query as SearchQuery, Snippet, search};
use crate::store::{self, CardFilter, Order};
use crate::{Card, Kind, LangAttribute};

/// Hits on one page.
const HITS: i64 = 20;
/// Years that are offered at once; earlier ones are folded away.
const YEARS: usize = 8;
/// Characters that need no percent-encoding in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The query string. A filter that cannot be read counts as none.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct SearchParams {
    q: String,
    feld: String,
    art: String,
    jahr: String,
    seite: PageNumber,
}

#[derive(Template)]
#[template(path = "golden_thread/search.html")]
struct SearchPage {
    page: Page,
    typed: String,
    is_cut: bool,
    answer: Option<Shown>,
}

/// The values of the template.
struct Shown {
    total: i64,
    hits: Vec<Hit>,
    /// The number of the first hit on this page.
    first: i64,
    groups: Vec<Group>,
    active: Vec<Way>,
    /// For each misspelt word, a sentence that names the word that is shown instead.
    corrections: Vec<String>,
    /// Suggestions if there are no hits.
    ways: Vec<Way>,
    pager: Pager,
}

struct Hit {
    card: Card,
    title: Vec<Piece>,
    snippet: Snippet,
    field: Option<String>,
}

impl Hit {
    /// ` lang="de"` where the snippet is in another language than the page around it, else nothing.
    fn snippet_lang(&self, page: &Page) -> LangAttribute {
        LangAttribute::of(self.snippet.locale, page)
    }
}

/// The values of one filter.
struct Group {
    id: &'static str,
    title: String,
    values: Vec<Way>,
    folded: Vec<Way>,
}

/// A link to other hits for the same words, or to those for other words.
struct Way {
    label: String,
    count: i64,
    href: String,
}

pub(super) async fn show(_: SearchPath, Address(params): Address<SearchParams>, ctx: Ctx) -> Answer {
    let query = SearchQuery::read(&params.q);
    if query.is_empty() {
        let page = Page::new(ctx.clone(), ctx.t("search-title"));
        let page = if params.q.is_empty() { page } else { page.without_index() };
        return html(&SearchPage { typed: query.text().to_owned(), is_cut: false, answer: None, page });
    }
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let fields = store::list(conn, ctx.locale(), CardFilter::of(Kind::FIELD), Order::Numbered, 50, 0).await?;
    let choice = params.choice(&fields);
    let first = usize::try_from(params.seite.offset(HITS))?;
    let found = search(conn, ctx.locale(), &query, &choice, first..first + usize::try_from(HITS)?).await?;
    let title = ctx.t_args("search-found", &[("count", whole(found.total).into()), ("words", query.text().into())]);
    let page = Page::new(ctx.clone(), title).below(ctx.t("search-title"), SearchPath).without_index();
    let form = Form { ctx: &ctx, query: &query, fields: &fields };
    let answer = form.answer(found, params.seite);
    html(&SearchPage { typed: query.text().to_owned(), is_cut: query.is_cut(), answer: Some(answer), page })
}

impl SearchParams {
    fn choice(&self, fields: &[Card]) -> Choice {
        Choice {
            kind: Kind::from_code(&self.art),
            field: fields.iter().find(|card| card.slug.as_str() == self.feld).map(|card| card.id),
            year: self.jahr.parse().ok(),
        }
    }
}

/// The context of all links of the page.
struct Form<'a> {
    ctx: &'a Ctx,
    query: &'a SearchQuery,
    fields: &'a [Card],
}

impl Form<'_> {
    fn answer(&self, found: Found, number: PageNumber) -> Shown {
        let choice = &found.choice;
        let total = whole(found.total);
        let pager = Pager::new(self.ctx, number, HITS, total, &self.query(self.query.text(), choice));
        Shown {
            total,
            first: number.offset(HITS) + 1,
            groups: vec![self.kinds(&found), self.fields(&found), self.years(&found)],
            active: self.active(choice),
            corrections: self.corrections(&found),
            ways: self.ways(&found),
            hits: found.hits.into_iter().map(|(card, snippet)| self.hit(&found.marker, card, snippet)).collect(),
            pager,
        }
    }

    fn hit(&self, marker: &crate::full_text::Marker, card: Card, snippet: Snippet) -> Hit {
        let field = card.field.filter(|_| card.kind != Kind::FIELD);
        let field = field.and_then(|number| self.fields.iter().find(|field| field.number == Some(number)));
        Hit { title: marker.mark(card.locale, &card.title), field: field.map(Card::numbered_title), snippet, card }
    }

    fn kinds(&self, found: &Found) -> Group {
        let values = found.counts.kinds.iter().map(|(kind, count)| {
            let choice = Choice { kind: Some(*kind), ..found.choice.clone() };
            self.way(kind_name(self.ctx, *kind), *count, &choice)
        });
        let values = if found.choice.kind.is_some() { Vec::new() } else { values.collect() };
        Group { id: "search-kinds", title: self.ctx.t("filter-kind"), values, folded: Vec::new() }
    }

    fn fields(&self, found: &Found) -> Group {
        let values = self.fields.iter().filter_map(|card| {
            let count = *found.counts.fields.get(&card.id)?;
            let choice = Choice { field: Some(card.id), ..found.choice.clone() };
            Some(self.way(card.numbered_title(), count, &choice))
        });
        let values = if found.choice.field.is_some() { Vec::new() } else { values.collect() };
        Group { id: "search-fields", title: self.ctx.t("filter-field"), values, folded: Vec::new() }
    }

    fn years(&self, found: &Found) -> Group {
        let values = found.counts.years.iter().map(|(year, count)| {
            let choice = Choice { year: Some(*year), ..found.choice.clone() };
            self.way(year.to_string(), *count, &choice)
        });
        let mut values: Vec<Way> = if found.choice.year.is_some() { Vec::new() } else { values.collect() };
        let folded = if values.len() > YEARS + 1 { values.split_off(YEARS) } else { Vec::new() };
        Group { id: "search-years", title: self.ctx.t("filter-year"), values, folded }
    }

    /// The chosen filters; each leads to the hits without it.
    fn active(&self, choice: &Choice) -> Vec<Way> {
        let kind = choice.kind.map(|kind| (kind_name(self.ctx, kind), Choice { kind: None, ..choice.clone() }));
        let field = choice.field.and_then(|id| {
            let card = self.fields.iter().find(|card| card.id == id)?;
            Some((card.numbered_title(), Choice { field: None, ..choice.clone() }))
        });
        let year = choice.year.map(|year| (year.to_string(), Choice { year: None, ..choice.clone() }));
        [kind, field, year].into_iter().flatten().map(|(label, without)| self.way(label, 0, &without)).collect()
    }

    fn corrections(&self, found: &Found) -> Vec<String> {
        let quoted = |word: &String| self.ctx.t_with("search-quoted", "word", word);
        let corrections = found.corrections.iter().map(|correction| {
            let instead = correction.instead.iter().map(quoted).collect::<Vec<_>>().join(", ");
            let args = [("typed", (&correction.typed).into()), ("instead", instead.into())];
            self.ctx.t_args("search-corrected", &args)
        });
        corrections.collect()
    }

    /// With nothing found: the same words without filters, or each word on its own.
    fn ways(&self, found: &Found) -> Vec<Way> {
        if found.total > 0 {
            return Vec::new();
        }
        if found.unfiltered > 0 {
            return vec![self.way(self.ctx.t("search-unfiltered"), found.unfiltered, &Choice::default())];
        }
        let words = found.alone.iter().filter(|(_, count)| *count > 0);
        words
            .map(|(word, count)| Way {
                label: self.ctx.t_with("search-quoted", "word", word),
                count: whole(*count),
                href: self.href(&self.query(word, &Choice::default())),
            })
            .collect()
    }

    fn way(&self, label: String, count: u64, choice: &Choice) -> Way {
        Way { label, count: whole(count), href: self.href(&self.query(self.query.text(), choice)) }
    }

    fn query(&self, words: &str, choice: &Choice) -> String {
        let field = choice.field.and_then(|id| self.fields.iter().find(|card| card.id == id));
        query(words, choice, field.map(|card| card.slug.as_str()))
    }

    fn href(&self, query: &str) -> String {
        format!("{}?{query}", self.ctx.href(SearchPath))
    }
}

/// A count as the arguments of texts need it.
fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Words and filters as a query string; a field is named by its present slug.
fn query(words: &str, choice: &Choice, field: Option<&str>) -> String {
    let mut query = format!("q={}", utf8_percent_encode(words, PLAIN));
    let parts = [
        ("art", choice.kind.map(|kind| kind.to_string())),
        ("feld", field.map(ToOwned::to_owned)),
        ("jahr", choice.year.map(|year| year.to_string())),
    ];
    for (name, value) in parts.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        query.extend(["&", name, "=", &value]);
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_safe_in_addresses() {
        let choice = Choice { kind: Some(Kind::EVENT), year: Some(2018), ..Choice::default() };
        assert_eq!(
            query("Kita & Schule=100%", &choice, Some("vielfalt")),
            "q=Kita%20%26%20Schule%3D100%25&art=event&feld=vielfalt&jahr=2018"
        );
        assert_eq!(query("Straße", &Choice::default(), None), "q=Stra%C3%9Fe");
    }
}
