//! `search`: the speed of queries over 10,000 and over 100,000 entries, for the whole page
//! and for the search alone, compared with the database's own full-text search over the same texts.

mod queries;
mod store;
mod words;

use std::slice::from_ref;

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use archive::Folder;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::{Clock, Ids, Locale};
use db::{Address, Db};
use edtf::{Certainty, When};
use golden_thread::full_text::{Choice, Query as SearchQuery};
use golden_thread::store::{CardFilter, NewEntry, Order};
use golden_thread::{EntryId, Kind};
use tower::ServiceExt as _;
use web::Site;

use crate::generate::Numbers;
use queries::{Query, queries};
use words::Vocabulary;

/// The number of repetitions of each query.
const ROUNDS: usize = 25;
/// The numbers of entries, each with the limit for the 99th percentile of whole pages.
const SIZES: [(usize, Duration); 2] = [(10_000, Duration::from_millis(20)), (100_000, Duration::from_millis(100))];
const KINDS: [&str; 8] = ["event", "project", "agreement", "news", "question", "paper", "idea", "milestone"];
const TOWNS: [&str; 4] = ["05113000", "05112000", "05913000", "05911000"];

/// Measures on both databases in both sizes.
///
/// # Errors
/// If something fails, or a limit is exceeded.
pub(crate) async fn run() -> anyhow::Result<()> {
    let vocabulary = Vocabulary::new();
    let mut problems = Vec::new();
    for (entries, limit) in SIZES {
        let directory = std::env::temp_dir().join(format!("zukunftsbildung-search-{}", std::process::id()));
        std::fs::create_dir_all(&directory)?;
        let sqlite = Db::open(&Address::File(directory.join("bench.db"))).await?;
        problems.extend(measure(sqlite, &vocabulary, entries, limit).await?);
        std::fs::remove_dir_all(&directory)?;
        if db::testing::server().is_some() {
            let postgres = db::testing::TestDb::new().await;
            problems.extend(measure(postgres.db.clone(), &vocabulary, entries, limit).await?);
        } else {
            println!("PostgreSQL: not measured, TEST_DATABASE_URL names no server");
        }
    }
    ensure!(problems.is_empty(), "limits exceeded:\n{}", problems.join("\n"));
    Ok(())
}

async fn measure(db: Db, vocabulary: &Vocabulary, entries: usize, limit: Duration) -> anyhow::Result<Vec<String>> {
    let product = db.product();
    let (clock, queries) = (Clock::system(), queries(vocabulary));
    let ids = Ids::new(clock.clone());
    archive::import(&db, &ids, &Folder::embedded()?).await?;
    fill(&db, &ids, vocabulary, entries).await?;
    let start = Instant::now();
    archive::index_if_missing(&db).await?;
    let own = start.elapsed();
    let start = Instant::now();
    let mut tx = db.write().await?;
    store::make_rival(&mut tx.conn()).await?;
    tx.commit().await?;
    let rival = start.elapsed();
    let (bytes, words) = store::weight(&mut db.read().await?.conn()).await?;
    println!(
        "\n{product}, {entries} entries: index made in {:.1} s ({words} words, {:.1} MB); its own full-text index in {:.1} s",
        own.as_secs_f64(),
        // A tenth of a megabyte is exact enough.
        f64::from(u32::try_from(bytes / 100_000)?) / 10.0,
        rival.as_secs_f64()
    );
    let site = app::compose::service(db.clone(), clock, ids, "http://127.0.0.1".to_owned()).await?.uncached();
    let problems = ask_all(&db, &site, &queries, limit).await?;
    db.close().await;
    Ok(problems.into_iter().map(|problem| format!("{product}, {entries} entries: {problem}")).collect())
}

