//! Entries as the things that decisions are about.

use golden_thread::store::Reach;
use golden_thread::{EntryId, Kind};

use super::Resource;
use crate::person::Scope;

/// The entry that a decision is about, with its ties. The caller reads it from the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Some roles are limited to kinds.
    pub kind: Kind,
    /// The entry; `None` if it is about to be created.
    pub id: Option<EntryId>,
    /// The fields of action to which it belongs.
    pub fields: Vec<EntryId>,
    /// The bodies that run it, and those that run the events above it; of a body, the body itself.
    pub bodies: Vec<EntryId>,
    /// The events to which it belongs and those above them; of an event, the event itself too.
    pub events: Vec<EntryId>,
}

/// An entry that somebody is about to begin: it has a kind and no ties yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beginning(pub(super) Kind);

impl Subject {
    /// An entry with everything that it belongs to.
    pub fn new(kind: Kind, id: Option<EntryId>, reach: Reach) -> Self {
        Self { kind, id, fields: reach.fields, bodies: reach.bodies, events: reach.events }
    }
}

impl Resource for Subject {
    fn kind(&self) -> Option<Kind> {
        Some(self.kind)
    }

    /// A thing without ties is reached only by grants for the whole initiative.
    fn lies_within(&self, scope: Scope) -> bool {
        let is_field = |field| self.kind == Kind::FIELD && self.id == Some(field);
        match scope {
            Scope::Initiative => true,
            Scope::Field(field) => self.fields.contains(&field) || is_field(field),
            Scope::Body(body) => self.bodies.contains(&body),
            Scope::Event(event) => self.events.contains(&event),
        }
    }
}

impl Resource for Beginning {
    fn kind(&self) -> Option<Kind> {
        Some(self.0)
    }

    /// True if a new entry of the kind can be tied to such a scope; see the tables of the kinds.
    fn lies_within(&self, scope: Scope) -> bool {
        let Self(kind) = *self;
        match scope {
            Scope::Initiative => true,
            Scope::Field(_) => kind != Kind::FIELD,
            Scope::Body(_) => kind.def().is_of_body,
            Scope::Event(_) => kind.def().is_within_event,
        }
    }
}
