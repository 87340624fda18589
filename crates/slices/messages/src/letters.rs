//! The mails about a message: the notification of the mailbox that answers, the confirmation to the sender,
//! and the answer.

use base::{Email, Locale};
use services::mail::{AutoSubmitted, Mail, Subject};
use web::{Arg, Ctx};

use crate::message::{Message, MessageKind};
use crate::store::cases::Case;

/// The notification to the mailbox of the role, in German, with the full text. Its reply address is the
/// visitor's.
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
        Some(email) => t("message-forward-reply", &[("email", email.to_string().into())]),
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
    Mail::new(message.mailbox.clone(), Subject::new(&subject), text).reply_to(message.email.clone())
}

/// The confirmation to the sender, if they gave an address: case number and day. Nobody has verified the
/// address, so the mail repeats nothing that was written, not even a name.
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
    Some(Mail::new(to, Subject::new(&subject), text).reply_to(Some(message.mailbox.clone())))
}

/// The greeting and the closing words of an answer, in the language in which the sender wrote.
pub(crate) fn answer_draft(ctx: &Ctx, case: &Case) -> String {
    let (sender, name) = (ctx.in_language(case.locale), ctx.initiative().name.as_str());
    let greeting = match &case.name {
        Some(known) => sender.t_with("inbox-answer-greeting-named", "name", known.as_str()),
        None => sender.t("inbox-answer-greeting"),
    };
    format!("{greeting}\n\n\n\n{}", sender.t_with("inbox-answer-closing", "name", name))
}

/// The end of every answer: the quoted question, and the body that is responsible for the site.
pub(crate) fn answer_end(ctx: &Ctx, case: &Case) -> String {
    let sender = ctx.in_language(case.locale);
    let day = base::words::date(base::clock::day_of(case.received_at), sender.interface());
    let question = case.text.as_deref().unwrap_or_default();
    let quoted: Vec<String> = question.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    let quoted = quoted.join("\n");
    format!("{}\n{quoted}\n\n{}", sender.t_with("inbox-answer-quote", "day", day), ctx.initiative().signature())
}

/// The answer that a person wrote. A reply to it reaches the mailbox of the role.
pub(crate) fn answer(ctx: &Ctx, case: &Case, to: Email, text: &str) -> Mail {
    let name = ctx.initiative().name.as_str();
    let number = case.number.as_str();
    let subject = ctx
        .in_language(case.locale)
        .t_args("inbox-answer-subject", &[("number", number.into()), ("name", name.into())]);
    let text = format!("{text}\n\n{}", answer_end(ctx, case));
    Mail::new(to, Subject::new(&subject), text).reply_to(Some(case.mailbox.clone())).auto_submitted(AutoSubmitted::No)
}

/// The mail to the mailbox to which a message is passed on.
pub(crate) fn passed_on(ctx: &Ctx, case: &Case, mailbox: Email, topic: &str) -> Mail {
    let message = Message {
        id: case.id,
        kind: case.kind,
        number: case.number.clone(),
        fingerprint: String::new(),
        topic: case.topic,
        field: case.field,
        mailbox,
        page: case.page.clone(),
        name: case.name.clone(),
        email: case.email.clone(),
        text: case.text.clone().unwrap_or_default(),
        locale: case.locale,
        received_at: case.received_at,
        due: case.due,
        state: case.state,
        purge_on: case.purge_on,
    };
    forward(ctx, &message, topic)
}
