//! A form of the desk as a browser holds it: filled in as the page says, changed by a person, sent.

use scraper::{ElementRef, Selector};

use crate::reply::Page;

/// The fields of a form with their values.
#[derive(Debug, Clone)]
pub struct Sheet(Vec<(String, String)>);

impl Sheet {
    /// The form that a selector finds, as the page shows it.
    pub fn of(page: &Page, selector: &str) -> Self {
        let form = Selector::parse(selector).expect("a sound selector");
        let form = page.html.select(&form).next().unwrap_or_else(|| panic!("no form {selector}"));
        let fields = Selector::parse("input, textarea, select").expect("a sound selector");
        let owned = |field: &ElementRef<'_>| match field.attr("form") {
            Some(owner) => form.attr("id") == Some(owner),
            None => field.ancestors().any(|above| above.id() == form.id()),
        };
        Self(page.html.select(&fields).filter(owned).filter_map(held).collect())
    }

    /// As [`Sheet::of`], with the first option of every list from which something must be chosen.
    pub fn chosen(page: &Page, selector: &str) -> Self {
        let lists = Selector::parse(&format!("{selector} select[required]")).expect("a sound selector");
        let options = Selector::parse("option:not([value=''])").expect("a sound selector");
        page.html.select(&lists).fold(Self::of(page, selector), |sheet, list| {
            let name = list.attr("name").unwrap_or_default();
            let first = list.select(&options).next().and_then(|option| option.attr("value")).unwrap_or_default();
            if sheet.get(name).is_empty() { sheet.set(name, first) } else { sheet }
        })
    }

    /// Replaces the value of a field.
    #[must_use]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(held, _)| held != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(held, _)| held == name).map_or("", |(_, value)| value)
    }

    /// The names of all fields that hold something or could.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Without a field, as if it had been lost on its way.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(held, _)| held != name);
        self
    }

    /// The fields, with the button that is pressed.
    pub fn pressed<'s>(&'s self, button: &'s str) -> Vec<(&'s str, &'s str)> {
        let fields = self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        fields.chain([("do", button)]).collect()
    }
}

/// Name and value of a field that a browser would send.
fn held(field: ElementRef<'_>) -> Option<(String, String)> {
    let name = field.attr("name")?.to_owned();
    let value = match (field.value().name(), field.attr("type")) {
        ("textarea", _) => field.text().collect::<String>(),
        ("select", _) => {
            let chosen = Selector::parse("option[selected]").expect("a sound selector");
            let first = Selector::parse("option").expect("a sound selector");
            let option = field.select(&chosen).next().or_else(|| field.select(&first).next())?;
            option.attr("value").unwrap_or_default().to_owned()
        }
        (_, Some("checkbox" | "radio")) => {
            field.attr("checked")?;
            field.attr("value").unwrap_or("on").to_owned()
        }
        _ => field.attr("value").unwrap_or_default().to_owned(),
    };
    Some((name, value))
}
