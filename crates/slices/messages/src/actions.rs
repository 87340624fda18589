//! Receives a message: stores it and queues its mails in the outbox, all in one transaction.

use base::Email;
use db::Tx;
use services::mail;
use uuid::Uuid;
use web::form::Counted;
use web::{Ctx, Error};

use crate::message::Message;
use crate::number::case_number;
use crate::{letters, quotas, store};

/// Attempts to find a free case number. Among 28 million, the second is nearly always free.
const ATTEMPTS: u64 = 20;

/// Stores a message and queues its mails. A second click on the same form finds the message of the first.
/// Returns the id of the receipt.
pub(crate) async fn receive(ctx: &Ctx, mut message: Message, topic: &str) -> Result<Uuid, Error> {
    let mut tx = ctx.db().write().await?;
    message.number = free_number(&mut tx, &message).await?;
    if !store::insert(&mut tx.conn(), &message).await? {
        let same = store::find_same(&mut tx.conn(), &message.fingerprint).await?;
        return same.ok_or_else(|| anyhow::anyhow!("a message was there and is gone").into());
    }
    let now = ctx.state().now();
    mail::enqueue(&mut tx.conn(), now, &letters::forward(ctx, &message, topic)).await?;
    let may_mail = |to: &Email| ctx.state().shield.admit(&quotas::CONFIRMATIONS, Counted::Recipient(to)).is_ok();
    if let Some(letter) = letters::confirmation(ctx, &message).filter(|letter| may_mail(&letter.to)) {
        mail::enqueue(&mut tx.conn(), now, &letter).await?;
    }
    tx.commit().await?;
    tracing::info!(kind = message.kind.code(), "message received");
    Ok(message.id)
}

async fn free_number(tx: &mut Tx, message: &Message) -> Result<String, Error> {
    let day = base::clock::day_of(message.received_at);
    for attempt in 0..ATTEMPTS {
        let number = case_number(message.kind, day, message.id, attempt);
        if !store::is_taken(&mut tx.conn(), &number).await? {
            return Ok(number);
        }
    }
    Err(anyhow::anyhow!("no case number is free").into())
}
