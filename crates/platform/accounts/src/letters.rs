//! The mails of sign-in: a link, and an invitation.
//!
//! A mail holds its link in plain text until the outbox is cleaned up; by then the link has long ended.

use base::{Email, Locale};
use services::jobs::Priority;
use services::mail::{Mail, Subject};
use web::{AppState, Arg};

use crate::link::LinkKind;
use crate::paths::LinkPath;
use services::Secret;

/// The mail that brings a link.
pub(crate) fn letter(
    state: &AppState,
    locale: Locale,
    (to, name): (&Email, &str),
    (kind, secret): (LinkKind, &Secret),
) -> Mail {
    let masthead = state.masthead();
    let initiative = &masthead.initiative;
    let (subject, text) = match kind {
        LinkKind::Invitation => ("invitation-mail-subject", "invitation-mail-text"),
        LinkKind::SignIn | LinkKind::First => ("sign-in-mail-subject", "sign-in-mail-text"),
    };
    let path = LinkPath { secret: secret.as_str().to_owned() };
    let link = format!("{}{}{path}", state.public_url, locale.interface().prefix());
    let args: [(&str, Arg<'_>); 3] =
        [("name", name.into()), ("initiative", initiative.name.as_str().into()), ("link", link.into())];
    let text = format!("{}\n\n{}", state.texts.get(locale, text, &args), initiative.signature());
    let subject = Subject::new(&state.texts.get(locale, subject, &args));
    Mail::new(to.clone(), subject, text).reply_to(Some(initiative.email.clone())).priority(Priority::High)
}
