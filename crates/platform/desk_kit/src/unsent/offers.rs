//! The offer at a form to go on with unsent text.

use accounts::{Desk, DeskPage};
use askama::Template;
use askama::filters::HtmlSafe;
use web::Error;

use super::store;
use crate::paths::{DroppedPath, UnsentPath};

/// Unsent text, as the page of its form offers it.
#[derive(Debug)]
pub struct Offer {
    /// The time at which it was kept, in words.
    pub at: String,
    /// The thing that it is about; may be empty.
    pub title: String,
    /// The page that shows the form with it.
    pub resume: String,
    /// The path of the button that drops it.
    pub dropped: String,
    /// The time at which it was kept, in milliseconds since 1970, for the script.
    pub milliseconds: i64,
}

/// The texts that are offered at the form of this name, or at those below it.
///
/// # Errors
/// If the database fails.
pub async fn offers(desk: &Desk, form: &str) -> Result<Vec<Offer>, Error> {
    let kept = store::of_form(&mut desk.db().read().await?.conn(), desk.person.id, form).await?;
    let page = DeskPage::new(desk, "");
    let offer = |unsent: super::Unsent| Offer {
        at: page.moment(unsent.at),
        title: unsent.title,
        resume: desk.href(UnsentPath { id: unsent.id }),
        dropped: desk.href(DroppedPath { id: unsent.id }),
        milliseconds: unsent.at.as_millisecond(),
    };
    Ok(kept.into_iter().map(offer).collect())
}

/// Offers as HTML.
#[derive(Debug, Template)]
#[template(path = "unsent/offers.html")]
pub struct PrintedOffers<'a> {
    page: &'a web::Ctx,
    offers: &'a [Offer],
}

// Templates escape what they print.
impl HtmlSafe for PrintedOffers<'_> {}

impl Offer {
    /// Prints offers.
    pub fn printed<'a>(page: &'a web::Ctx, offers: &'a [Self]) -> PrintedOffers<'a> {
        PrintedOffers { page, offers }
    }
}
