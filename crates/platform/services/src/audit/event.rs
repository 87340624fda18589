//! The kinds of acts: each slice declares its own, and the page of the log reads them all.
//!
//! An event is a constant of its slice ([`audit_events!`](macro@crate::audit_events)); at the start the application
//! registers those of all slices ([`AuditEvent::register`]) in one static list that only grows, as it does with the
//! kinds of entries. Nothing here knows an event by name.

use std::fmt;

use base::Registry;

/// The kind of an act in the audit log.
#[derive(Clone, Copy)]
pub struct AuditEvent(&'static EventDef);

/// The properties of an event.
#[derive(Debug)]
pub struct EventDef {
    /// The written form in the database. Rows outlive the code, so it never changes.
    pub code: &'static str,
    /// Text key of its name; the text stands in the slice.
    pub key: &'static str,
    /// Puts the recorded label of an act into words.
    pub label: LabelFn,
}

/// Turns a recorded label into words; `say` gives the text of a key in the reader's language.
pub type LabelFn = fn(label: &str, say: &dyn Fn(&str) -> String) -> String;

/// Two events that could not be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the audit events with the texts `{}` and `{}` have the same code `{}`", .0.key(), .1.key(), .0.code())]
pub struct SameCode(pub AuditEvent, pub AuditEvent);

static EVENTS: Registry<AuditEvent> = Registry::new(&[]);

/// Declares the audit events of a slice as constants, and `AUDIT_EVENTS`, the list of them for its manifest.
///
/// ```
/// services::audit_events! {
///     /// A book was lent.
///     LENT = { code: "book_lent", key: "audit-event-book-lent" };
/// }
/// assert_eq!(AUDIT_EVENTS, [LENT]);
/// assert_eq!(LENT.code(), "book_lent");
/// ```
#[macro_export]
macro_rules! audit_events {
    ($( $(#[$meta:meta])* $name:ident = { code: $code:expr, key: $key:expr $(, label: $label:expr)? $(,)? } );+ $(;)?) => {
        $(
            $(#[$meta])*
            pub const $name: $crate::audit::AuditEvent = {
                const DEF: &$crate::audit::EventDef = &$crate::audit::EventDef::new($code, $key)$(.labelled($label))?;
                $crate::audit::AuditEvent::of(DEF)
            };
        )+

        /// All of these events.
        pub const AUDIT_EVENTS: &[$crate::audit::AuditEvent] = &[$($name),+];
    };
}

impl EventDef {
    /// An event whose labels are names that need no translation.
    #[must_use]
    pub const fn new(code: &'static str, key: &'static str) -> Self {
        Self { code, key, label: |label, _| label.to_owned() }
    }

    /// The same event with labels that are put into words when they are read.
    #[must_use]
    pub const fn labelled(self, label: LabelFn) -> Self {
        Self { label, ..self }
    }
}

impl AuditEvent {
    /// The event with these properties. Slices say [`audit_events!`](macro@crate::audit_events) instead.
    #[must_use]
    pub const fn of(def: &'static EventDef) -> Self {
        Self(def)
    }

    /// The written form, as in [`EventDef::code`].
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// Text key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.0.key
    }

    /// The recorded label of such an act in words.
    pub fn label(self, recorded: &str, say: &dyn Fn(&str) -> String) -> String {
        (self.0.label)(recorded, say)
    }

    /// Makes events known to the whole program, in addition to those known already.
    ///
    /// # Errors
    /// If one has the code of another. None is registered then.
    pub fn register(events: &[Self]) -> Result<(), SameCode> {
        EVENTS.grow(|known| {
            let mut all = known.to_vec();
            for event in events {
                match all.iter().find(|other| other.code() == event.code()) {
                    Some(other) if other == event => {}
                    Some(other) => return Err(SameCode(*event, *other)),
                    None => all.push(*event),
                }
            }
            Ok(all)
        })
    }

    /// All events, in the order in which they were registered.
    pub fn all() -> &'static [Self] {
        EVENTS.all()
    }

    /// The event with this code, if a slice of this program declares it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().iter().copied().find(|event| event.code() == code)
    }
}

impl PartialEq for AuditEvent {
    fn eq(&self, other: &Self) -> bool {
        (self.code(), self.key()) == (other.code(), other.key())
    }
}

impl Eq for AuditEvent {}

impl fmt::Debug for AuditEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AuditEvent").field(&self.code()).finish()
    }
}

impl fmt::Display for AuditEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
