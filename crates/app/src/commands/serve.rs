//! `serve`: takes the port, opens the database, fills an empty one, and answers until told to stop.

use std::time::Duration;

use archive::{Folder, Refused};
use base::{Clock, Ids};
use db::{Address, Db};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::Proxies;

use super::{open, say};
use crate::jobs::{Nightly, Post};
use crate::settings::Settings;
use crate::{compose, jobs};

/// How long the job in hand may take to finish when the server stops.
const FAREWELL: Duration = Duration::from_secs(10);

/// Stands above the link for the first administrator.
const NOBODY_YET: &str =
    "Nobody is at the desk yet. Whoever opens this link within 24 hours becomes its administrator:";

pub(crate) async fn serve(settings: &Settings) -> anyhow::Result<()> {
    // The port first: a second start by mistake must not even open the database.
    let listener = listen(settings).await?;
    let db = open(settings).await?;
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    fill_if_empty(&db, &ids).await?;
    archive::index_if_missing(&db).await?;
    archive::document::begin_if_missing(&db, &ids).await?;
    let product = db.product();
    let address = format!("http://{}", listener.local_addr()?);
    let public_url = settings.public_url.clone().unwrap_or_else(|| address.clone());
    let first_link = accounts::directory::first_link(&db, (&clock, &ids)).await?;
    let site = compose::service_with(db.clone(), clock, ids, public_url.clone(), &settings.sign_in).await?;
    let worker = jobs::worker(site.state(), post(settings), nightly(settings)).await?;
    say(&format!("ZukunftsBildung is running: {address} ({product})"))?;
    match first_link {
        Some(path) => say(&format!("{NOBODY_YET}\n  {public_url}{path}"))?,
        None => say(&format!("The desk: {public_url}/anmelden"))?,
    }
    let files = site.clone();
    tokio::task::spawn_blocking(move || files.prepare());
    let (stop_working, told_to_stop) = tokio::sync::oneshot::channel::<()>();
    let work = tokio::spawn(worker.run(async move {
        let _ = told_to_stop.await;
    }));
    web::serve(listener, site, Proxies::new(settings.proxies.clone()), stop_signal()?).await;
    let _ = stop_working.send(());
    if tokio::time::timeout(FAREWELL, work).await.is_err() {
        tracing::warn!("a job did not finish in time; it is done after the next start");
    }
    tracing::info!("stopped");
    db.close().await;
    Ok(())
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

/// The first start shows the first instance.
async fn fill_if_empty(db: &Db, ids: &Ids) -> anyhow::Result<()> {
    let is_empty = thread::store::is_empty(&mut db.read().await?.conn()).await?;
    if !is_empty {
        return Ok(());
    }
    match archive::import(db, ids, &Folder::embedded()?).await {
        Ok(summary) => {
            tracing::info!(entries = summary.entries, links = summary.links, "first start: content imported");
        }
        // Another node was faster.
        Err(Refused::NotEmpty) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// Resolves on SIGTERM (a service manager) or SIGINT (Ctrl-C).
fn stop_signal() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: running requests are finished first");
    })
}
