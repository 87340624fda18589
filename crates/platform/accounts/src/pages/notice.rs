//! Flash messages of this room: the page after an act names its outcome once (`?hinweis=CODE`).

use serde::Deserialize;
use web::Ctx;

/// The known codes; any other shows nothing.
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

/// The query string with the code of a flash message.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct NoticeQuery {
    hinweis: Option<String>,
}

impl NoticeQuery {
    /// The flash message, if the code is known.
    pub(super) fn text(&self, ctx: &Ctx) -> Option<String> {
        let code = self.hinweis.as_deref().filter(|code| CODES.contains(code))?;
        Some(ctx.t(&format!("notice-{code}")))
    }

    /// True if the act was refused.
    pub(super) fn is_warning(&self) -> bool {
        matches!(self.hinweis.as_deref(), Some("letzte" | "schon"))
    }
}

/// The address of a page with a flash message.
pub(super) fn told(ctx: &Ctx, path: impl std::fmt::Display, code: &str) -> String {
    format!("{}?hinweis={code}", ctx.href(path))
}
