//! A form as a slice describes it, either empty or shown again with faults.

use askama::Template;
use axum::http::StatusCode;

use super::shield::{HONEYPOT, TICKET};
use super::{Field, Suspicion, Wait};
use crate::ctx::Ctx;
use crate::section::{Printed, Section};

/// A form as a slice describes it; [`Form::shown`] and [`Field::shown`] render it.
#[derive(Debug, Clone)]
pub struct Form {
    /// Path to which it is sent, with language prefix.
    pub action: String,
    /// In the order of the page.
    pub fields: Vec<Field>,
    /// From [`super::Shield::ticket`], or from the judgement of a submission; empty for sign-in and at the
    /// desk, whose people have signed in. Then there is no honeypot either.
    pub ticket: String,
    /// The reason why it is shown again although no field has a fault.
    pub again: Option<Again>,
}

impl Form {
    /// Fills the fields by name, from a submission or the query string.
    #[must_use]
    pub fn filled(mut self, value: &dyn Fn(&str) -> String) -> Self {
        let fill = |field: Field| {
            let value = value(&field.name);
            field.filled(&value)
        };
        self.fields = self.fields.into_iter().map(fill).collect();
        self
    }
}

/// The reason why a form is shown again although no field has a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// A machine may have sent it.
    Suspicious(Suspicion),
    /// A rate limit is used up, for this time.
    Wait(Wait),
}

/// A fault in the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The id of the field in the page.
    pub id: String,
    /// The fault, as a sentence.
    pub message: String,
}

impl Form {
    /// The faults of its fields, in their order.
    pub fn faults(&self) -> Vec<Fault> {
        let fault = |field: &Field| Some(Fault { id: field.id(), message: field.error.clone()? });
        self.fields.iter().filter_map(fault).collect()
    }

    /// Name of the honeypot field.
    pub fn honeypot(&self) -> &'static str {
        HONEYPOT
    }

    /// Name of the field that carries the ticket.
    pub fn ticket_name(&self) -> &'static str {
        TICKET
    }

    /// The form as a section of a page of any slice; `body` renders it.
    pub fn section<T>(self, ctx: &Ctx, body: impl FnOnce(Self) -> T) -> Section
    where
        T: Template + Send + Sync + 'static,
    {
        let faults = self.faults();
        let (status, wait) = match self.again {
            Some(Again::Wait(wait)) => (StatusCode::TOO_MANY_REQUESTS, Some(wait.seconds())),
            None if faults.is_empty() => (StatusCode::OK, None),
            _ => (StatusCode::UNPROCESSABLE_ENTITY, None),
        };
        let summary = (status != StatusCode::OK).then(|| Printed::of(self.summary(ctx, faults)));
        Section::of_form(summary, Printed::of(body(self)), status, wait)
    }

    fn summary(&self, ctx: &Ctx, faults: Vec<Fault>) -> Summary {
        let (title, text) = match self.again.filter(|_| faults.is_empty()) {
            // Messages to the initiative have a ticket; forms of the desk edit something.
            None if self.ticket.is_empty() => (ctx.t_count("form-faults", faults.len()), ctx.t("form-faults-desk")),
            None => (ctx.t_count("form-faults", faults.len()), ctx.t("form-faults-text")),
            Some(Again::Suspicious(Suspicion::Honeypot)) => (ctx.t("form-again"), ctx.t("form-honeypot-filled")),
            Some(Again::Suspicious(Suspicion::TooFast)) => (ctx.t("form-again"), ctx.t("form-too-fast")),
            Some(Again::Suspicious(Suspicion::NoTicket)) => (ctx.t("form-again"), ctx.t("form-no-ticket")),
            Some(Again::Wait(wait)) => (ctx.t("form-wait"), ctx.t_count("form-wait-text", wait.minutes())),
        };
        let must_wait = faults.is_empty() && matches!(self.again, Some(Again::Wait(_)));
        Summary { page: ctx.clone(), title, text, faults, must_wait }
    }
}

#[derive(Template)]
#[template(path = "form_summary.html")]
struct Summary {
    page: Ctx,
    title: String,
    text: String,
    faults: Vec<Fault>,
    /// Then the page names other ways to get in touch.
    must_wait: bool,
}
