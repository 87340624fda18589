//! `serve`: binds the port, opens the database, fills an empty one, and serves until told to stop.

use std::time::Duration;

use archive::{Folder, Refusal};
use base::{Clock, Ids, Now};
use db::{Address, Db};
use services::jobs::Workers;
use tokio::net::TcpListener;
use web::{Proxies, Site};

use super::signals::StopRequests;
use super::{open, say};
use crate::compose::{self, Setup};
use crate::jobs;
use crate::jobs::{Nightly, Post};
use crate::settings::Settings;

/// Time for running jobs to finish when the server stops. Together with the grace period of `web::serve` it stays
/// below the 90 s after which systemd kills a service.
const JOB_GRACE: Duration = Duration::from_secs(10);
/// Time to wait for connections to the database that are still in use.
const CLOSE_LIMIT: Duration = Duration::from_secs(2);

/// The text above the link for the first administrator.
const NOBODY_YET: &str =
    "Nobody is at the desk yet. Whoever opens this link within 24 hours becomes its administrator:";

pub(crate) async fn serve(settings: &Settings) -> anyhow::Result<()> {
    // The port first: a second start by mistake must not even open the database.
    let listener = listen(settings).await?;
    let stop = StopRequests::listen()?;
    let db = open(settings).await?;
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    fill_if_empty(&db, &ids).await?;
    archive::index_if_missing(&db).await?;
    archive::document::begin_if_missing(&db, &ids).await?;
    archive::document::complete(&db).await?;
    let product = db.product();
    let address = format!("http://{}", listener.local_addr()?);
    let public_url = settings.public_url.clone().unwrap_or_else(|| address.clone());
    let first_link = accounts::directory::first_link(&db, Now::new(&clock, &ids)).await?;
    let setup = Setup { sign_in: &settings.sign_in, has_mail_server: settings.mail_server.is_some() };
    let site = compose::service_with(db.clone(), clock, ids, public_url.clone(), setup).await?;
    let workers = jobs::workers(site.state(), post(settings));
    let workers = jobs::with_backups(workers, site.state(), nightly(settings)).await?;
    say(&format!("ZukunftsBildung is running: {address} ({product})"))?;
    match first_link {
        Some(path) => say(&format!("{NOBODY_YET}\n  {public_url}{path}"))?,
        None => say(&format!("The desk: {public_url}/anmelden"))?,
    }
    let files = site.clone();
    tokio::task::spawn_blocking(move || files.prepare());
    let proxies = Proxies::new(settings.proxies.clone());
    tokio::select! {
        () = work(listener, site, proxies, workers, stop.times(1)) => {}
        () = stop.times(2) => {}
    }
    tracing::info!("stopped");
    // SQLite then merges its log into the database file; if not, the next start does.
    let _ = tokio::time::timeout(CLOSE_LIMIT, db.close()).await;
    Ok(())
}

/// Serves and runs jobs until told to stop; then finishes running ones.
async fn work(
    listener: TcpListener,
    site: Site,
    proxies: Proxies,
    workers: Workers,
    stop: impl Future<Output = ()> + Send,
) {
    let (stop_working, told_to_stop) = tokio::sync::oneshot::channel::<()>();
    let jobs = tokio::spawn(workers.run(async move {
        let _ = told_to_stop.await;
    }));
    web::serve(listener, site, proxies, stop).await;
    let _ = stop_working.send(());
    if tokio::time::timeout(JOB_GRACE, jobs).await.is_err() {
        tracing::warn!("a job did not finish in time; it is done after the next start");
    }
}

fn post(settings: &Settings) -> Post {
    Post { server: settings.mail_server.clone(), from: settings.mail_from.clone(), folder: settings.mail_folder() }
}

fn nightly(settings: &Settings) -> Nightly {
    match &settings.database {
        Address::File(path) => settings.backup.clone().map(|plan| (path.clone(), plan)),
        Address::Postgres(_) => None,
    }
}

async fn listen(settings: &Settings) -> anyhow::Result<TcpListener> {
    TcpListener::bind(settings.listen).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow::anyhow!(
                "{} is already taken by another program: choose another port with --listen",
                settings.listen
            )
        }
        _ => anyhow::anyhow!("cannot listen on {}: {error}", settings.listen),
    })
}

/// Imports the embedded content into an empty database.
async fn fill_if_empty(db: &Db, ids: &Ids) -> anyhow::Result<()> {
    let is_empty = golden_thread::store::is_empty(&mut db.read().await?.conn()).await?;
    if !is_empty {
        return Ok(());
    }
    match archive::import(db, ids, &Folder::embedded()?).await {
        Ok(summary) => {
            tracing::info!(entries = summary.entries, links = summary.links, "first start: content imported");
        }
        // Another node has filled it meanwhile.
        Err(Refusal::NotEmpty) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
