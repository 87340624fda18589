//! The registry of all slices of this program; there is no other list of them.
//!
//! Like the kinds ([`golden_thread::Kind::register`]) they stand in one static list that only grows, because commands
//! without an application (an import makes the search index, with the texts of all slices) need it too.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use base::Registry;
use db::{Migration, MigrationError};
use golden_thread::sheet::TableDef;
use golden_thread::{Kind, Taken, spots};
use services::audit::{AuditEvent, SameCode};
use web::{Locales, Texts};

use crate::Slice;

static SLICES: Registry<&'static Slice> = Registry::new(&[]);

/// Two slices that cannot stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Twice {
    /// A kind would be taken for another one.
    #[error(transparent)]
    Kind(#[from] Taken),
    /// A step of the tables has a number that is not its own.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// An audit event has the code of another one.
    #[error(transparent)]
    AuditEvent(#[from] SameCode),
    /// Two rights have this code.
    #[error("two rights have the code `{0}`")]
    Right(&'static str),
}

/// Makes slices known to the whole program, in addition to those known already. Their order is that of the routes and
/// of sections at one spot.
///
/// # Errors
/// If a kind, a right or an audit event would be taken for another one. Then no slice is registered.
pub fn register(slices: &[&'static Slice]) -> Result<(), Twice> {
    SLICES.grow(|known| {
        let is_new = |slice: &&Slice| known.iter().all(|other| other.name != slice.name);
        let new: Vec<&'static Slice> = slices.iter().copied().filter(is_new).collect();
        declare(known, &new)?;
        Ok([known, &new].concat())
    })
}

/// Makes known all that new slices declare, beside the slices that are known already.
fn declare(known: &[&Slice], new: &[&'static Slice]) -> Result<(), Twice> {
    let kinds: Vec<Kind> = new.iter().flat_map(|slice| slice.kinds.iter().copied()).collect();
    let migrations: Vec<Migration> = new.iter().flat_map(|slice| slice.migrations.iter().copied()).collect();
    let events: Vec<AuditEvent> = new.iter().flat_map(|slice| slice.audit_events.iter().copied()).collect();
    each_right_once(known.iter().chain(new))?;
    AuditEvent::register(&events)?;
    Kind::register(&kinds)?;
    db::register_migrations(&migrations)?;
    for slice in new {
        TableDef::register(slice.tables);
        spots::register(slice.spots, slice.hosts);
    }
    Ok(())
}

/// Refuses a code that two rights have.
fn each_right_once<'a>(slices: impl Iterator<Item = &'a &'a Slice>) -> Result<(), Twice> {
    let mut codes = HashSet::new();
    let twice = slices.flat_map(|slice| slice.rights.list).find(|right| !codes.insert(right.code));
    twice.map_or(Ok(()), |right| Err(Twice::Right(right.code)))
}

/// The texts of all slices. They are read once for each set of slices: a publication needs them as every page does.
///
/// # Errors
/// If two slices have the same key.
pub fn texts() -> anyhow::Result<Arc<Texts>> {
    static KEPT: Mutex<Option<(usize, Arc<Texts>)>> = Mutex::new(None);
    let slices = slices();
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    // The list only grows, so its length identifies it.
    if let Some((_, texts)) = kept.as_ref().filter(|(length, _)| *length == slices.len()) {
        return Ok(Arc::clone(texts));
    }
    let locales: Vec<Locales> = slices.iter().map(|slice| slice.frontend.locales).collect();
    let texts = Arc::new(Texts::new(&locales)?);
    *kept = Some((slices.len(), Arc::clone(&texts)));
    Ok(texts)
}

/// All slices, in the order in which they were registered.
pub fn slices() -> &'static [&'static Slice] {
    SLICES.all()
}
