//! One field of a form, as a page shows it.

use std::borrow::Cow;

use crate::ctx::Ctx;

/// A field with what the visitor wrote and what is wrong with it. Its id in the page is `form-` and
/// its name.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in the form.
    pub name: Cow<'static, str>,
    /// What it asks for.
    pub label: String,
    /// What helps to fill it in; empty if nothing does.
    pub hint: String,
    /// What the visitor wrote or chose; of several choices, each on a line of its own.
    pub value: String,
    /// What is wrong, as a sentence.
    pub error: Option<String>,
    /// Whether it must be filled in.
    pub required: bool,
    /// How it is filled in.
    pub control: Control,
}

/// How a field is filled in.
#[derive(Debug, Clone)]
pub enum Control {
    /// One line: `type` and `autocomplete` of the input.
    Line(&'static str, &'static str),
    /// Several lines, this many at first.
    Lines(u8),
    /// One of these, from a list that opens.
    Choice(Vec<Choice>),
    /// One of these few, all in sight.
    Radios(Vec<Choice>),
    /// Any of these.
    Checks(Vec<Choice>),
    /// Yes or no; *yes* is sent as [`YES`].
    Check,
    /// Not shown; it goes along as it is.
    Hidden,
    /// A colour, shown beside the line in which its digits stand: the colour, and the ground below it.
    Colour(String, String),
    /// A file of these types, as the attribute `accept` lists them.
    File(&'static str),
}

/// What a box that is ticked sends.
pub const YES: &str = "ja";

/// As many characters of a value are told that no list has a name for.
const TOLD: usize = 80;

/// Something to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What people read.
    pub label: String,
}

impl Field {
    /// A line of text that may stay empty.
    pub fn line(name: impl Into<Cow<'static, str>>, label: String) -> Self {
        let control = Control::Line("text", "off");
        Self {
            name: name.into(),
            label,
            hint: String::new(),
            value: String::new(),
            error: None,
            required: false,
            control,
        }
    }

    /// With this control.
    #[must_use]
    pub fn with(mut self, control: Control) -> Self {
        self.control = control;
        self
    }

    /// With this hint.
    #[must_use]
    pub fn hinted(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// It must be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Filled in like this.
    #[must_use]
    pub fn filled(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// With what is wrong, if something is.
    #[must_use]
    pub fn checked(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// Whether this is chosen.
    pub fn holds(&self, value: &str) -> bool {
        self.value.lines().any(|chosen| chosen == value)
    }

    /// What it holds although its list does not offer it: something that was withdrawn, renamed, or is older than the list is
    /// long. It is offered besides, so that a form that is sent back unchanged says what it said.
    pub fn unlisted(&self, page: &Ctx, choices: &[Choice]) -> Vec<Choice> {
        let held: Vec<&str> = if matches!(self.control, Control::Checks(_)) {
            self.value.lines().collect()
        } else {
            vec![self.value.as_str()]
        };
        let is_unlisted = |value: &&str| !value.is_empty() && !choices.iter().any(|choice| choice.value == **value);
        let choice = |value: &str| {
            let told: String = value.chars().take(TOLD).collect();
            Choice { value: value.to_owned(), label: page.t_with("form-unlisted", "value", told) }
        };
        held.into_iter().filter(is_unlisted).map(choice).collect()
    }

    /// Whether it is a group of boxes, which has a legend instead of a label.
    pub fn is_group(&self) -> bool {
        matches!(self.control, Control::Radios(_) | Control::Checks(_))
    }

    /// What its control has beside name and value: whether it must be filled in, is wrong, is described.
    pub fn attributes(&self) -> Attributes {
        let mut attributes = String::new();
        if self.required {
            attributes.push_str(" required");
        }
        if self.error.is_some() {
            attributes.push_str(" aria-invalid=\"true\"");
        }
        let described_by = self.described_by();
        if !described_by.is_empty() {
            attributes.extend([" aria-describedby=\"", &described_by, "\""]);
        }
        Attributes(attributes)
    }

    /// Its id in the page.
    pub fn id(&self) -> String {
        format!("form-{}", self.name)
    }

    /// The ids of what describes it; empty if nothing does.
    pub fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id()));
        let error = self.error.is_some().then(|| format!("{}-error", self.id()));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

/// Attributes, ready to stand in a tag.
#[derive(Debug, Clone)]
pub struct Attributes(String);

impl std::fmt::Display for Attributes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

// The value is made of our own words and of the names that we give to fields, so it needs no escaping.
impl askama::filters::HtmlSafe for Attributes {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_choices_are_lines_of_the_value() {
        let field = Field::line("roles", String::new()).filled("editor\norganiser");
        assert_eq!(["editor", "organiser", "edit", ""].map(|role| field.holds(role)), [true, true, false, false]);
    }

    #[test]
    fn field_is_described_by_its_hint_and_its_error() {
        let field = Field::line("email", "E-Mail".to_owned());
        assert_eq!((field.id(), field.described_by()), ("form-email".to_owned(), String::new()));
        let field = field.hinted("Wohin?".to_owned()).checked(Some("Fehlt.".to_owned()));
        assert_eq!(field.described_by(), "form-email-hint form-email-error");
    }
}
