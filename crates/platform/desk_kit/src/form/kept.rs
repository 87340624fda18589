//! The attributes of a form whose text a script keeps: addresses, and the sentences that it says.

use std::fmt;

use askama::filters::{Html, HtmlSafe, escape};
use web::Ctx;

use super::head::FormHead;

/// The placeholder for the time of day in a sentence; the script fills it in.
const TIME: &str = "{time}";

/// Attributes, ready to be put in the tag of a form.
#[derive(Debug)]
pub struct KeptAttributes(Vec<(&'static str, String)>);

impl FormHead {
    /// The attributes for the script that keeps the text of the form.
    pub fn kept(&self, page: &Ctx) -> KeptAttributes {
        let mut attributes = vec![
            ("keep", self.keep.clone()),
            ("presence", self.presence.clone()),
            ("kept", page.t_with("unsent-kept", "time", TIME)),
            ("kept-here", page.t("unsent-kept-here")),
            ("signed-out", page.t("unsent-signed-out")),
            ("in-browser", page.t_with("unsent-in-browser", "time", TIME)),
            ("resume", page.t("unsent-resume")),
            ("drop", page.t("unsent-drop")),
        ];
        attributes.extend(self.is_unsent.then(|| ("unsent", String::new())));
        attributes.extend(self.was_saved.then(|| ("saved", String::new())));
        KeptAttributes(attributes)
    }
}

impl fmt::Display for KeptAttributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(name, value)| {
            let value = escape(value, Html).map_err(|_| fmt::Error)?;
            write!(f, " data-{name}=\"{value}\"")
        })
    }
}

// Values are escaped.
impl HtmlSafe for KeptAttributes {}
