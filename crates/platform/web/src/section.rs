//! Sections: parts of a page that another room renders. The page decides on their place, the room on their
//! content.

use std::fmt;
use std::sync::Arc;

use askama::filters::HtmlSafe;
use askama::{DynTemplate, FastWritable, Template, Values};
use axum::http::{HeaderValue, StatusCode, header};

use crate::error::{Answer, SaysItself, html};

/// A template with its values, rendered when the page is.
#[derive(Clone)]
pub struct Printed(Option<Arc<dyn DynTemplate + Send + Sync>>);

impl Printed {
    /// An empty one.
    pub const NONE: Self = Self(None);

    /// Keeps a template until it is rendered.
    pub fn of(template: impl Template + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(template)))
    }
}

impl FastWritable for Printed {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        self.0.as_ref().map_or(Ok(()), |template| template.dyn_render_into_with_values(dest, values))
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |template| template.dyn_render_into(f).map_err(|_| fmt::Error))
    }
}

impl fmt::Debug for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Printed").field(&self.0.is_some()).finish()
    }
}

// Templates escape their values themselves.
impl HtmlSafe for Printed {}

/// A part of a page.
#[derive(Debug, Clone)]
pub struct Section {
    summary: Printed,
    body: Printed,
    status: StatusCode,
    /// Seconds until a form may be sent again.
    wait: Option<u64>,
    /// True if it is for one visitor, as with the ticket of a form; then the page must not be cached.
    is_private: bool,
}

/// A section that replaces the one of its name on the page.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub(crate) name: &'static str,
    pub(crate) section: Section,
}

impl Section {
    /// A section without a form.
    pub fn of(body: impl Template + Send + Sync + 'static) -> Self {
        let (summary, body) = (Printed::NONE, Printed::of(body));
        Self { summary, body, status: StatusCode::OK, wait: None, is_private: false }
    }

    pub(crate) fn of_form(summary: Option<Printed>, body: Printed, status: StatusCode, wait: Option<u64>) -> Self {
        Self { summary: summary.unwrap_or(Printed::NONE), body, status, wait, is_private: true }
    }

    /// The faults of a form, for the top of the page; empty at first.
    pub fn summary(&self) -> &Printed {
        &self.summary
    }

    /// The content of the section.
    pub fn body(&self) -> &Printed {
        &self.body
    }

    /// True for a form that is shown again.
    pub fn is_refused(&self) -> bool {
        self.status != StatusCode::OK
    }

    /// Renders the page with this form.
    ///
    /// # Errors
    /// If a template breaks.
    pub fn answer(&self, page: &impl Template) -> Answer {
        answer(std::slice::from_ref(self), page)
    }
}

/// All sections at one place of a page.
#[derive(Debug, Clone, Default)]
pub struct Sections(Vec<Section>);

impl Sections {
    /// Sections in their order.
    pub fn of(sections: Vec<Section>) -> Self {
        Self(sections)
    }

    /// The sections in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, Section> {
        self.0.iter()
    }

    /// True if one of them is a form that is shown again.
    pub fn is_refused(&self) -> bool {
        self.0.iter().any(Section::is_refused)
    }

    /// Renders the page with these sections.
    ///
    /// # Errors
    /// If a template breaks.
    pub fn answer(&self, page: &impl Template) -> Answer {
        answer(&self.0, page)
    }
}

impl<'a> IntoIterator for &'a Sections {
    type Item = &'a Section;
    type IntoIter = std::slice::Iter<'a, Section>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Renders a page with sections: its status is that of a form that is shown again, and it is not cached if
/// it holds a form.
fn answer(sections: &[Section], page: &impl Template) -> Answer {
    let mut answer = html(page)?;
    if !sections.iter().any(|section| section.is_private) {
        return Ok(answer);
    }
    answer.extensions_mut().insert(SaysItself);
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(refused) = sections.iter().find(|section| section.is_refused()) {
        *answer.status_mut() = refused.status;
        if let Some(wait) = refused.wait {
            answer.headers_mut().insert(header::RETRY_AFTER, wait.into());
        }
    }
    Ok(answer)
}
