//! A link that an administrator passes on by hand, because there is no mail server. It is shown once.

use askama::Template;
use web::{Answer, html};

use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::jobs::HandoverLink;
use crate::link::LinkKind;
use crate::paths::{PeoplePath, PersonPath};
use crate::person::PersonId;

#[derive(Template)]
#[template(path = "pages/handover.html")]
struct HandoverPage {
    page: DeskPage,
    link: HandoverLink,
    person: PersonId,
    name: String,
}

/// The page with the link.
pub(super) fn page(desk: &Desk, person: PersonId, name: &str, link: HandoverLink) -> Answer {
    let page = DeskPage::new(desk, desk.t("handover-title"))
        .below(desk.t("people-title"), PeoplePath)
        .below(name, PersonPath { person });
    html(&HandoverPage { page, link, person, name: name.to_owned() })
}
