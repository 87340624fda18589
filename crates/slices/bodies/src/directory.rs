//! Who takes part: groups, filters and the matrix that shows who is missing. No I/O.

use base::words::sort_key_de;
use golden_thread::EntryId;

use crate::{Role, Sector, Stage};

/// A body in few words.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// Its id.
    pub(crate) id: EntryId,
    /// Its name.
    pub(crate) title: String,
    /// The official key of its town.
    pub(crate) town: Option<String>,
    /// Its part of society.
    pub(crate) sector: Option<Sector>,
    /// The stations of education at which it works.
    pub(crate) stages: Vec<Stage>,
    /// A place, not somebody who acts.
    pub(crate) venue: bool,
    /// Its roles, and whether each concerns the initiative as a whole.
    pub(crate) roles: Vec<(Role, bool)>,
}

/// Under which heading a body is listed. The order is the one of the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// By its weightiest role.
    Role(Role),
    /// Named somewhere, without a role of its own.
    Other,
    /// A place where events happen.
    Place,
}

impl Group {
    /// The word in text keys.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Role(role) => role.code(),
            Self::Other => "other",
            Self::Place => "place",
        }
    }
}

impl Member {
    /// The role that tells most about it: having taken part says least, and a role in the whole
    /// says more than one in a single event.
    pub(crate) fn role(&self) -> Option<(Role, bool)> {
        self.roles.iter().copied().min_by_key(|(role, whole)| (*role == Role::Participant, !whole, *role))
    }

    /// Its heading.
    pub(crate) fn group(&self) -> Group {
        match self.role() {
            _ if self.venue => Group::Place,
            Some((role, _)) => Group::Role(role),
            None => Group::Other,
        }
    }
}

/// One part of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pick<T> {
    /// No matter what.
    Any,
    /// Only those of whom it is not on record.
    Unrecorded,
    /// Only this one.
    One(T),
}

impl<T: Copy + PartialEq> Pick<T> {
    fn takes(self, values: &[T]) -> bool {
        match self {
            Self::Any => true,
            Self::Unrecorded => values.is_empty(),
            Self::One(value) => values.contains(&value),
        }
    }
}

/// Which bodies to list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selection<'a> {
    /// By sector.
    pub(crate) sector: Pick<Sector>,
    /// By stage.
    pub(crate) stage: Pick<Stage>,
    /// By the official key of their town.
    pub(crate) town: Option<&'a str>,
}

impl Selection<'_> {
    /// Places belong to no sector and no stage, so they are left out where one asks for these.
    pub(crate) fn takes(&self, member: &Member) -> bool {
        let is_about_actors = self.sector != Pick::Any || self.stage != Pick::Any;
        self.town.is_none_or(|town| member.town.as_deref() == Some(town))
            && !(is_about_actors && member.venue)
            && self.sector.takes(member.sector.as_slice())
            && self.stage.takes(&member.stages)
    }
}

/// The bodies that a selection takes: by group, then as in a German dictionary.
pub(crate) fn select<'m>(members: &'m [Member], selection: &Selection) -> Vec<&'m Member> {
    let mut chosen: Vec<&Member> = members.iter().filter(|member| selection.takes(member)).collect();
    chosen.sort_by_cached_key(|member| (member.group(), sort_key_de(&member.title), member.id));
    chosen
}

/// One sector and the number of its bodies at each stage; the last number counts those whose stage
/// is not on record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MatrixRow {
    /// The sector.
    pub(crate) sector: Sector,
    /// One number per stage, and one for none.
    pub(crate) counts: [usize; Stage::ALL.len() + 1],
}

/// Sectors by stages, places left out. A body that works at two stages counts at both.
pub(crate) fn matrix(members: &[Member]) -> Vec<MatrixRow> {
    let count = |sector, stage| {
        let selection = Selection { sector: Pick::One(sector), stage, town: None };
        members.iter().filter(|member| selection.takes(member)).count()
    };
    let row = |sector| {
        let mut counts = [0; Stage::ALL.len() + 1];
        let stages = Stage::ALL.into_iter().map(Pick::One).chain([Pick::Unrecorded]);
        for (cell, stage) in counts.iter_mut().zip(stages) {
            *cell = count(sector, stage);
        }
        MatrixRow { sector, counts }
    };
    Sector::ALL.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests;