/// Stores many entries with generated texts; the index is built afterwards, all at once.
async fn fill(db: &Db, ids: &Ids, vocabulary: &Vocabulary, entries: usize) -> anyhow::Result<()> {
    let mut numbers = Numbers(2017);
    let mut tx = db.write().await?;
    let conn = &mut tx.conn();
    let fields =
        golden_thread::store::list(conn, Locale::De, CardFilter::of(Kind::FIELD), Order::Numbered, 50, 0).await?;
    for number in 0..entries {
        let (title, summary) = (vocabulary.text(&mut numbers, 4), vocabulary.text(&mut numbers, 14));
        let length = 50 + numbers.below(100);
        let body = vocabulary.text(&mut numbers, length);
        let (year, month, day) = (2000 + number * 20 / entries, 1 + numbers.below(12), 1 + numbers.below(28));
        let slug = format!("eintrag-{number:06}");
        let code = KINDS[number % KINDS.len()];
        let kind = Kind::from_code(code).with_context(|| format!("no kind is called {code}"))?;
        let entry = NewEntry {
            when: Some(When::parse(&format!("{year}-{month:02}-{day:02}"), Certainty::Fixed)?),
            municipality: Some(numbers.pick(&TOWNS)),
            texts: vec![(Locale::De, title.trim(), summary.trim(), body.trim())],
            fields: vec![fields[numbers.below(fields.len())].id],
            ..NewEntry::new(EntryId(ids.next()), kind, &slug)
        };
        golden_thread::store::insert_entries(conn, from_ref(&entry)).await?;
        golden_thread::store::insert_ties(conn, from_ref(&entry)).await?;
    }
    store::outdate(conn).await?;
    golden_thread::store::analyze(conn).await?;
    Ok(tx.commit().await?)
}

/// The times of one class of queries: whole pages, the search alone, the database's own search.
#[derive(Default)]
struct Times {
    pages: Vec<Duration>,
    alone: Vec<Duration>,
    rival: Vec<Duration>,
}

async fn ask_all(db: &Db, site: &Site, queries: &[Query], limit: Duration) -> anyhow::Result<Vec<String>> {
    println!(
        "{:<28} {:>3} | {:>9} {:>9} {:>9} | {:>9} {:>9} | {:>9} {:>9}",
        "questions", "n", "page p50", "p99", "max", "alone p50", "p99", "rival p50", "p99"
    );
    let mut problems = Vec::new();
    for class in queries.chunk_by(|one, other| one.class == other.class) {
        let mut times = Times::default();
        for parsed in class {
            ask(db, site, parsed, &mut times).await?;
        }
        let [pages, alone, rival] = [times.pages, times.alone, times.rival].map(Sorted::of);
        println!(
            "{:<28} {:>3} | {:>9.2} {:>9.2} {:>9.2} | {:>9.2} {:>9.2} | {:>9.2} {:>9.2}",
            class[0].class,
            class.len(),
            pages.at(50),
            pages.at(99),
            pages.at(100),
            alone.at(50),
            alone.at(99),
            rival.at(50),
            rival.at(99)
        );
        if pages.at(99) > limit.as_secs_f64() * 1000.0 {
            problems.push(format!("{} took {:.1} ms", class[0].class, pages.at(99)));
        }
    }
    Ok(problems)
}

async fn ask(db: &Db, site: &Site, query: &Query, times: &mut Times) -> anyhow::Result<()> {
    let parsed = SearchQuery::read(&query.words);
    for round in 0..=ROUNDS {
        let page = timed(async {
            let request = Request::get(&query.address).body(Body::empty())?;
            let response = site.clone().oneshot(request).await?;
            ensure!(response.status() == StatusCode::OK, "{} answers {}", query.address, response.status());
            axum::body::to_bytes(response.into_body(), 64 << 20).await.context("a whole page").map(drop)
        });
        let page = page.await?;
        let alone = timed(async {
            let mut reader = db.read().await?;
            golden_thread::full_text::search(&mut reader.conn(), Locale::De, &parsed, &Choice::default(), 0..20)
                .await?;
            Ok(())
        });
        let alone = alone.await?;
        let rival = timed(async {
            let mut reader = db.read().await?;
            store::ask_rival(&mut reader.conn(), &query.words).await?;
            Ok(())
        });
        let rival = rival.await?;
        // The first round warms the databases' own caches.
        if round > 0 {
            times.pages.push(page);
            times.alone.push(alone);
            times.rival.push(rival);
        }
    }
    Ok(())
}

async fn timed(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<Duration> {
    let start = Instant::now();
    work.await?;
    Ok(start.elapsed())
}

/// Durations in ascending order.
struct Sorted(Vec<Duration>);

impl Sorted {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    /// A percentile, in milliseconds.
    fn at(&self, share: usize) -> f64 {
        self.0[(self.0.len() - 1) * share / 100].as_secs_f64() * 1000.0
    }
}
