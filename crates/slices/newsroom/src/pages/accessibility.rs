//! `/barrierefreiheit`: the accessibility statement, from the data of the installation. Which law
//! applies, and who enforces it, depends on the legal regime set there. What was checked by machine
//! comes from the record of the accessibility suite. A form to report a barrier is
//! another slice's.

use askama::Template;
use golden_thread::spots;
use web::initiative::{Accessibility, Regime};
use web::{Answer, ContactCard, Ctx, Page, Sections};

use crate::ACCESSIBILITY;
use crate::checked::Record;
use crate::paths::AccessibilityPath;

#[derive(Template)]
#[template(path = "pages/accessibility.html")]
struct AccessibilityPage {
    page: Page,
    forms: Sections,
    contact: Option<ContactCard>,
    /// The law that applies.
    law: String,
    /// How far the site conforms.
    conformity: String,
    /// How to go on if feedback does not help.
    enforcement: String,
    /// The body that enforces the law.
    enforcer: String,
    enforcer_url: Option<&'static str>,
    /// What the program's own checks found.
    record: &'static Record,
}

pub(crate) async fn show(_: AccessibilityPath, ctx: Ctx) -> Answer {
    page(ctx).await
}

/// The accessibility statement, with the forms of other slices at its end.
pub(crate) async fn page(ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let forms = spots::at(&mut reader.conn(), &ctx, ACCESSIBILITY, None).await?;
    let contact = bodies::contact_for(&mut reader.conn(), &ctx, &[]).await?;
    let Accessibility { regime, conformity, .. } = &ctx.initiative().accessibility;
    let regime_code = regime.code();
    let title = ctx.t("news-accessibility-title");
    let page = Page::new(ctx.clone(), title).described(ctx.t("news-accessibility-lead")).refused(forms.is_refused());
    forms.clone().answer(&AccessibilityPage {
        contact,
        law: ctx.t(&format!("news-law-{regime_code}")),
        conformity: ctx.t(&format!("news-conformity-{}", conformity.code())),
        enforcement: ctx.t(&format!("news-enforcement-{regime_code}")),
        enforcer: ctx.t(&format!("news-enforcer-{regime_code}")),
        enforcer_url: enforcer_url(*regime),
        page,
        forms,
        record: Record::latest(),
    })
}

/// Where the body that enforces the law can be found, if it has a lasting address.
const fn enforcer_url(regime: Regime) -> Option<&'static str> {
    match regime {
        Regime::Nrw => Some("https://www.lbbp.nrw.de/ombudsstelle"),
        Regime::Bund => Some("https://www.schlichtungsstelle-bgg.de"),
        Regime::Bfsg => None,
    }
}
