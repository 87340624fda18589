//! A right as data: which roles give it, and how far.
//!
//! Each slice declares its own ([`rights!`](macro@crate::rights)) and lists them in its manifest. Handlers ask the
//! declared right, and the page „Wer darf was“ prints it, so the two cannot differ.

use golden_thread::Kind;

use crate::person::{Grant, Person, PersonId, Role, Scope, ScopeKind};

/// Something that people may do if one of their grants fits one of the rules.
#[derive(Debug, Clone, Copy)]
pub struct Right {
    /// Its name in the program; no two rights have the same.
    pub code: &'static str,
    /// Text key of what it allows, as a verb phrase.
    pub key: &'static str,
    /// The rules that give it. A role may have several.
    pub rules: &'static [Rule],
}

/// A role that gives a right, and its limits.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The role.
    pub role: Role,
    /// How far the right reaches.
    pub extent: Extent,
    /// The scopes with which the role gives the right; all that the role can have if this is `None`.
    pub scopes: Option<&'static [ScopeKind]>,
    /// The kinds of entries for which the role gives the right; all if this is `None`.
    pub only: Option<Only>,
}

/// How far a right reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// To everything that the right is about.
    Everywhere,
    /// To what lies within the scope of the grant.
    Within,
    /// To what is the person's own; see [`Resource::belongs_to`].
    Own,
}

/// A limit to some kinds of entries.
#[derive(Debug, Clone, Copy)]
pub struct Only {
    /// Text key of these kinds.
    pub key: &'static str,
    /// True for a kind within the limit.
    pub holds: fn(Kind) -> bool,
}

/// A thing that a decision is about. A slice says it of its own things.
pub trait Resource {
    /// The kind of an entry. A rule with a limit to some kinds gives nothing for things that have none.
    fn kind(&self) -> Option<Kind> {
        None
    }

    /// True if it lies within a scope. Everything lies within the whole initiative.
    fn lies_within(&self, scope: Scope) -> bool;

    /// True if it is this person's own.
    fn belongs_to(&self, _: PersonId) -> bool {
        false
    }
}

/// Declares the rights of a slice as constants, and `RIGHTS`, the list of them for its manifest.
///
/// ```
/// use accounts::{Right, Role, Rule};
///
/// accounts::rights! {
///     /// To lend books.
///     LEND = { code: "lend", key: "right-lend", rules: &[Rule::of(Role::Editor)] };
/// }
/// assert_eq!(RIGHTS[0].code, "lend");
/// ```
#[macro_export]
macro_rules! rights {
    ($( $(#[$meta:meta])* $name:ident = { $($field:ident: $value:expr),+ $(,)? } );+ $(;)?) => {
        $(
            $(#[$meta])*
            pub const $name: $crate::Right = $crate::Right { $($field: $value),+ };
        )+

        /// All of these rights.
        pub const RIGHTS: &[$crate::Right] = &[$($name),+];
    };
}

impl Right {
    /// True if a person has the right at all, be it for some things only.
    #[must_use]
    pub fn allows(&self, person: &Person) -> bool {
        self.scopes(person).next().is_some()
    }

    /// True if a person has the right for this thing.
    #[must_use]
    pub fn covers(&self, person: &Person, thing: &impl Resource) -> bool {
        person.grants.iter().any(|grant| self.rules.iter().any(|rule| rule.covers(person.id, *grant, thing)))
    }

    /// The scopes for which a person has the right.
    pub fn scopes(&self, person: &Person) -> impl Iterator<Item = Scope> {
        let gives = |grant: &&Grant| self.rules.iter().any(|rule| rule.fits(**grant));
        person.grants.iter().filter(gives).map(|grant| grant.scope)
    }

    /// The rules of one role.
    pub fn rules_of(&self, role: Role) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().filter(move |rule| rule.role == role)
    }
}

impl Rule {
    /// The role gives the right everywhere.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        Self { role, extent: Extent::Everywhere, scopes: None, only: None }
    }

    /// The role gives it within the scope of the grant.
    #[must_use]
    pub const fn within(role: Role) -> Self {
        Self { extent: Extent::Within, ..Self::of(role) }
    }

    /// The role gives it for what is the person's own.
    #[must_use]
    pub const fn own(role: Role) -> Self {
        Self { extent: Extent::Own, ..Self::of(role) }
    }

    /// Limits the rule to some kinds of entries.
    #[must_use]
    pub const fn only(self, only: Only) -> Self {
        Self { only: Some(only), ..self }
    }

    /// Limits the rule to grants with such a scope.
    #[must_use]
    pub const fn with_scope(self, scopes: &'static [ScopeKind]) -> Self {
        Self { scopes: Some(scopes), ..self }
    }

    fn fits(&self, grant: Grant) -> bool {
        grant.role == self.role && self.scopes.is_none_or(|scopes| scopes.contains(&grant.scope.kind()))
    }

    fn covers(&self, person: PersonId, grant: Grant, thing: &impl Resource) -> bool {
        let reaches = match self.extent {
            Extent::Everywhere => true,
            Extent::Within => thing.lies_within(grant.scope),
            Extent::Own => thing.belongs_to(person),
        };
        let holds = self.only.is_none_or(|only| thing.kind().is_some_and(only.holds));
        self.fits(grant) && reaches && holds
    }
}
