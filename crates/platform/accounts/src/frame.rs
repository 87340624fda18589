//! The layout around every page of the desk: areas, the person's menu, title and breadcrumbs.

use std::ops::Deref;

use askama::Template;
use askama::filters::HtmlSafe;
use axum_extra::routing::TypedPath as _;
use base::clock::{berlin, day_of};
use base::words;
use jiff::Timestamp;
use web::Page;

use crate::areas::{Area, AreaLink, Areas, Waiting};
use crate::desk::Desk;
use crate::paths::{AccountPath, DeskPath};
use crate::person::Person;

/// The value `page` of desk templates.
#[derive(Debug, Clone)]
pub struct DeskPage {
    page: Page,
    /// What is done on the page, above the heading; may be empty.
    kicker: String,
    /// The heading, where it is another than the title of the window.
    heading: Option<String>,
    /// The last breadcrumb, where it is another than the heading.
    here: Option<String>,
    person: Person,
    areas: Areas,
    waiting: Vec<Waiting>,
}

impl DeskPage {
    /// A page with a title.
    pub fn new(desk: &Desk, title: impl Into<String>) -> Self {
        let page = Page::new(desk.ctx.clone(), title).without_index();
        Self {
            page,
            kicker: String::new(),
            heading: None,
            here: None,
            person: desk.person.clone(),
            areas: desk.areas.clone(),
            waiting: desk.waiting.clone(),
        }
    }

    /// Gives the page a heading that is the name of a thing, and says above it what is done with it.
    #[must_use]
    pub fn headed(self, kicker: impl Into<String>, heading: impl Into<String>) -> Self {
        Self { kicker: kicker.into(), heading: Some(heading.into()), ..self }
    }

    /// Gives the page a short name for its breadcrumb, where those before it say the rest.
    #[must_use]
    pub fn called(self, here: impl Into<String>) -> Self {
        Self { here: Some(here.into()), ..self }
    }

    /// What is done on the page; may be empty.
    pub fn kicker(&self) -> &str {
        &self.kicker
    }

    /// The heading.
    pub fn heading(&self) -> &str {
        self.heading.as_deref().unwrap_or_else(|| self.page.title())
    }

    /// The last breadcrumb.
    pub fn here(&self) -> &str {
        self.here.as_deref().unwrap_or_else(|| self.heading())
    }

    /// Adds a breadcrumb between the start of the desk and this page.
    #[must_use]
    pub fn below(mut self, title: impl Into<String>, path: impl std::fmt::Display) -> Self {
        self.page = self.page.below(title, path);
        self
    }

    /// Marks the page as one that is shown again because its form has faults.
    #[must_use]
    pub fn refused(mut self, refused: bool) -> Self {
        self.page = self.page.refused(refused);
        self
    }

    /// The person who is signed in.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The areas that this person may open, with the current one marked.
    pub fn areas(&self) -> Vec<AreaLink> {
        let link = |area: &Area| {
            let path = (area.path)();
            let waiting = self.waiting.iter().find(|waiting| waiting.path == path);
            AreaLink {
                title: self.t(area.key),
                href: self.href(&path),
                current: current(&path, self.path()),
                waiting: waiting.map(|waiting| (waiting.number, self.t_count(waiting.key, waiting.number))),
            }
        };
        self.areas.of(&self.person).map(link).collect()
    }

    /// The number of things that wait in all areas.
    pub fn waiting(&self) -> i64 {
        self.waiting.iter().map(|waiting| waiting.number).sum()
    }

    /// An instant in words: day and time in Germany.
    pub fn moment(&self, at: Timestamp) -> String {
        let day = words::date(day_of(at), self.interface());
        self.t_args("desk-moment", &[("day", day.into()), ("time", clock_time(at).into())])
    }

    /// The time of day in Germany.
    pub fn time(&self, at: Timestamp) -> String {
        self.t_with("desk-time", "time", clock_time(at))
    }

    /// Path of the start of the desk.
    pub fn start(&self) -> String {
        self.href(DeskPath)
    }

    /// Path of the person's own account.
    pub fn account(&self) -> String {
        self.href(AccountPath)
    }
}

// The layout of desk pages. These are templates of this room, as in `web::Page`, so that they are compiled
// once and not for every page.

/// The header of a page.
#[derive(Debug, Template)]
#[template(path = "desk/top.html")]
pub struct TopOfDesk<'a> {
    page: &'a Page,
    desk: Option<&'a DeskPage>,
}

/// The footer of a page.
#[derive(Debug, Template)]
#[template(path = "desk/foot.html")]
pub struct FootOfDesk<'a> {
    page: &'a Page,
    is_signed_in: bool,
}

// Templates escape what they print.
impl HtmlSafe for TopOfDesk<'_> {}
impl HtmlSafe for FootOfDesk<'_> {}

impl DeskPage {
    /// Renders the header: the person's menu and the areas.
    pub fn top_of_desk(&self) -> TopOfDesk<'_> {
        TopOfDesk { page: &self.page, desk: Some(self) }
    }

    /// Renders the footer.
    pub fn foot_of_desk(&self) -> FootOfDesk<'_> {
        FootOfDesk { page: &self.page, is_signed_in: true }
    }
}

/// The header of a page for people who are not signed in.
pub(crate) fn top_of_door(page: &Page) -> TopOfDesk<'_> {
    TopOfDesk { page, desk: None }
}

/// The footer of such a page.
pub(crate) fn foot_of_door(page: &Page) -> FootOfDesk<'_> {
    FootOfDesk { page, is_signed_in: false }
}

impl Deref for DeskPage {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

fn clock_time(at: Timestamp) -> String {
    let at = at.to_zoned_datetime(berlin());
    format!("{}:{:02}", at.hour(), at.minute())
}

/// `page` for the page itself, `true` for an area above it. All areas lie below the start of the desk, so
/// the start is marked on itself only.
fn current(area: &str, path: &str) -> Option<&'static str> {
    match path.strip_prefix(area) {
        Some("") => Some("page"),
        Some(rest) if rest.starts_with('/') && area != DeskPath::PATH => Some("true"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menu_marks_the_page_and_its_area_but_the_start_only_itself() {
        assert_eq!(current("/redaktion", "/redaktion"), Some("page"));
        assert_eq!(current("/redaktion", "/redaktion/personen"), None);
        assert_eq!(current("/redaktion/personen", "/redaktion/personen/x"), Some("true"));
        assert_eq!(current("/redaktion/personen", "/redaktion/personenkreis"), None);
    }
}
