//! A form as a slice describes it: as it is first shown, or as it comes back.

use askama::Template;
use axum::http::StatusCode;

use super::shield::{HONEYPOT, TICKET};
use super::{Field, Suspicion, Wait};
use crate::ctx::Ctx;
use crate::section::{Printed, Section};

/// A form as a slice describes it; [`Form::shown`] and [`Field::shown`] print it.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it is sent to, in the language of the page.
    pub action: String,
    /// Its fields, in their order.
    pub fields: Vec<Field>,
    /// From [`super::Shield::ticket`], or from the judgement of what was sent; empty at the desk, whose
    /// people have signed in, and where they do. Then there is no honeypot either.
    pub ticket: String,
    /// Why it comes back, if it does although no field is wrong.
    pub again: Option<Again>,
}

impl Form {
    /// The form with what the visitor wrote, or what the address says beforehand, by a field's name.
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

/// Why a form comes back although no field is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// It may have been a machine.
    Suspicious(Suspicion),
    /// Too many were sent; so long must be waited.
    Wait(Wait),
}

/// A field in the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The id of the field in the page.
    pub id: String,
    /// What is wrong.
    pub message: String,
}

impl Form {
    /// What is wrong with its fields, in their order.
    pub fn faults(&self) -> Vec<Fault> {
        let fault = |field: &Field| Some(Fault { id: field.id(), message: field.error.clone()? });
        self.fields.iter().filter_map(fault).collect()
    }

    /// The name of the field that people do not see.
    pub fn honeypot(&self) -> &'static str {
        HONEYPOT
    }

    /// The name of the field that carries the ticket.
    pub fn ticket_name(&self) -> &'static str {
        TICKET
    }

    /// The form for a page of any slice; `body` prints it.
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
            // What is sent to the initiative has a ticket; forms of the desk keep something.
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
    /// Then the page says what else one can do.
    must_wait: bool,
}
