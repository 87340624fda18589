//! Import and export of a whole initiative as a folder of Markdown and TOML files.
//!
//! It also builds the search index, because it knows the pages of all slices.
//!
//! Import is all or nothing: the whole folder is read and checked, every problem is named with file, line
//! and reason, and a folder without problems is stored in one transaction, in an empty database only.
//! Export is canonical: export → import → export gives the same bytes.
//!
//! A refused import or export is a [`Refusal`]; breakage is `anyhow`.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

mod check;
pub mod document;
mod export;
mod folder;
mod import;
mod index;
mod media;
mod read;
mod sources;

pub use document::Document;
pub use export::{export, write_folder};
pub use folder::Folder;
pub use import::{Summary, import};
pub use index::{forget_entry, index_entry, index_if_missing};
pub use sources::{SourceMatter, SourceSheet};

use golden_thread::sheet::Problem;

/// The reason why a folder was not imported.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The folder has faults.
    #[error("{}", listed(.0))]
    Problems(Vec<Problem>),
    /// The database is not empty.
    #[error("the database already holds an initiative; import needs an empty one, nothing was changed")]
    NotEmpty,
    /// Breakage.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// Most problems that are listed; more are counted.
const LISTED: usize = 20;

fn listed(problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().take(LISTED).map(ToString::to_string).collect();
    if problems.len() > LISTED {
        lines.push(format!("… and {} more problems", problems.len() - LISTED));
    }
    lines.push("nothing was imported".to_owned());
    lines.join("\n")
}
