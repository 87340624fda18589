//! The answer to a form that came without a session: sign in, nothing typed is lost.
//!
//! The answer carries this as an extension, so that the rooms above, which see the form, can keep it and say so.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use web::form::Resend;
use web::{Ctx, Error, Page};

use crate::onward::Onward;
use crate::paths::SignInPath;

/// A form came without a session.
#[derive(Debug, Clone)]
pub struct SignedOut {
    ctx: Ctx,
}

#[derive(Template)]
#[template(path = "desk/signed_out.html")]
struct SignedOutPage {
    page: Page,
    /// Path of the sign-in page, with the way on from there.
    sign_in: String,
    /// True if the form waits for its author.
    is_kept: bool,
    /// The form, to be sent once more from here.
    again: Option<Resend>,
}

impl SignedOut {
    /// The answer as long as nobody has looked at the form.
    pub(crate) fn answer(ctx: Ctx) -> Response {
        let signed_out = Self { ctx };
        let mut answer = signed_out.page(&signed_out.ctx.same_page_in(signed_out.ctx.interface()), false, None);
        answer.extensions_mut().insert(signed_out);
        answer
    }

    /// The answer for a form that was kept and is opened at `path`, without language, after signing in.
    pub fn with_form_kept(&self, path: impl std::fmt::Display) -> Response {
        self.page(&self.ctx.href(path), true, None)
    }

    /// The answer for a form that cannot be kept: it stands on the page.
    pub fn with_form(&self, form: Resend) -> Response {
        self.page(&self.ctx.same_page_in(self.ctx.interface()), false, Some(form))
    }

    fn page(&self, onward: &str, is_kept: bool, again: Option<Resend>) -> Response {
        let onward = Onward::parse(onward).map(|onward| onward.as_query()).unwrap_or_default();
        let sign_in = self.ctx.href(SignInPath) + &onward;
        let page = Page::new(self.ctx.clone(), self.ctx.t("desk-signed-out")).without_index();
        Error::page(StatusCode::FORBIDDEN, &SignedOutPage { page, sign_in, is_kept, again }).into_response()
    }
}
