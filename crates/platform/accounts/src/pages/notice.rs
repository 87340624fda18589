//! What has just been done, said once on the page after it: `?hinweis=CODE`.

use serde::Deserialize;
use web::Ctx;

/// What an address may ask for. Anything else says nothing.
const CODES: [&str; 14] = [
    "abgemeldet",
    "eingeladen",
    "entzogen",
    "erteilt",
    "freigegeben",
    "gesperrt",
    "letzte",
    "link",
    "ohne-passkey",
    "ohne-passwort",
    "passkey",
    "passwort",
    "schon",
    "sitzung",
];

/// The query of a page that tells what was done.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct NoticeQuery {
    hinweis: Option<String>,
}

impl NoticeQuery {
    /// The sentence, if there is one to say.
    pub(super) fn text(&self, ctx: &Ctx) -> Option<String> {
        let code = self.hinweis.as_deref().filter(|code| CODES.contains(code))?;
        Some(ctx.t(&format!("notice-{code}")))
    }

    /// Whether something was not done.
    pub(super) fn is_warning(&self) -> bool {
        matches!(self.hinweis.as_deref(), Some("letzte" | "schon"))
    }
}

/// The address of a page that tells what was done.
pub(super) fn told(ctx: &Ctx, path: impl std::fmt::Display, code: &str) -> String {
    format!("{}?hinweis={code}", ctx.href(path))
}
