//! A form on its way into a page: as it is first shown, or as it comes back.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};

use super::shield::{HONEYPOT, TICKET};
use super::{Field, Suspicion, Wait};
use crate::ctx::Ctx;
use crate::error::{Answer, Error, SaysItself, html};

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

    /// The form for a page of any slice; `body` is what the slice prints in its place.
    ///
    /// # Errors
    /// If a template breaks.
    pub fn section(&self, ctx: &Ctx, body: &impl Template) -> Result<Section, Error> {
        let faults = self.faults();
        let status = match self.again {
            Some(Again::Wait(_)) => StatusCode::TOO_MANY_REQUESTS,
            None if faults.is_empty() => StatusCode::OK,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let summary = if status == StatusCode::OK { String::new() } else { self.summary(ctx, faults)? };
        let wait = match self.again {
            Some(Again::Wait(wait)) => Some(wait.seconds()),
            _ => None,
        };
        Ok(Section { summary, body: body.render()?, status, wait })
    }

    fn summary(&self, ctx: &Ctx, faults: Vec<Fault>) -> askama::Result<String> {
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
        Summary { page: ctx, title, text, faults, must_wait }.render()
    }
}

#[derive(Template)]
#[template(path = "form_summary.html")]
struct Summary<'a> {
    page: &'a Ctx,
    title: String,
    text: String,
    faults: Vec<Fault>,
    /// Then the page says what else one can do.
    must_wait: bool,
}

/// A form for a page of any slice: the slice whose page it is prints both parts, unescaped.
#[derive(Debug, Clone)]
pub struct Section {
    summary: String,
    body: String,
    status: StatusCode,
    /// Seconds until it may be sent again.
    wait: Option<u64>,
}

impl Section {
    /// What is wrong, for the top of the page; empty on first sight.
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// The form and what belongs to it.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Whether it comes back.
    pub fn is_refused(&self) -> bool {
        self.status != StatusCode::OK
    }

    /// The page with this form, as an answer that nobody keeps: each ticket is for one visitor.
    pub fn answer(&self, page: &impl Template) -> Answer {
        let mut answer = html(page)?;
        *answer.status_mut() = self.status;
        answer.extensions_mut().insert(SaysItself);
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(wait) = self.wait {
            answer.headers_mut().insert(header::RETRY_AFTER, wait.into());
        }
        Ok(answer)
    }
}
