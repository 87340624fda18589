//! HTML forms as a browser handles them: filled by the page, changed by a person, and sent.

use anyhow::{Context as _, anyhow};
use scraper::{ElementRef, Html, Selector};

use super::http::{Answer, Browser};

/// A form with the values of its fields.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// The form of a page whose action ends with this path.
    pub(crate) fn of(page: &Answer, action: &str) -> anyhow::Result<Self> {
        Self::in_html(&page.text(), action).with_context(|| format!("an answer with status {}", page.status))
    }

    /// As [`Form::of`], for the source of a page.
    pub(crate) fn in_html(page: &str, action: &str) -> anyhow::Result<Self> {
        let html = Html::parse_document(page);
        let forms = selector("form")?;
        let mut forms = html.select(&forms);
        let form = forms.find(|form| path(form.attr("action").unwrap_or_default()).ends_with(action));
        let form = form.with_context(|| format!("no form for {action}"))?;
        let fields = selector("input, textarea, select")?;
        let mut held = Vec::new();
        // Fields beside a form name it, as in a browser.
        let is_named = |field: &ElementRef| form.attr("id").is_some_and(|id| field.attr("form") == Some(id));
        let is_within = |field: &ElementRef| field.ancestors().any(|above| above.id() == form.id());
        for field in html.select(&fields).filter(|field| is_named(field) || is_within(field)) {
            held.extend(value_of(field)?);
        }
        Ok(Self { action: form.attr("action").unwrap_or_default().to_owned(), fields: held })
    }

    /// Replaces the value of a field.
    #[must_use]
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(held, _)| held == name) {
            Some((_, held)) => value.clone_into(held),
            // A button, whose value is sent if it is pressed.
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// The form as the body of a request.
    pub(crate) fn body(&self) -> String {
        let encoded = web::form::encoded;
        let pairs = self.fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The names and values of all fields.
    pub(crate) fn fields(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// Sends the form to its action.
    pub(crate) fn send(&self, browser: &Browser) -> std::io::Result<Answer> {
        browser.post(self.action.split('#').next().unwrap_or_default(), &self.fields())
    }
}

/// An address without its query and fragment.
fn path(action: &str) -> &str {
    action.split(['?', '#']).next().unwrap_or_default()
}

fn selector(text: &str) -> anyhow::Result<Selector> {
    Selector::parse(text).map_err(|error| anyhow!("{text}: {error}"))
}

/// The name and value that a browser would send for a field.
fn value_of(field: ElementRef<'_>) -> anyhow::Result<Option<(String, String)>> {
    let Some(name) = field.attr("name") else { return Ok(None) };
    let value = match (field.value().name(), field.attr("type")) {
        (_, Some("file" | "submit")) => return Ok(None),
        (_, Some("checkbox" | "radio")) if field.attr("checked").is_none() => return Ok(None),
        (_, Some("checkbox" | "radio")) => field.attr("value").unwrap_or("on").to_owned(),
        ("textarea", _) => field.text().collect(),
        ("select", _) => {
            let (chosen, first) = (selector("option[selected]")?, selector("option")?);
            let option = field.select(&chosen).next().or_else(|| field.select(&first).next());
            option.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
        }
        _ => field.attr("value").unwrap_or_default().to_owned(),
    };
    Ok(Some((name.to_owned(), value)))
}
