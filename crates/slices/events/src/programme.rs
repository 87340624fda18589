//! The programme of an event, day by day. Gaps stay gaps: an item without a day is not put on one, and a
//! day has a date only if the event has.

use std::num::NonZeroU8;

use base::{Localized, Slug};
use edtf::{ClockTime, When};
use jiff::Span;
use jiff::civil::Date;

/// The whole programme.
#[derive(Debug)]
pub(crate) struct Programme {
    pub(crate) days: Vec<Day>,
    pub(crate) missing: Missing,
}

/// An item of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// Number of the day within the event, from 1.
    pub(crate) day: Option<NonZeroU8>,
    /// Begin, if it is on record.
    pub(crate) starts: Option<ClockTime>,
    pub(crate) title: Localized,
    /// The sub-event that it announces.
    pub(crate) shows: Option<Shown>,
}

/// A sub-event with a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) slug: Slug,
    /// Number of the field that it belongs to.
    pub(crate) field: Option<i64>,
}

impl Shown {
    pub(crate) fn path(&self) -> String {
        golden_thread::Kind::EVENT.path(&self.slug)
    }

    /// Class that colours it by its field.
    pub(crate) fn field_class(&self) -> String {
        self.field.map(|number| format!("field-{number}")).unwrap_or_default()
    }
}

/// The items of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) heading: Heading,
    /// Its items, in the order that editors gave them.
    pub(crate) items: Vec<Item>,
}

/// The heading of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    /// No heading: the event has one day, or its days cannot be told apart.
    None,
    /// The date.
    Date(Date),
    /// The number of the day, where its date is not known.
    Number(u8),
    /// Items without a day, if other items have one.
    Unknown,
}

/// The gaps in the record of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing {
    /// No item has a time.
    pub(crate) times: bool,
    /// The event has several days, and no item has one.
    pub(crate) days: bool,
}

impl Programme {
    /// Arranges the items of an event by the days of `when`.
    pub(crate) fn of(items: &[Item], when: Option<When>) -> Self {
        Self { days: by_day(items, when), missing: missing(items, when) }
    }
}

/// Groups a programme by day; items without a day come last.
fn by_day(items: &[Item], when: Option<When>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    let mut order: Vec<Option<NonZeroU8>> = items.iter().map(|item| item.day).collect();
    order.sort_by_key(|day| (day.is_none(), *day));
    order.dedup();
    let only = order.len() == 1;
    for day in order {
        let items = items.iter().filter(|item| item.day == day).cloned().collect();
        days.push(Day { heading: heading(day, only, when), items });
    }
    days
}

/// The gaps in the record of these items.
fn missing(items: &[Item], when: Option<When>) -> Missing {
    Missing {
        times: items.iter().all(|item| item.starts.is_none()),
        days: items.iter().all(|item| item.day.is_none()) && when.is_some_and(has_days),
    }
}

fn heading(day: Option<NonZeroU8>, only: bool, when: Option<When>) -> Heading {
    let Some(day) = day.map(NonZeroU8::get) else {
        return if only { Heading::None } else { Heading::Unknown };
    };
    match date(day, when) {
        Some(_) if only && !when.is_some_and(has_days) => Heading::None,
        Some(date) => Heading::Date(date),
        None => Heading::Number(day),
    }
}

/// The date of the `day`th day, if the event's own dates are exact and have so many days.
fn date(day: u8, when: Option<When>) -> Option<Date> {
    let when = when.filter(|when| !when.is_vague())?;
    let date = when.earliest()?.checked_add(Span::new().days(i64::from(day) - 1)).ok()?;
    (date <= when.latest()?).then_some(date)
}

/// True if it lasts several days, with exact dates.
fn has_days(when: When) -> bool {
    !when.is_vague() && when.earliest() != when.latest()
}

#[cfg(test)]
mod tests {
    use edtf::Certainty;
    use jiff::civil::date;

    use super::*;

    fn item(day: u8, title: &str) -> Item {
        let title = Localized { de: title.to_owned(), en: None };
        Item { day: NonZeroU8::new(day), starts: None, title, shows: None }
    }

    fn when(edtf: &str, certainty: Certainty) -> Option<When> {
        When::parse(edtf, certainty).ok()
    }

    /// Headings and titles, `|` between days.
    fn shape(items: &[Item], when: Option<When>) -> Vec<(Heading, String)> {
        by_day(items, when)
            .into_iter()
            .map(|day| (day.heading, day.items.into_iter().map(|item| item.title.de).collect()))
            .collect()
    }

    #[test]
    fn days_stand_in_order_and_items_as_editors_put_them() {
        let items = vec![item(2, "c"), item(1, "a"), item(0, "e"), item(1, "b"), item(2, "d")];
        let (first, second) = (date(2018, 9, 20), date(2018, 9, 21));
        assert_eq!(
            shape(&items, when("2018-09-20/2018-09-21", Certainty::Fixed)),
            [
                (Heading::Date(first), "ab".to_owned()),
                (Heading::Date(second), "cd".to_owned()),
                (Heading::Unknown, "e".to_owned())
            ]
        );
    }

    #[test]
    fn days_of_a_vague_date_are_counted_only() {
        let days = |when| shape(&[item(1, "a"), item(2, "b")], when);
        let counted = [(Heading::Number(1), "a".to_owned()), (Heading::Number(2), "b".to_owned())];
        assert_eq!(days(when("2020-23", Certainty::Expected)), counted);
        assert_eq!(days(when("2020-05-04/2020-05-05", Certainty::Tentative)), counted);
        assert_eq!(days(None), counted);
    }

    #[test]
    fn day_beyond_the_last_one_gets_no_date() {
        let days = shape(&[item(1, "a"), item(2, "b")], when("2019-10-07", Certainty::Fixed));
        assert_eq!(days, [(Heading::Date(date(2019, 10, 7)), "a".to_owned()), (Heading::Number(2), "b".to_owned())]);
    }

    #[test]
    fn a_single_day_needs_no_heading() {
        for items in [vec![item(1, "a"), item(1, "b")], vec![item(0, "a"), item(0, "b")]] {
            assert_eq!(shape(&items, when("2019-10-07", Certainty::Fixed)), [(Heading::None, "ab".to_owned())]);
        }
    }

    #[test]
    fn missing_days_are_missed_only_where_there_are_several() {
        let (one, two) = (when("2019-10-07", Certainty::Fixed), when("2018-09-20/2018-09-21", Certainty::Fixed));
        assert_eq!(missing(&[item(0, "a")], one), Missing { times: true, days: false });
        assert_eq!(missing(&[item(0, "a")], two), Missing { times: true, days: true });
        assert_eq!(missing(&[item(1, "a")], two), Missing { times: true, days: false });
        let timed = Item { starts: Some(ClockTime::parse("10:00").unwrap()), ..item(0, "a") };
        assert_eq!(missing(&[timed, item(0, "b")], two), Missing { times: false, days: true });
    }
}
