//! The tables, step by step. Forward only; a step that has shipped is never edited.

use std::borrow::Cow;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// One step: the same text for both databases unless they must differ.
struct Step {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// `1 "0001_name"` is one file for both databases, `1 "0001_name" differs` one for each.
macro_rules! step {
    ($version:literal $name:literal) => {
        step!($version $name ".sql" ".sql")
    };
    ($version:literal $name:literal differs) => {
        step!($version $name ".sqlite.sql" ".postgres.sql")
    };
    ($version:literal $name:literal $sqlite:literal $postgres:literal) => {
        Step {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../migrations/", $name, $sqlite)),
            postgres: include_str!(concat!("../migrations/", $name, $postgres)),
        }
    };
}

const STEPS: &[Step] = &[
    step!(1 "0001_thread"),
    step!(2 "0002_initiative"),
    step!(3 "0003_bodies"),
    step!(4 "0004_process"),
    step!(5 "0005_events"),
    step!(6 "0006_newsroom"),
    step!(7 "0007_outcomes"),
    step!(8 "0008_content_version"),
    step!(9 "0009_services"),
    step!(10 "0010_messages"),
    step!(11 "0011_search"),
    step!(12 "0012_card_speed"),
    step!(13 "0013_sign_language"),
    step!(14 "0014_accounts"),
    step!(15 "0015_audit"),
    step!(16 "0016_revisions"),
    step!(17 "0017_media"),
    step!(18 "0018_inbox"),
    step!(19 "0019_settings"),
    step!(20 "0020_registers"),
    step!(21 "0021_write_probe"),
    step!(22 "0022_backups"),
    step!(23 "0023_links_guard"),
    step!(24 "0024_scopes"),
    step!(25 "0025_passes"),
    step!(26 "0026_jobs"),
    step!(27 "0027_quotas"),
    step!(28 "0028_folded_titles"),
    step!(30 "0030_not_published"),
];

/// The number of the newest step.
pub(crate) fn newest() -> i64 {
    STEPS.iter().map(|step| step.version).max().unwrap_or_default()
}

pub(crate) fn sqlite() -> Migrator {
    migrator(|step| step.sqlite)
}

pub(crate) fn postgres() -> Migrator {
    migrator(|step| step.postgres)
}

fn migrator(text: fn(&Step) -> &'static str) -> Migrator {
    Migrator::with_migrations(
        STEPS
            .iter()
            .map(|step| {
                Migration::new(
                    step.version,
                    Cow::Borrowed(step.name),
                    MigrationType::Simple,
                    text(step).into_sql_str(),
                    false,
                )
            })
            .collect(),
    )
}
