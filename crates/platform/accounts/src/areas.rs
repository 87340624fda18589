//! The areas of the desk: its menu, with the number of things that wait for a person in each.

use std::sync::Arc;

use db::{BoxFuture, Conn};

use crate::person::Person;
use crate::rights::Right;

/// An area of the desk. Slices name theirs, because the frame knows no slice.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// Sort key in the menu.
    pub order: u16,
    /// Path without language prefix: that of a typed path.
    pub path: fn() -> String,
    /// Text key of its name.
    pub key: &'static str,
    /// The right that puts it into somebody's menu; everybody has it if this is `None`. The pages behind it check again.
    pub right: Option<Right>,
}

/// Counts the things that wait for a person; every page of the desk asks, so it must be cheap.
pub type CountFn = for<'a, 'c> fn(&'a mut Conn<'c>, &'a Person) -> BoxFuture<'a, db::Result<i64>>;

/// The number beside an area in the menu.
#[derive(Debug, Clone, Copy)]
pub struct Counter {
    /// The path of the area, as in [`Area::path`].
    pub path: fn() -> String,
    /// Text key that says the number to people who hear the menu (`$count`).
    pub key: &'static str,
    /// Counts.
    pub count: CountFn,
}

/// All areas, in their order, and their numbers; the app adds them to the routes of the desk (`axum::Extension`).
#[derive(Debug, Clone, Default)]
pub struct Areas {
    areas: Arc<[Area]>,
    counters: Arc<[Counter]>,
}

impl Areas {
    /// Sorts areas by their sort key.
    pub fn new(areas: impl IntoIterator<Item = Area>, counters: impl IntoIterator<Item = Counter>) -> Self {
        let mut areas: Vec<Area> = areas.into_iter().collect();
        areas.sort_by_key(|area| area.order);
        Self { areas: areas.into(), counters: counters.into_iter().collect() }
    }

    /// The areas that a person may open.
    pub(crate) fn of(&self, person: &Person) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(|area| area.right.is_none_or(|right| right.allows(person)))
    }

    /// The numbers beside the areas that a person may open, without those where nothing waits.
    pub(crate) async fn waiting(&self, conn: &mut Conn<'_>, person: &Person) -> db::Result<Vec<Waiting>> {
        let open: Vec<String> = self.of(person).map(|area| (area.path)()).collect();
        let mut found = Vec::new();
        for counter in self.counters.iter() {
            let path = (counter.path)();
            if !open.contains(&path) {
                continue;
            }
            let number = (counter.count)(conn, person).await?;
            if number > 0 {
                found.push(Waiting { path, key: counter.key, number });
            }
        }
        Ok(found)
    }
}

/// Things that wait for a person in an area.
#[derive(Debug, Clone)]
pub(crate) struct Waiting {
    /// The path of the area.
    pub(crate) path: String,
    /// See [`Counter::key`].
    pub(crate) key: &'static str,
    /// Their number.
    pub(crate) number: i64,
}

/// A link of the menu.
#[derive(Debug)]
pub struct AreaLink {
    /// Name of the area.
    pub title: String,
    /// Path of the area, with language prefix.
    pub href: String,
    /// The value of `aria-current`, if the current page is the area or below it.
    pub current: Option<&'static str>,
    /// The number of things that wait there, and the sentence that says it.
    pub waiting: Option<(i64, String)>,
}
