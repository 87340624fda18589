//! The jobs of the outbox: sending mails, and deleting old ones.

use std::sync::Arc;

use anyhow::anyhow;
use base::{Clock, Email};
use db::{Conn, Db};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::connections::Connections;
use super::{Folder, MailState, Posted, RETENTION_DAYS, Server, letter, store};
use crate::jobs::{BoxFuture, Chore, Handler, Job, Priority, Queue, Trouble};

/// A mail of the outbox that is to be sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMail {
    pub(super) mail: Uuid,
    pub(super) priority: Priority,
}

impl Job for SendMail {
    const KIND: &'static str = "mail";
    const QUEUE: Queue = Queue::Mail;

    fn priority(&self) -> Priority {
        self.priority
    }
}

/// The sender of all mails.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The display name: the name of the initiative.
    pub name: String,
    /// The mailbox.
    pub address: Email,
}

/// Looks the sender up at the moment of sending, because settings may have changed.
#[derive(Clone)]
pub struct WhoSends(Arc<dyn Fn() -> BoxFuture<'static, Sender> + Send + Sync>);

impl WhoSends {
    /// A sender that is looked up each time.
    pub fn asked(ask: impl Fn() -> BoxFuture<'static, Sender> + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }

    /// A constant sender.
    pub fn always(sender: Sender) -> Self {
        Self::asked(move || Box::pin(std::future::ready(sender.clone())))
    }
}

impl std::fmt::Debug for WhoSends {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WhoSends")
    }
}

/// Sends the mails of the outbox. A mail that was sent is not sent again; one that failed is, if an
/// administrator retries its job.
#[derive(Debug)]
pub struct Delivery {
    db: Db,
    clock: Clock,
    sender: WhoSends,
    /// Without a server mails are written to the folder.
    server: Option<Connections>,
    folder: Folder,
}

impl Delivery {
    /// Sends the mails of a database as `sender` through a server; without one, writes them to the folder.
    pub fn new(db: Db, clock: Clock, sender: WhoSends, server: Option<Server>, folder: Folder) -> Self {
        Self { db, clock, sender, server: server.map(Connections::new), folder }
    }

    async fn deliver(&self, id: Uuid) -> Result<(), Trouble> {
        let found = store::find(&mut self.db.read().await?.conn(), id).await;
        let posted = found.map_err(|error| match error {
            sqlx::Error::Decode(cause) => {
                Trouble::Unreadable(anyhow!("what is stored of the mail cannot be read: {cause}"))
            }
            other => other.into(),
        })?;
        let waits = |posted: &Posted| matches!(posted.state, MailState::Waiting | MailState::Failed);
        let Some(posted) = posted.filter(waits) else { return Ok(()) };
        let outcome = self.hand_over(&posted).await;
        let mut tx = self.db.write().await?;
        match &outcome {
            Ok(state) => store::mark(&mut tx.conn(), id, *state, self.clock.now()).await?,
            Err(
                Trouble::Later(cause) | Trouble::Never(cause) | Trouble::Unreadable(cause) | Trouble::Outage(cause),
            ) => {
                store::count_attempt(&mut tx.conn(), id, &format!("{cause:#}")).await?;
            }
        }
        tx.commit().await?;
        outcome.map(drop)
    }

    async fn hand_over(&self, posted: &Posted) -> Result<MailState, Trouble> {
        let sender = (self.sender.0)().await;
        let letter = letter::letter(posted, &sender).map_err(Trouble::Never)?;
        if let Some(server) = &self.server {
            server.send(&sender.address, letter).await?;
            if posted.state == MailState::Failed {
                // The mail was sent: failing to delete its file is no reason to send it again.
                if let Err(error) = self.folder.remove(posted.id, posted.created_at).await {
                    tracing::warn!(id = %posted.id, ?error, "the file of a mail that has left cannot be removed");
                }
            }
            return Ok(MailState::Sent);
        }
        self.folder.keep(posted.id, posted.created_at, letter.formatted()).await?;
        Ok(MailState::Kept)
    }

    /// Writes a mail that cannot be sent to the folder, so that somebody can see to it.
    async fn lay_aside(&self, conn: &mut Conn<'_>, id: Uuid, why: &str) -> anyhow::Result<()> {
        let posted = match store::find(conn, id).await {
            // A mail that cannot be read cannot be written to a file either.
            Err(sqlx::Error::Decode(_)) => None,
            found => found?,
        };
        if let Some(posted) = posted
            && let Ok(letter) = letter::letter(&posted, &(self.sender.0)().await)
        {
            self.folder.keep(id, posted.created_at, letter.formatted()).await?;
        }
        Ok(store::mark_failed(conn, id, why).await?)
    }
}

impl Handler for Delivery {
    type Job = SendMail;

    fn run(&self, _: Uuid, job: SendMail) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move { self.deliver(job.mail).await })
    }

    fn given_up<'a>(
        &'a self,
        conn: &'a mut Conn<'_>,
        job: SendMail,
        why: &'a str,
    ) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move { self.lay_aside(conn, job.mail, why).await })
    }
}

/// Deletes mails that were sent, kept or failed more than [`RETENTION_DAYS`] ago.
pub const CHORE: Chore = Chore {
    kind: "mail-housekeeping",
    clean: |conn, clock| {
        Box::pin(async move {
            let kept = SignedDuration::from_hours(24 * RETENTION_DAYS);
            store::purge(conn, clock.now().saturating_sub(kept).unwrap_or(Timestamp::MIN)).await
        })
    },
};
