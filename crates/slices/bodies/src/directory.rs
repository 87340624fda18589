//! The directory of bodies: groups, filters and the matrix that shows the sectors and stages that are
//! missing. No I/O.

use base::words::sort_key_de;
use golden_thread::EntryId;

use crate::{Role, Sector, Stage};

/// The facts about a body that lists need.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) id: EntryId,
    pub(crate) title: String,
    /// The official key of its town.
    pub(crate) town: Option<String>,
    pub(crate) sector: Option<Sector>,
    /// The stations of education at which it works.
    pub(crate) stages: Vec<Stage>,
    /// True for a place, which does not act itself.
    pub(crate) venue: bool,
    /// Its roles; the flag is true for a role in the initiative as a whole.
    pub(crate) roles: Vec<(Role, bool)>,
}

/// The heading under which a body is listed. The order is the one of the headings.
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
    /// The part of text keys that names the group.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Role(role) => role.code(),
            Self::Other => "other",
            Self::Place => "place",
        }
    }
}

impl Member {
    /// The role that characterizes it best: having taken part says least, and a role in the whole says more
    /// than one in a single event.
    pub(crate) fn role(&self) -> Option<(Role, bool)> {
        self.roles.iter().copied().min_by_key(|(role, whole)| (*role == Role::Participant, !whole, *role))
    }

    pub(crate) fn group(&self) -> Group {
        match self.role() {
            _ if self.venue => Group::Place,
            Some((role, _)) => Group::Role(role),
            None => Group::Other,
        }
    }
}

/// One condition of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pick<T> {
    /// No condition.
    Any,
    /// Only bodies for which it is not on record.
    Unrecorded,
    /// Only bodies with this value.
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

/// The filter of the list; all conditions must hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selection<'a> {
    pub(crate) sector: Pick<Sector>,
    pub(crate) stage: Pick<Stage>,
    /// By the official key of their town.
    pub(crate) town: Option<&'a str>,
}

impl Selection<'_> {
    /// True if the body matches. Places have no sector and no stage, so they match only if neither is set.
    pub(crate) fn takes(&self, member: &Member) -> bool {
        let is_about_actors = self.sector != Pick::Any || self.stage != Pick::Any;
        self.town.is_none_or(|town| member.town.as_deref() == Some(town))
            && !(is_about_actors && member.venue)
            && self.sector.takes(member.sector.as_slice())
            && self.stage.takes(&member.stages)
    }
}

/// The bodies that match: by group, then as in a German dictionary.
pub(crate) fn select<'m>(members: &'m [Member], selection: &Selection) -> Vec<&'m Member> {
    let mut chosen: Vec<&Member> = members.iter().filter(|member| selection.takes(member)).collect();
    chosen.sort_by_cached_key(|member| (member.group(), sort_key_de(&member.title), member.id));
    chosen
}

/// One sector and the number of its bodies at each stage; the last number counts those whose stage
/// is not on record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MatrixRow {
    pub(crate) sector: Sector,
    /// One number per stage, and one for bodies without a stage.
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
