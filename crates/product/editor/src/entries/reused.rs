//! What a new entry takes from another one: all of it (a copy), what holds for the next occasion of the same kind (next year's
//! event), or what is the same each time (a template).

use archive::Document;
use base::{Locale, Slug};
use edtf::Certainty;
use golden_thread::Relation;
use golden_thread::sheet::{Asks, Input, LinkMatter, Review, inputs_of};
use jiff::Timestamp;
use jiff::civil::Date;
use toml::{Table, Value};
use web::Ctx;

/// The most years ahead into which an occasion is moved.
const FAR: i16 = 20;

/// The title of a copy. Titles of entries are German, whatever the language of the desk.
pub(crate) fn copy_title(ctx: &Ctx, document: &Document) -> String {
    ctx.in_language(Locale::De).t_with("entry-copy-title", "title", document.matter.title.as_str())
}

/// A copy under its own title and address: without date, hours and place in a series, and without the links that were
/// taken back. Its translations are unchecked.
pub(crate) fn copied(document: &Document, title: String, slug: Slug, now: Timestamp) -> Document {
    let mut copy = Document { slug, ..document.clone() };
    let matter = &mut copy.matter;
    matter.title = title;
    (matter.when, matter.certainty, matter.number, matter.updated) = (None, None, None, now);
    matter.links.retain(|link| link.withdrawn.is_none());
    if let Some(Value::Table(table)) = &mut copy.table {
        drop_inputs(table, inputs_of(document.kind), |input| input.timing.is_some());
    }
    uncheck(&mut copy, document);
    copy
}

/// True if entries like this one come again: they have a date, and hours of the day.
pub(crate) fn recurs(document: &Document) -> bool {
    has_hours(document) && document.matter.when.is_some_and(|when| when.earliest().or(when.latest()).is_some())
}

fn has_hours(document: &Document) -> bool {
    inputs_of(document.kind).iter().any(|input| input.timing.is_some())
}

/// The first year in which the next occasion lies ahead of today; `None` for one that does not recur.
pub(crate) fn next_year(document: &Document, today: Date) -> Option<i16> {
    let when = document.matter.when.filter(|_| recurs(document))?;
    let year = year_of(document)?;
    (year + 1..=today.year().max(year) + FAR).find(|year| {
        when.in_year(*year).is_some_and(|moved| moved.earliest().or(moved.latest()).is_some_and(|day| day > today))
    })
}

fn year_of(document: &Document) -> Option<i16> {
    let when = document.matter.when?;
    Some(when.earliest().or(when.latest())?.year())
}

/// The next occasion in a year: what [`fresh`] leaves, the hours, the date on the same weekday, the year in the titles, the next
/// number of a series, and a link that takes up the occasion before. `None` if its date cannot lie in that year.
pub(crate) fn next_occasion(document: &Document, year: i16, now: Timestamp) -> Option<Document> {
    let (before, when) = (year_of(document)?, document.matter.when?.in_year(year)?);
    let mut next = fresh(document, now);
    let matter = &mut next.matter;
    matter.title = in_year(&matter.title, before, year);
    // Nobody has decided on it yet.
    (matter.when, matter.certainty) = (Some(when), Some(Certainty::Expected));
    matter.number = document.matter.number.map(|number| number + 1);
    matter.links = vec![LinkMatter {
        relation: Relation::BuildsOn,
        to: document.reference(),
        when: None,
        asserted_by: None,
        source: None,
        basis: None,
        note: None,
        withdrawn: None,
    }];
    for text in next.translations.values_mut() {
        text.title = in_year(&text.title, before, year);
    }
    uncheck(&mut next, document);
    Some(next)
}

/// A title for another year. One that names no year at all gets it.
fn in_year(title: &str, before: i16, year: i16) -> String {
    let short = |year: i16| format!("{:02}", (year + 1) % 100);
    // A school year names the next one too.
    let double = title.replace(&format!("{before}/{}", short(before)), &format!("{year}/{}", short(year)));
    let moved = double.replace(&before.to_string(), &year.to_string());
    let names_a_year = title.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    if names_a_year || before == year { moved } else { format!("{title} {year}") }
}

/// A template: what [`fresh`] leaves.
pub(crate) fn template(document: &Document) -> Document {
    let mut template = fresh(document, document.matter.updated);
    uncheck(&mut template, document);
    template
}

/// The entry without everything that is true of this one only: date, number, numbers stated about it, links, gaps, sources, files,
/// its video, and what its slice says of one occasion. Text, picture, place, hours, bodies and fields of action stay.
fn fresh(document: &Document, now: Timestamp) -> Document {
    let mut fresh = document.clone();
    let matter = &mut fresh.matter;
    (matter.when, matter.certainty, matter.number, matter.updated) = (None, None, None, now);
    (matter.sign_language, matter.highlight) = (None, false);
    matter.claims.clear();
    matter.links.clear();
    matter.gaps.clear();
    matter.sources.clear();
    matter.attachments.clear();
    if let Some(Value::Table(table)) = &mut fresh.table {
        drop_inputs(table, inputs_of(document.kind), |input| input.is_of_occasion);
    }
    fresh
}

/// Takes the values of these inputs out of a table and its rows.
fn drop_inputs(table: &mut Table, inputs: &[Input], is_dropped: fn(&Input) -> bool) {
    for input in inputs {
        if is_dropped(input) {
            table.remove(input.key);
        } else if let (Asks::Rows(inner) | Asks::Standing(inner), Some(Value::Array(rows))) =
            (input.asks, table.get_mut(input.key))
        {
            rows.iter_mut().filter_map(Value::as_table_mut).for_each(|row| drop_inputs(row, inner, is_dropped));
        }
    }
}

/// Says that nobody has checked its translations. One of today's German text stays one, although the new entry has another title.
fn uncheck(new: &mut Document, document: &Document) {
    let original = new.original();
    for (locale, text) in &mut new.translations {
        text.review = Some(Review::Draft);
        if !document.is_stale(*locale) {
            text.original = Some(original.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_names_the_year_of_the_next_occasion() {
        assert_eq!(in_year("Kongress 2018", 2018, 2027), "Kongress 2027");
        assert_eq!(in_year("Fachtag im Schuljahr 2018/19", 2018, 2027), "Fachtag im Schuljahr 2027/28");
        assert_eq!(in_year("Lernen 1999/00", 1999, 2000), "Lernen 2000/01");
        assert_eq!(in_year("Sitzung des Lenkungskreises", 2018, 2027), "Sitzung des Lenkungskreises 2027");
        assert_eq!(in_year("Blick zurück auf 2017", 2018, 2019), "Blick zurück auf 2017");
    }
}
