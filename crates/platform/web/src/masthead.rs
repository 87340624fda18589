//! Data that every page shows about the site: the initiative's document, and the available
//! languages. It is loaded at the start and again after each publication.

use std::pin::Pin;
use std::sync::Arc;

use db::{Conn, Db};

use crate::assets;
use crate::cache::Encoded;
use crate::initiative::{self, Initiative, Logo};
use crate::logo::ShownLogo;

/// A query whether something exists. The rooms above know the tables; the app passes
/// the function in.
pub type Ask = for<'a, 'c> fn(&'a mut Conn<'c>) -> Pin<Box<dyn Future<Output = db::Result<bool>> + Send + 'a>>;

/// A query for the pictures of a logo, as far as the public sees them: `None` without the one for light ground.
pub type AskLogo = for<'a, 'c> fn(
    &'a mut Conn<'c>,
    &'a Logo,
) -> Pin<Box<dyn Future<Output = db::Result<Option<ShownLogo>>> + Send + 'a>>;

/// The queries about tables that rooms above know.
#[derive(Debug, Clone, Copy)]
pub struct Asks {
    /// If there is any content in Leichte Sprache.
    pub has_easy: Ask,
    /// The pictures of the logo.
    pub logo: AskLogo,
}

/// The data as of one version of the content.
#[derive(Debug, Clone)]
pub struct Masthead {
    /// The installation's own document.
    pub initiative: Initiative,
    /// True if any content exists in Leichte Sprache.
    pub has_easy: bool,
    /// The logo, if there is one that the public sees.
    pub(crate) logo: Option<ShownLogo>,
    /// The style sheet of the initiative's own colours, with its address.
    pub(crate) colours: Option<(String, Arc<Encoded>)>,
    /// The version of the content.
    version: i64,
}

impl Masthead {
    /// Loads the data; `None` if the database contains no initiative.
    ///
    /// # Errors
    /// If the database fails or contains an invalid document.
    pub async fn load(db: &Db, asks: Asks) -> anyhow::Result<Option<Self>> {
        // Read first: a publication in the meantime leads to another load.
        let version = db.content_version();
        let mut reader = db.read().await?;
        let conn = &mut reader.conn();
        let Some(initiative) = initiative::load(conn).await? else { return Ok(None) };
        let colours = initiative.colours.style_sheet().map(|css| assets::made("farben.css", css));
        let logo = match &initiative.logo {
            Some(logo) => (asks.logo)(conn, logo).await?,
            None => None,
        };
        Ok(Some(Self { has_easy: (asks.has_easy)(conn).await?, initiative, logo, colours, version }))
    }

    /// True if nothing was published since.
    pub(crate) fn is_current(&self, db: &Db) -> bool {
        self.version == db.content_version()
    }
}
