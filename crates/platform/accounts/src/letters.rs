//! The mails about accounts: a link, an invitation, a new address.
//!
//! A mail holds its link in plain text until the outbox is cleaned up; by then the link has long ended.

use base::{Email, Locale};
use services::Secret;
use services::jobs::Priority;
use services::mail::{Mail, Subject};
use web::{AppState, Arg};

use crate::link::LinkKind;
use crate::paths::{LinkPath, NewAddressPath};

/// The mail that brings a link.
pub(crate) fn letter(
    state: &AppState,
    locale: Locale,
    (to, name): (&Email, &str),
    (kind, secret): (LinkKind, &Secret),
) -> Mail {
    let words = match kind {
        LinkKind::Invitation => Words { subject: "invitation-mail-subject", text: "invitation-mail-text" },
        LinkKind::SignIn | LinkKind::First => Words { subject: "sign-in-mail-subject", text: "sign-in-mail-text" },
    };
    let link = address(state, locale, LinkPath { secret: secret.as_str().to_owned() });
    write(state, locale, words, (to, name), &[("link", link.into())])
}

/// The mail to a new address, with the link that confirms it.
pub(crate) fn new_address(state: &AppState, locale: Locale, (to, name): (&Email, &str), secret: &Secret) -> Mail {
    let words = Words { subject: "new-address-mail-subject", text: "new-address-mail-text" };
    let link = address(state, locale, NewAddressPath { secret: secret.as_str().to_owned() });
    write(state, locale, words, (to, name), &[("link", link.into())])
}

/// The mail to a former address. It does not name the new one: the former may have been a stranger's, by a slip.
pub(crate) fn former_address(state: &AppState, locale: Locale, to: (&Email, &str)) -> Mail {
    write(state, locale, Words { subject: "former-address-mail-subject", text: "former-address-mail-text" }, to, &[])
}

/// The whole address of a page.
pub(crate) fn address(state: &AppState, locale: Locale, path: impl std::fmt::Display) -> String {
    format!("{}{}{path}", state.public_url, locale.interface().prefix())
}

/// The text keys of a mail.
#[derive(Debug, Clone, Copy)]
struct Words {
    subject: &'static str,
    text: &'static str,
}

fn write(state: &AppState, locale: Locale, words: Words, (to, name): (&Email, &str), more: &[(&str, Arg<'_>)]) -> Mail {
    let masthead = state.masthead();
    let initiative = &masthead.initiative;
    let mut args: Vec<(&str, Arg<'_>)> = vec![("name", name.into()), ("initiative", initiative.name.as_str().into())];
    args.extend(more.iter().cloned());
    let text = format!("{}\n\n{}", state.texts.get(locale, words.text, &args), initiative.signature());
    let subject = Subject::new(&state.texts.get(locale, words.subject, &args));
    Mail::new(to.clone(), subject, text).reply_to(Some(initiative.email.clone())).priority(Priority::High)
}
