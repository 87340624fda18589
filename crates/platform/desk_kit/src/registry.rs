//! The registry of all slices of this program; there is no other list of them.
//!
//! Like the kinds ([`golden_thread::Kind::register`]) they stand in one static list that only grows, because commands
//! without an application (an import makes the search index, with the texts of all slices) need it too.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use db::{Migration, MigrationError};
use golden_thread::sheet::TableDef;
use golden_thread::{Kind, Taken, spots};
use web::{Locales, Texts};

use crate::Slice;

static SLICES: RwLock<&'static [&'static Slice]> = RwLock::new(&[]);

/// Two slices that cannot stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Twice {
    /// A kind would be taken for another one.
    #[error(transparent)]
    Kind(#[from] Taken),
    /// A step of the tables has a number that is not its own.
    #[error(transparent)]
    Migration(#[from] MigrationError),
}

/// Makes slices known to the whole program, in addition to those known already. Their order is that of the routes and
/// of sections at one spot.
///
/// # Errors
/// If a kind would be taken for another one. Then nothing is registered.
pub fn register(slices: &[&'static Slice]) -> Result<(), Twice> {
    let mut known = SLICES.write().unwrap_or_else(PoisonError::into_inner);
    let new: Vec<&'static Slice> =
        slices.iter().copied().filter(|slice| known.iter().all(|other| other.name != slice.name)).collect();
    let kinds: Vec<Kind> = new.iter().flat_map(|slice| slice.kinds.iter().copied()).collect();
    let migrations: Vec<Migration> = new.iter().flat_map(|slice| slice.migrations.iter().copied()).collect();
    Kind::register(&kinds)?;
    db::register_migrations(&migrations)?;
    for slice in &new {
        TableDef::register(slice.tables);
        spots::register(slice.spots, slice.hosts);
    }
    if !new.is_empty() {
        // The list replaced is a few pointers long, and there is one for each set of slices.
        *known = Box::leak([known.to_vec(), new].concat().into_boxed_slice());
    }
    Ok(())
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
    *SLICES.read().unwrap_or_else(PoisonError::into_inner)
}
