//! Flash messages of the inbox: the page after a step names its outcome once (`?hinweis=CODE`).

use serde::Deserialize;
use web::Ctx;

use crate::handling::Refused;
use crate::inbox::MessageAct;

/// The query string with the code of a flash message.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct NoticeQuery {
    hinweis: Option<String>,
}

/// Codes of refusals.
const REFUSED: [&str; 2] = ["moved", "not_now"];

impl NoticeQuery {
    /// The flash message, if the code is known.
    pub(super) fn text(&self, ctx: &Ctx) -> Option<String> {
        let code = self.hinweis.as_deref()?;
        let is_known = REFUSED.contains(&code) || MessageAct::from_code(code).is_some();
        is_known.then(|| ctx.t(&format!("inbox-notice-{code}")))
    }

    /// True if a step was refused.
    pub(super) fn is_warning(&self) -> bool {
        self.hinweis.as_deref().is_some_and(|code| REFUSED.contains(&code))
    }
}

/// The code for the outcome of a step.
pub(super) fn code(act: MessageAct, done: Result<(), Refused>) -> &'static str {
    match done {
        Ok(()) => act.code(),
        Err(Refused::Moved) => "moved",
        Err(Refused::NotNow) => "not_now",
    }
}
