//! The tables, step by step. Forward only; a step that has shipped is never edited.
//!
//! The steps with four digits made the tables of all rooms until November 2026. Since then a slice brings its own
//! ([`Migration`]), numbered by the day on which it was written, so that two slices need not agree on numbers.

use std::borrow::Cow;
use std::sync::{PoisonError, RwLock};

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{MigrationType, Migrator};

/// A step from one state of the tables to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// Its number; of a slice, a day and two digits more. Steps run in the order of their numbers.
    pub version: i64,
    /// Its name, which the database keeps.
    pub name: &'static str,
    /// The statements for SQLite.
    pub sqlite: &'static str,
    /// The statements for PostgreSQL.
    pub postgres: &'static str,
}

impl Migration {
    /// A step whose statements are the same on both databases; its number is year, month, day, and which of that
    /// day (from 1 to 99).
    #[must_use]
    pub const fn new(number: [i64; 4], name: &'static str, sql: &'static str) -> Self {
        Self { version: version(number), name, sqlite: sql, postgres: sql }
    }

    /// A step whose statements must differ.
    #[must_use]
    pub const fn differing(number: [i64; 4], name: &'static str, sqlite: &'static str, postgres: &'static str) -> Self {
        Self { version: version(number), name, sqlite, postgres }
    }
}

static OF_SLICES: RwLock<Vec<Migration>> = RwLock::new(Vec::new());

/// Adds the steps of slices. They must be known before a database is opened.
///
/// # Errors
/// With the two steps that have one number, or the step whose number is no day. None is added then.
pub fn register_migrations(steps: &[Migration]) -> Result<(), MigrationError> {
    let mut known = OF_SLICES.write().unwrap_or_else(PoisonError::into_inner);
    let mut all = known.clone();
    for step in steps {
        match all.iter().find(|other| other.version == step.version) {
            _ if step.version <= FIRST_DAY => return Err(MigrationError::NoDay(step.name)),
            Some(other) if other == step => {}
            Some(other) => return Err(MigrationError::Twice(other.name, step.name)),
            None => all.push(*step),
        }
    }
    all.sort_by_key(|step| step.version);
    *known = all;
    Ok(())
}

/// The reason why a step cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MigrationError {
    /// Two steps have the same number.
    #[error("the migrations `{0}` and `{1}` have the same number")]
    Twice(&'static str, &'static str),
    /// The number does not begin with a day.
    #[error("the number of the migration `{0}` does not begin with a day, as in [2026, 11, 30, 1]")]
    NoDay(&'static str),
}

/// Every number of a slice is greater.
const FIRST_DAY: i64 = version([2026, 11, 1, 0]);

const fn version([year, month, day, number]: [i64; 4]) -> i64 {
    ((year * 100 + month) * 100 + day) * 100 + number
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
        Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../migrations/", $name, $sqlite)),
            postgres: include_str!(concat!("../migrations/", $name, $postgres)),
        }
    };
}

const STEPS: &[Migration] = &[
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
    step!(29 "0029_media_pieces"),
    step!(30 "0030_not_published"),
    step!(31 "0031_one_personal_link" differs),
    step!(32 "0032_job_reasons"),
    step!(33 "0033_mail_attachments"),
    step!(34 "0034_topics"),
    step!(35 "0035_link_basis"),
];

fn all() -> Vec<Migration> {
    let of_slices = OF_SLICES.read().unwrap_or_else(PoisonError::into_inner);
    STEPS.iter().chain(of_slices.iter()).copied().collect()
}

/// The number of the newest step.
pub(crate) fn newest() -> i64 {
    all().iter().map(|step| step.version).max().unwrap_or_default()
}

/// The migrations up to a number.
pub(crate) fn sqlite(newest: i64) -> Migrator {
    migrator(newest, |step| step.sqlite)
}

/// The migrations up to a number.
pub(crate) fn postgres(newest: i64) -> Migrator {
    migrator(newest, |step| step.postgres)
}

fn migrator(newest: i64, text: fn(&Migration) -> &'static str) -> Migrator {
    let step = |step: &Migration| {
        let (name, sql) = (Cow::Borrowed(step.name), text(step).into_sql_str());
        sqlx::migrate::Migration::new(step.version, name, MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(all().iter().filter(|step| step.version <= newest).map(step).collect())
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use super::*;
    use crate::testing::TestDb;
    use crate::{Conn, on, run};

    /// Bytes of this number without repetitions.
    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|place| u8::try_from((place ^ place >> 8 ^ place >> 16) & 0xff).expect("a byte")).collect()
    }

    #[tokio::test]
    async fn bytes_of_media_are_cut_into_pieces_and_none_is_lost() {
        let here = TestDb::new().await;
        let mut tx = here.db.write().await.unwrap();
        let conn = &mut tx.conn();
        // As the tables were before.
        run!(conn, sqlx::query("DROP TABLE media_pieces")).unwrap();
        run!(conn, sqlx::query("ALTER TABLE media_files ADD COLUMN bytes BYTEA")).unwrap();
        let id = uuid::Uuid::from_u128(1);
        let medium = "INSERT INTO media (id, slug, sort, type, name, title, decorative, complete, found_by, version, \
             created_at, updated_at) VALUES ($1, 'a', 'file', 'pdf', 'a.pdf', 'A', FALSE, FALSE, '', 1, 0, 0)";
        run!(conn, sqlx::query(medium).bind(id)).unwrap();
        let lengths = [1, 65_535, 65_536, 65_537, 1 << 20, (1 << 20) + 1, 3_000_000];
        for (size, length) in (0_i64..).zip(lengths) {
            let file = "INSERT INTO media_files (media_id, type, size, width, height, length, etag, bytes) \
                 VALUES ($1, 'jpg', $2, 0, 0, $3, $4, $5)";
            let (etag, bytes) = (length.to_string(), bytes(length));
            let length = i64::try_from(length).unwrap();
            run!(conn, sqlx::query(file).bind(id).bind(size).bind(length).bind(etag).bind(bytes)).unwrap();
        }
        let step = STEPS.iter().find(|step| step.name == "0029_media_pieces").unwrap();
        match conn {
            Conn::Sqlite(open, _) => sqlx::raw_sql(step.sqlite).execute(&mut **open).await.map(drop),
            Conn::Postgres(open, _) => sqlx::raw_sql(step.postgres).execute(&mut **open).await.map(drop),
        }
        .unwrap();
        for length in lengths {
            let sql = "SELECT bytes FROM media_pieces WHERE media_id = $1 AND etag = $2 ORDER BY number";
            let pieces: Vec<Vec<u8>> =
                on!(conn, |c| sqlx::query_scalar(sql).bind(id).bind(length.to_string()).fetch_all(c).await).unwrap();
            assert!(pieces.concat() == bytes(length), "{length}");
            assert_eq!(pieces.len(), length.div_ceil(65_536), "{length}");
        }
    }
}
