//! The job that mails a sign-in link, and the daily cleaning.

use base::{Email, Locale};
use serde::{Deserialize, Serialize};
use services::jobs::{BoxFuture, Chore, Handler, Job, Queue, Trouble};
use services::{audit, mail};
use uuid::Uuid;
use web::AppState;

use crate::acts::{AccountAct, Named};
use crate::desk::Desk;
use crate::link::{self, LinkKind, may_send};
use crate::paths::LinkPath;
use crate::person::PersonId;
use crate::{letters, store};

/// Sends a link if the address belongs to a person. Because a job does this, the answer to the request is
/// the same for every address, and equally fast.
#[derive(Debug)]
pub struct SendLink {
    /// State of the application.
    pub state: AppState,
}

/// A request for a sign-in link.
#[derive(Debug, Serialize, Deserialize)]
pub struct Request {
    pub(crate) email: Email,
    pub(crate) locale: Locale,
    pub(crate) onward: String,
}

impl Job for Request {
    const KIND: &'static str = "send-sign-in-link";
    const QUEUE: Queue = Queue::Now;
}

impl SendLink {
    async fn send(&self, id: Uuid, request: Request) -> Result<(), Trouble> {
        let Request { email, locale, onward } = request;
        let (state, now) = (&self.state, self.state.now());
        let mut tx = state.db.write().await?;
        let Some(account) = store::find_account(&mut tx.conn(), &email).await?.filter(|account| !account.is_disabled)
        else {
            return Ok(());
        };
        // Locks the person, so that the second of two jobs sees the link that the first has sent.
        store::touch_person(&mut tx.conn(), account.id).await?;
        let recent = link::recent(&mut tx.conn(), LinkKind::SignIn, account.id, state.clock.now()).await?;
        if !may_send(recent.made, recent.open) {
            tracing::info!(person = %account.id, "no further sign-in link for now");
            return Ok(());
        }
        let (kind, person) = (LinkKind::SignIn, (account.id, onward.as_str()));
        let Some(secret) = link::make_in_job(&mut tx.conn(), &state.clock, id, kind, person).await? else {
            return Ok(());
        };
        let letter = letters::letter(state, locale, (&account.email, &account.name), (LinkKind::SignIn, &secret));
        mail::enqueue(&mut tx.conn(), now, &letter).await?;
        tx.commit().await?;
        Ok(())
    }
}

impl Handler for SendLink {
    type Job = Request;

    fn run(&self, id: Uuid, request: Request) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(self.send(id, request))
    }
}

/// Deletes expired sessions, expired challenges, and old rows of the audit log.
pub const CHORE: Chore = Chore {
    kind: "purge-accounts",
    clean: |conn, clock| {
        Box::pin(async move {
            let now = clock.now();
            let mut removed = store::purge_sessions(conn, now).await?;
            removed += store::purge_challenges(conn, now).await?;
            Ok(removed + audit::purge(conn, now).await?)
        })
    },
};

/// The person to whom an administrator sends a link.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Invited<'a> {
    pub(crate) id: PersonId,
    pub(crate) email: &'a Email,
    pub(crate) name: &'a str,
}

/// A link that somebody passes on by hand, because there is no mail server.
#[derive(Debug, Clone)]
pub(crate) struct HandoverLink {
    pub(crate) kind: LinkKind,
    pub(crate) address: String,
}

/// Creates a link for a person and queues its mail, when an administrator sends it. Without a mail server nobody would
/// get the mail, so the link is given to the administrator instead, and the audit log says so.
pub(crate) async fn invite(
    conn: &mut db::Conn<'_>,
    desk: &Desk,
    person: Invited<'_>,
    kind: LinkKind,
) -> anyhow::Result<Option<HandoverLink>> {
    let (state, locale) = (desk.state(), desk.interface());
    let now = state.now();
    let onward = locale.interface().prefix().to_owned() + &crate::paths::DeskPath.to_string();
    let secret = link::make(conn, now, kind, (Some(person.id), &onward)).await?;
    if state.has_mail_server {
        let letter = letters::letter(state, locale, (person.email, person.name), (kind, &secret));
        mail::enqueue(conn, now, &letter).await?;
        return Ok(None);
    }
    let act = AccountAct::LinkShown(Named { id: person.id, name: person.name });
    audit::note(conn, now, desk.actor(), &act).await?;
    Ok(Some(HandoverLink {
        kind,
        address: letters::address(state, locale, LinkPath { secret: secret.as_str().to_owned() }),
    }))
}
