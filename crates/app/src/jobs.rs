//! Who does the jobs of all rooms: the mail, and what has to be cleaned up once a day.

use std::path::PathBuf;
use std::sync::Arc;

use base::Email;
use jiff::SignedDuration;
use services::backups;
use services::jobs::{Chore, Daily, Handler, Worker, run_today, run_tomorrow};
use services::mail::{self, Delivery, Folder, Sender, Server, WhoSends};
use web::AppState;

use crate::backup::daily::{NightlyBackup, Plan};

/// What is cleaned up once a day.
const CHORES: [Chore; 4] = [mail::CHORE, accounts::CHORE, media::CHORE, messages::CHORE];

/// After so long the next backup is due.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct Post {
    /// The mail server; without one, mails rest in the folder.
    pub server: Option<Server>,
    /// From which address; without one, from the initiative's own.
    pub from: Option<Email>,
    /// Where mails rest that no server takes.
    pub folder: PathBuf,
}

/// The backup of each night: of which database file, and where to.
pub type Nightly = Option<(PathBuf, Plan)>;

/// Makes sure that there is a backup tonight, or that nobody waits for one.
async fn expect_backups(state: &AppState, nightly: Nightly) -> anyhow::Result<Option<Arc<dyn Handler>>> {
    let mut tx = state.db.write().await?;
    let Some((database, plan)) = nightly else {
        backups::forget(&mut tx.conn()).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let (conn, clock, ids) = (&mut tx.conn(), &state.clock, &state.ids);
    backups::expect(conn, clock.now()).await?;
    let last = backups::standing(conn).await?.and_then(|standing| standing.done_at);
    // A start, too, makes a backup, but not each of many.
    if last.is_some_and(|last| clock.now().duration_since(last) < DAY) {
        run_tomorrow(conn, (clock, ids), NightlyBackup::KIND).await?;
    } else {
        run_today(conn, (clock, ids), NightlyBackup::KIND).await?;
    }
    tx.commit().await?;
    Ok(Some(Arc::new(NightlyBackup { state: state.clone(), database, plan })))
}

/// A worker that shares the state of the pages. Makes sure that today's cleaning is done.
///
/// # Errors
/// If the database fails.
pub async fn worker(state: &AppState, post: Post, nightly: Nightly) -> anyhow::Result<Worker> {
    let (db, clock, ids) = (&state.db, &state.clock, &state.ids);
    let mut tx = db.write().await?;
    for chore in CHORES {
        run_today(&mut tx.conn(), (clock, ids), chore.kind).await?;
    }
    tx.commit().await?;
    let delivery = Delivery {
        db: db.clone(),
        clock: clock.clone(),
        sender: who_sends(state, post.from),
        server: post.server,
        folder: Folder::new(post.folder),
    };
    let mut handlers: Vec<Arc<dyn Handler>> = vec![
        Arc::new(delivery),
        Arc::new(accounts::SendLink { state: state.clone() }),
        Arc::new(desk::Schedule { state: state.clone() }),
    ];
    for chore in CHORES {
        handlers.push(Arc::new(Daily { chore, db: db.clone(), clock: clock.clone(), ids: ids.clone() }));
    }
    handlers.extend(expect_backups(state, nightly).await?);
    Ok(Worker::new(db.clone(), clock.clone(), state.wake.clone(), handlers))
}

/// Whose mails they are: what the desk has set comes first, then the settings at the start (`from`), then
/// the initiative's own name and address.
fn who_sends(state: &AppState, from: Option<Email>) -> WhoSends {
    let state = state.clone();
    WhoSends::asked(move || {
        let (state, from) = (state.clone(), from.clone());
        Box::pin(async move {
            let initiative = &state.newest_masthead().await.initiative;
            let address = initiative.mail.address.clone().or(from);
            Sender {
                name: initiative.mail.name.clone().unwrap_or_else(|| initiative.name.clone()),
                address: address.unwrap_or_else(|| initiative.email.clone()),
            }
        })
    })
}
