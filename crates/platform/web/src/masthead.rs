//! What every page says of the site: the initiative's own document, and the forms in which the site
//! speaks. It is read at the start and again whenever something was published.

use std::pin::Pin;
use std::sync::Arc;

use db::{Conn, Db};

use crate::assets;
use crate::cache::Encoded;
use crate::initiative::{self, Initiative};

/// Asks the database whether there is something. The rooms above know where to look; the app hands
/// the function in.
pub type Ask = for<'a, 'c> fn(&'a mut Conn<'c>) -> Pin<Box<dyn Future<Output = db::Result<bool>> + Send + 'a>>;

/// As of one version of the content.
#[derive(Debug, Clone)]
pub struct Masthead {
    /// What the installation says of itself.
    pub initiative: Initiative,
    /// Whether there is anything in Leichte Sprache.
    pub has_easy: bool,
    /// The style sheet of its own colours, with its address.
    pub(crate) colours: Option<(String, Arc<Encoded>)>,
    /// The version of the content.
    version: i64,
}

impl Masthead {
    /// Reads it; `None` if the database holds no initiative.
    ///
    /// # Errors
    /// If the database fails or holds what is not ours.
    pub async fn load(db: &Db, has_easy: Ask) -> anyhow::Result<Option<Self>> {
        // Asked first: what is published meanwhile makes us read again.
        let version = db.content_version();
        let mut reader = db.read().await?;
        let conn = &mut reader.conn();
        let Some(initiative) = initiative::load(conn).await? else { return Ok(None) };
        let colours = initiative.colours.style_sheet().map(|css| assets::made("farben.css", css));
        Ok(Some(Self { initiative, has_easy: has_easy(conn).await?, colours, version }))
    }

    /// Whether nothing was published since.
    pub(crate) fn is_current(&self, db: &Db) -> bool {
        self.version == db.content_version()
    }
}
