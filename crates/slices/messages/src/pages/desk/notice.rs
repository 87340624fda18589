//! What has just been done, said once on the page after it: `?hinweis=CODE`.

use serde::Deserialize;
use web::Ctx;

use crate::handling::Refused;
use crate::inbox::MessageAct;

/// The query of a page that tells what was done.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct NoticeQuery {
    hinweis: Option<String>,
}

/// What an address may ask for; anything else says nothing.
const REFUSED: [&str; 2] = ["moved", "not_now"];

impl NoticeQuery {
    /// The sentence, if there is one to say.
    pub(super) fn text(&self, ctx: &Ctx) -> Option<String> {
        let code = self.hinweis.as_deref()?;
        let is_known = REFUSED.contains(&code) || MessageAct::from_code(code).is_some();
        is_known.then(|| ctx.t(&format!("inbox-notice-{code}")))
    }

    /// Whether something was not done.
    pub(super) fn is_warning(&self) -> bool {
        self.hinweis.as_deref().is_some_and(|code| REFUSED.contains(&code))
    }
}

/// The word in the address for what came of a step.
pub(super) fn code(act: MessageAct, done: Result<(), Refused>) -> &'static str {
    match done {
        Ok(()) => act.code(),
        Err(Refused::Moved) => "moved",
        Err(Refused::NotNow) => "not_now",
    }
}
