//! `/barrierefreiheit`: the accessibility statement, from the data of the installation. The law that
//! applies and the body that enforces it depend on the legal regime set there. The results of automatic
//! checks come from the record of the accessibility suite. A form to report a barrier belongs to another
//! slice.

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
    /// The degree to which the site conforms.
    conformity: String,
    /// The procedure if feedback does not help.
    enforcement: String,
    /// The body that enforces the law.
    enforcer: String,
    enforcer_url: Option<&'static str>,
    /// The results of the automatic checks.
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

/// The address of the body that enforces the law, if it has a lasting one.
const fn enforcer_url(regime: Regime) -> Option<&'static str> {
    match regime {
        Regime::Nrw => Some("https://www.lbbp.nrw.de/ombudsstelle"),
        Regime::Bund => Some("https://www.schlichtungsstelle-bgg.de"),
        Regime::Bfsg => None,
    }
}
