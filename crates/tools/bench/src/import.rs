//! `import`: the time to import a big folder, and the uncached speed of every kind of page with it.

use std::time::{Duration, Instant};

use anyhow::ensure;
use archive::Folder;
use base::{Clock, Ids};
use db::{Address, Db};

use crate::{autosave, desk, generate, pages};

/// The generated entries of a big initiative.
pub(crate) const ENTRIES: usize = 10_000;
/// The generated links between them.
pub(crate) const LINKS: usize = 30_000;
/// The limit for the import.
const IMPORT_LIMIT: Duration = Duration::from_secs(30);

/// Measures on both databases.
///
/// # Errors
/// If something fails, or a limit is exceeded.
pub(crate) async fn run() -> anyhow::Result<()> {
    let mut folder = generate::folder(ENTRIES, LINKS)?;
    generate::add_long_way(&mut folder, pages::ANCESTORS);
    println!("{} files, {ENTRIES} generated entries with {LINKS} links\n", folder.0.len());
    let mut problems = Vec::new();
    let directory = std::env::temp_dir().join(format!("zukunftsbildung-bench-{}", std::process::id()));
    std::fs::create_dir_all(&directory)?;
    let sqlite = Db::open(&Address::File(directory.join("bench.db"))).await?;
    problems.extend(measure(sqlite, &folder).await?);
    std::fs::remove_dir_all(&directory)?;
    if db::testing::server().is_some() {
        let postgres = db::testing::TestDb::new().await;
        problems.extend(measure(postgres.db.clone(), &folder).await?);
    } else {
        println!("PostgreSQL: not measured, TEST_DATABASE_URL names no server");
    }
    ensure!(problems.is_empty(), "limits exceeded:\n{}", problems.join("\n"));
    Ok(())
}

async fn measure(db: Db, folder: &Folder) -> anyhow::Result<Vec<String>> {
    let product = db.product();
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    let start = Instant::now();
    let summary = archive::import(&db, &ids, folder).await?;
    let taken = start.elapsed();
    println!(
        "{product}: import of {} entries with {} links took {:.1} s",
        summary.entries,
        summary.links,
        taken.as_secs_f64()
    );
    let mut problems = Vec::new();
    if taken > IMPORT_LIMIT {
        problems.push(format!("{product}: the import took {taken:?}"));
    }
    let whole = app::compose::service(db.clone(), clock, ids, "http://127.0.0.1".to_owned()).await?;
    let site = whole.uncached();
    problems.extend(pages::measure(&site, product).await?);
    problems.extend(desk::measure(&site, &db, product).await?);
    autosave::measure([("rendered anew", &site), ("from memory", &whole)], &db).await?;
    db.close().await;
    Ok(problems)
}
