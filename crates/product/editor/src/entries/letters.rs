//! The mails about entries to people of the desk. They are in German, as the desk knows no other language of a person.

use accounts::Person;
use base::Locale;
use db::Conn;
use golden_thread::{EntryId, history};
use services::mail::{Mail, Subject};
use web::{AppState, Arg};

use super::actions::revision;
use super::paths::EntryPath;
use super::store;

/// An entry as a mail names it.
#[derive(Debug)]
pub(crate) struct Named {
    title: String,
    /// The whole address of its form.
    link: String,
}

impl Named {
    /// The entry by the title of its newest version and its present address.
    ///
    /// # Errors
    /// If there is no such entry, or the database fails.
    pub(crate) async fn load(conn: &mut Conn<'_>, state: &AppState, id: EntryId) -> anyhow::Result<Self> {
        let name = store::name(conn, id).await?;
        let (kind, slug) = name.ok_or_else(|| anyhow::anyhow!("the entry {} has no card", id.0))?;
        let title = match history::work(conn, id).await? {
            Some(work) => revision(conn, id, work.head).await?.matter.title,
            None => slug.clone(),
        };
        let link = format!("{}{}", state.public_url, EntryPath { folder: kind.folder().to_owned(), slug });
        Ok(Self { title, link })
    }
}

/// A mail about an entry.
#[derive(Debug)]
pub(crate) struct Letter<'a> {
    /// The beginning of its text keys: `entry-mail-…-subject`, `entry-mail-…-text`.
    pub(crate) key: &'static str,
    pub(crate) to: &'a Person,
    pub(crate) named: &'a Named,
    /// Values of the texts besides `name`, `title` and `link`.
    pub(crate) more: &'a [(&'static str, &'a str)],
}

impl Letter<'_> {
    /// The mail, to be put into the outbox.
    pub(crate) fn write(&self, state: &AppState) -> Mail {
        let initiative = &state.masthead().initiative;
        let (title, link) = (self.named.title.as_str(), self.named.link.as_str());
        let mut args: Vec<(&str, Arg<'_>)> =
            vec![("name", self.to.name.as_str().into()), ("title", title.into()), ("link", link.into())];
        args.extend(self.more.iter().map(|(name, value)| (*name, Arg::from(*value))));
        let subject = Subject::new(&state.texts.get(Locale::De, &format!("entry-mail-{}-subject", self.key), &args));
        let text = state.texts.get(Locale::De, &format!("entry-mail-{}-text", self.key), &args);
        let text = format!("{text}\n\n{}", initiative.signature());
        Mail::new(self.to.email.clone(), subject, text).reply_to(Some(initiative.email.clone()))
    }
}
