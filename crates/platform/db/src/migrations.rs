//! Migrations of the schema. Forward only; one that has shipped is never edited.

use std::borrow::Cow;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// One migration: the same text for both databases unless they must differ.
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
    step!(29 "0029_media_pieces"),
    step!(30 "0030_not_published"),
    step!(31 "0031_one_personal_link" differs),
    step!(32 "0032_job_reasons"),
    step!(33 "0033_mail_attachments"),
    step!(34 "0034_topics"),
];

/// The number of the newest migration.
pub(crate) fn newest() -> i64 {
    STEPS.iter().map(|step| step.version).max().unwrap_or_default()
}

/// The migrations up to a number.
pub(crate) fn sqlite(newest: i64) -> Migrator {
    migrator(newest, |step| step.sqlite)
}

/// The migrations up to a number.
pub(crate) fn postgres(newest: i64) -> Migrator {
    migrator(newest, |step| step.postgres)
}

fn migrator(newest: i64, text: fn(&Step) -> &'static str) -> Migrator {
    Migrator::with_migrations(
        STEPS
            .iter()
            .filter(|step| step.version <= newest)
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
