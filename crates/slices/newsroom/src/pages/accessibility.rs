//! `/barrierefreiheit`: the accessibility statement, from the data of the installation. Which law
//! applies, and who enforces it, depends on the legal regime set there. What was checked by machine
//! comes from the record of the accessibility suite. The form to report a barrier,
//! and with it the address, belongs to `messages`.

use askama::Template;
use web::form::Section;
use web::initiative::{Accessibility, Regime};
use web::{Answer, ContactCard, Ctx, Page};

use crate::checked::Record;

#[derive(Template)]
#[template(path = "pages/accessibility.html")]
struct AccessibilityPage {
    page: Page,
    form: Section,
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

/// The accessibility statement with a form to report a barrier.
///
/// # Errors
/// If the database fails or a template breaks.
pub async fn show(ctx: Ctx, form: Section) -> Answer {
    let mut reader = ctx.db().read().await?;
    let contact = bodies::contact_for(&mut reader.conn(), &ctx, &[]).await?;
    let Accessibility { regime, conformity, .. } = &ctx.initiative().accessibility;
    let regime_code = regime.code();
    let title = ctx.t("news-accessibility-title");
    let page = Page::new(ctx.clone(), title).described(ctx.t("news-accessibility-lead")).refused(form.is_refused());
    form.answer(&AccessibilityPage {
        contact,
        law: ctx.t(&format!("news-law-{regime_code}")),
        conformity: ctx.t(&format!("news-conformity-{}", conformity.code())),
        enforcement: ctx.t(&format!("news-enforcement-{regime_code}")),
        enforcer: ctx.t(&format!("news-enforcer-{regime_code}")),
        enforcer_url: enforcer_url(*regime),
        page,
        form: form.clone(),
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
