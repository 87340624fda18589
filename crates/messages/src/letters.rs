//! The mails that a message causes: one to those who answer, one to the sender.

use base::Locale;
use services::mail::{Mail, Subject};
use web::{Arg, Ctx};

use crate::message::{Message, MessageKind};

/// To the mailbox of the role, in German, with all that the visitor wrote. An answer goes straight to
/// the visitor.
pub(crate) fn forward(ctx: &Ctx, message: &Message, topic: &str) -> Mail {
    let texts = &ctx.state().texts;
    let t = |key: &str, args: &[(&str, Arg)]| texts.get(Locale::De, key, args);
    let kind = message.kind.code();
    let subject =
        t(&format!("message-forward-subject-{kind}"), &[("number", (&message.number).into()), ("topic", topic.into())]);
    let due = base::words::date(message.due, Locale::De);
    let mut text = t(
        &format!("message-forward-{kind}"),
        &[("number", (&message.number).into()), ("topic", topic.into()), ("due", due.into())],
    );
    let mut add = |part: String| {
        text.push_str("\n\n");
        text.push_str(&part);
    };
    add(match &message.email {
        Some(email) => t("message-forward-reply", &[("email", email.as_str().into())]),
        None => t("message-forward-no-reply", &[]),
    });
    if let Some(name) = &message.name {
        add(t("message-forward-name", &[("name", name.into())]));
    }
    if let Some(page) = &message.page {
        add(t("message-forward-page", &[("page", page.into())]));
    }
    add(t("message-forward-text", &[("text", (&message.text).into())]));
    add(ctx.initiative().signature());
    Mail { to: message.mailbox.clone(), reply_to: message.email.clone(), subject: Subject::new(&subject), text }
}

/// To the sender, if there is an address: case number and day. Nobody has proved that the address is
/// theirs, so nothing of what they wrote stands in it, not even a name.
pub(crate) fn confirmation(ctx: &Ctx, message: &Message) -> Option<Mail> {
    let to = message.email.clone()?;
    let due = base::words::date(message.due, ctx.interface());
    let name = ctx.initiative().name.as_str();
    let key = match message.kind {
        MessageKind::Contact => "message-confirmation-contact",
        MessageKind::Barrier => "message-confirmation-barrier",
    };
    let subject =
        ctx.t_args("message-confirmation-subject", &[("number", (&message.number).into()), ("name", name.into())]);
    let text = ctx.t_args(key, &[("number", (&message.number).into()), ("due", due.into()), ("name", name.into())]);
    let text = format!("{text}\n\n{}", ctx.initiative().signature());
    Some(Mail { to, reply_to: Some(message.mailbox.clone()), subject: Subject::new(&subject), text })
}
