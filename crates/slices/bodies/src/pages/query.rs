//! The filters of the list, which live in the query string:
//! `?bereich=science&station=kita&kommune=05113000`.

use golden_thread::Choice;
use serde::Deserialize;
use web::{Ctx, Page, PageNumber};

use crate::directory::{Pick, Selection};
use crate::paths::UNRECORDED;
use crate::sheet::Municipality;
use crate::{BodiesPath, Sector, Stage};

/// The query string. An unknown value counts as none.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Query {
    /// Code of a sector.
    pub(super) bereich: String,
    /// Code of a stage.
    pub(super) station: String,
    /// Official key of a town.
    pub(super) kommune: String,
    /// Page of the list.
    pub(super) seite: PageNumber,
}

/// The parsed filter; unknown values are dropped.
#[derive(Debug, Clone, Copy)]
pub(super) struct BodyFilter<'a> {
    pub(super) sector: Pick<Sector>,
    pub(super) stage: Pick<Stage>,
    pub(super) town: Option<&'a Municipality>,
}

impl<'a> BodyFilter<'a> {
    pub(super) fn new(query: &Query, towns: &'a [Municipality]) -> Self {
        Self {
            sector: pick(&query.bereich, Sector::from_code),
            stage: pick(&query.station, Stage::from_code),
            town: towns.iter().find(|town| town.ags == query.kommune),
        }
    }

    pub(super) fn selection(self) -> Selection<'a> {
        Selection { sector: self.sector, stage: self.stage, town: self.town.map(|town| town.ags.as_str()) }
    }

    pub(super) fn is_active(self) -> bool {
        !self.encoded().is_empty()
    }

    /// The town, if it is the only condition.
    pub(super) fn only_town(self) -> Option<&'a Municipality> {
        self.town.filter(|_| self.sector == Pick::Any && self.stage == Pick::Any)
    }

    /// The filters as a query string, without page number. All values are plain ASCII.
    pub(super) fn encoded(self) -> String {
        let parts = [
            code(self.sector, Sector::code).map(|code| format!("bereich={code}")),
            code(self.stage, Stage::code).map(|code| format!("station={code}")),
            self.town.map(|town| format!("kommune={}", town.ags)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }

    /// The filters in words, to be put into a sentence: `Bildung, Essen`.
    pub(super) fn in_words(self, page: &Page) -> String {
        let sector = match self.sector {
            Pick::Any => None,
            Pick::Unrecorded => Some(page.t("body-sector-unrecorded")),
            Pick::One(sector) => Some(sector.label(page)),
        };
        let stage = match self.stage {
            Pick::Any => None,
            Pick::Unrecorded => Some(page.t("body-stage-unrecorded")),
            Pick::One(stage) => Some(stage.label(page)),
        };
        let town = self.town.map(|town| town.name.clone());
        [sector, stage, town].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

fn pick<T>(code: &str, from_code: fn(&str) -> Option<T>) -> Pick<T> {
    if code == UNRECORDED { Pick::Unrecorded } else { from_code(code).map_or(Pick::Any, Pick::One) }
}

fn code<T>(pick: Pick<T>, code: fn(T) -> &'static str) -> Option<&'static str> {
    match pick {
        Pick::Any => None,
        Pick::Unrecorded => Some(UNRECORDED),
        Pick::One(value) => Some(code(value)),
    }
}

/// The options of the filter form.
pub(super) struct Form {
    pub(super) sectors: Vec<Choice>,
    pub(super) stages: Vec<Choice>,
    pub(super) towns: Vec<Choice>,
    pub(super) action: String,
}

impl Form {
    pub(super) fn new(page: &Page, filter: BodyFilter, towns: &[Municipality]) -> Self {
        let sectors = Sector::ALL.map(|sector| (Pick::One(sector), sector.code(), sector.label(page)));
        let stages = Stage::ALL.map(|stage| (Pick::One(stage), stage.code(), stage.label(page)));
        let mut towns: Vec<Choice> = towns
            .iter()
            .map(|town| Choice { value: town.ags.clone(), label: town.name.clone(), chosen: Some(town) == filter.town })
            .collect();
        towns.sort_by_cached_key(|town| base::words::sort_key_de(&town.label));
        Self {
            sectors: choices(sectors.to_vec(), filter.sector, page.t("body-sector-unrecorded")),
            stages: choices(stages.to_vec(), filter.stage, page.t("body-stage-unrecorded")),
            towns,
            action: action(page),
        }
    }
}

fn action(ctx: &Ctx) -> String {
    ctx.href(BodiesPath)
}

fn choices<T: Copy + PartialEq>(
    values: Vec<(Pick<T>, &'static str, String)>,
    chosen: Pick<T>,
    unrecorded: String,
) -> Vec<Choice> {
    let last = (Pick::Unrecorded, UNRECORDED, unrecorded);
    let choice =
        |(pick, code, label): (Pick<T>, &str, String)| Choice { value: code.to_owned(), label, chosen: pick == chosen };
    values.into_iter().chain([last]).map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(bereich: &str, station: &str, kommune: &str) -> String {
        let [bereich, station, kommune] = [bereich, station, kommune].map(ToOwned::to_owned);
        let query = Query { bereich, station, kommune, seite: PageNumber::default() };
        let essen =
            Municipality { ags: "05113000".to_owned(), name: "Essen".to_owned(), district: None, column: 5, row: 5 };
        BodyFilter::new(&query, &[essen]).encoded()
    }

    #[test]
    fn filters_come_back_as_they_were() {
        assert_eq!(encoded("science", "ohne", "05113000"), "bereich=science&station=ohne&kommune=05113000");
        assert_eq!(encoded("", "kita", ""), "station=kita");
    }

    #[test]
    fn what_does_not_exist_is_no_filter() {
        assert_eq!(encoded("sience", "x", "99999999"), "");
    }
}
