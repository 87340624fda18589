//! Flash messages: the page after an act names its outcome once, by a code in its address (`?hinweis=CODE`).
//!
//! Nothing is stored for them: the redirect carries the code, and a reload shows the message again. A page
//! declares its [`Notices`], so an address can make it say nothing else.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;

use crate::ctx::Ctx;

/// The flash messages of a page: pairs of a code and a text key.
#[derive(Debug, Clone, Copy)]
pub struct Notices {
    /// Codes that report success.
    pub done: &'static [(&'static str, &'static str)],
    /// Codes that report a refusal.
    pub refused: &'static [(&'static str, &'static str)],
}

/// A flash message, ready to print.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "notice.html")]
pub struct Notice {
    /// The message, in the language of the page.
    pub text: String,
    /// True if the act was refused.
    pub is_warning: bool,
}

// The template escapes its text.
impl HtmlSafe for Notice {}

/// The query string with the code of a flash message.
#[derive(Debug, Default, Deserialize)]
struct NoticeQuery {
    hinweis: Option<String>,
}

impl Notices {
    /// The flash message that the address of the page asks for; `None` without a code, and for a code that
    /// is not declared.
    pub fn find(&self, ctx: &Ctx) -> Option<Notice> {
        let code = ctx.query::<NoticeQuery>().hinweis?;
        let (key, is_warning) = self.key(&code)?;
        Some(Notice { text: ctx.t(key), is_warning })
    }

    /// Redirects to one of our own pages, which then shows the message of this code.
    ///
    /// # Panics
    /// In debug builds, if the code is not declared.
    pub fn redirect(&self, ctx: &Ctx, path: impl Display, code: &str) -> Response {
        Redirect::to(&self.address(ctx, path, code)).into_response()
    }

    /// The address of a page with the message of this code, for scripts that go there.
    ///
    /// # Panics
    /// In debug builds, if the code is not declared.
    pub fn address(&self, ctx: &Ctx, path: impl Display, code: &str) -> String {
        debug_assert!(self.key(code).is_some(), "`{code}` is declared");
        format!("{}?hinweis={code}", ctx.href(path))
    }

    /// The message of a code in words.
    ///
    /// # Panics
    /// In debug builds, if the code is not declared.
    pub fn text(&self, ctx: &Ctx, code: &str) -> String {
        debug_assert!(self.key(code).is_some(), "`{code}` is declared");
        self.key(code).map(|(key, _)| ctx.t(key)).unwrap_or_default()
    }

    /// The text key of a code, and true if it reports a refusal.
    fn key(&self, code: &str) -> Option<(&'static str, bool)> {
        let find = |pairs: &[(&str, &'static str)]| pairs.iter().find(|(known, _)| *known == code).map(|(_, key)| *key);
        find(self.done).map(|key| (key, false)).or_else(|| find(self.refused).map(|key| (key, true)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notices() -> Notices {
        Notices { done: &[("gespeichert", "saved")], refused: &[("genutzt", "in-use")] }
    }

    #[test]
    fn declared_codes_name_their_text_and_outcome() {
        assert_eq!(notices().key("gespeichert"), Some(("saved", false)));
        assert_eq!(notices().key("genutzt"), Some(("in-use", true)));
    }

    #[test]
    fn code_that_is_not_declared_says_nothing() {
        for code in ["", "saved", "Gespeichert", "gespeichert ", "<b>"] {
            assert_eq!(notices().key(code), None, "{code}");
        }
    }

    #[test]
    fn message_is_printed_escaped_with_its_outcome() {
        let done = Notice { text: "A & B".to_owned(), is_warning: false };
        let refused = Notice { is_warning: true, ..done.clone() };
        let expected = r#"<div class="notice is-done" role="status"><p>A &#38; B</p></div>"#;
        assert_eq!(done.to_string(), expected);
        assert_eq!(refused.to_string(), expected.replace("is-done", "is-warning"));
    }
}
