//! `/prozess`: everything that happened and is planned, by phase, year and day.

use askama::Template;
use axum::extract::Query as Address;
use golden_thread::Query;
use web::{Answer, ContactCard, Ctx, Page, html};

use crate::ProcessPath;
use crate::timeline::Timeline;

#[derive(Template)]
#[template(path = "pages/timeline.html")]
struct TimelinePage {
    page: Page,
    timeline: Timeline,
    contact: Option<ContactCard>,
}

/// Most phases in the overview above the timeline; with more it would give none.
const OVERVIEW: usize = 8;

impl TimelinePage {
    fn has_overview(&self) -> bool {
        (2..=OVERVIEW).contains(&self.timeline.phases().count())
    }
}

pub(super) async fn show(_: ProcessPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let timeline = Timeline::load(conn, &ctx, query.seite).await?;
    let contact = bodies::contact_for(conn, &ctx, &[]).await?;
    let page = Page::new(ctx.clone(), ctx.t("process-title")).described(ctx.t("process-lead"));
    html(&TimelinePage { page, timeline, contact })
}
