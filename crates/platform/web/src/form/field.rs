//! A field of a form, with value and fault.

use std::borrow::Cow;

use crate::ctx::Ctx;

/// A field with the submitted value and its fault. Its id in the page is `form-` and its name.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in the form.
    pub name: Cow<'static, str>,
    /// The visible label.
    pub label: String,
    /// A hint below the label; empty if there is none.
    pub hint: String,
    /// The submitted or chosen value; of several choices, each on a line of its own.
    pub value: String,
    /// The fault, as a sentence.
    pub error: Option<String>,
    /// True if it must not be empty.
    pub required: bool,
    /// The kind of its control.
    pub control: Control,
    /// The id of its form, for a field that stands outside of it.
    pub form: Option<&'static str>,
}

/// The kind of a form control.
#[derive(Debug, Clone)]
pub enum Control {
    /// One line: `type` and `autocomplete` of the input.
    Line(&'static str, &'static str),
    /// Several lines, this many at first.
    Lines(u8),
    /// One of these options, as a drop-down list.
    Choice(Vec<Choice>),
    /// One of these few options, as radio buttons.
    Radios(Vec<Choice>),
    /// Any of these options, as check boxes.
    Checks(Vec<Choice>),
    /// Yes or no; a ticked box sends [`YES`].
    Check,
    /// A hidden field, sent back unchanged.
    Hidden,
    /// A colour as text, with a sample beside it.
    Colour(Sample),
    /// A file of these types, as the attribute `accept` lists them.
    File(&'static str),
    /// One file or several of these types.
    Files(&'static str),
}

/// A sample of a colour.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The colour that is shown: the one that is typed, if it is one.
    pub colour: String,
    /// The colour that holds if nothing is typed.
    pub own: String,
    /// The grounds on which it must be readable; the first one is that of the sample.
    pub grounds: Vec<String>,
}

/// The value of a ticked box.
pub const YES: &str = "ja";

/// Most characters that are shown of a value for which no option is known.
const TOLD: usize = 80;

/// An option.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The value that is sent.
    pub value: String,
    /// The text that people read.
    pub label: String,
}

impl Field {
    /// An optional line of text.
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
            form: None,
        }
    }

    /// Sets the control.
    #[must_use]
    pub fn with(mut self, control: Control) -> Self {
        self.control = control;
        self
    }

    /// Sets the hint.
    #[must_use]
    pub fn hinted(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// Marks the field as one that must not be empty.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets the value.
    #[must_use]
    pub fn filled(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// Sets the fault, if there is one.
    #[must_use]
    pub fn checked(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// True if this option is chosen.
    pub fn holds(&self, value: &str) -> bool {
        self.value.lines().any(|chosen| chosen == value)
    }

    /// Chosen values that are not among the options: withdrawn or renamed things, or those beyond the end
    /// of a long list. They are offered as well, so that a form that is sent back unchanged changes
    /// nothing.
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

    /// True for a group of boxes, which has a legend instead of a label.
    pub fn is_group(&self) -> bool {
        matches!(self.control, Control::Radios(_) | Control::Checks(_))
    }

    /// The attributes of its control besides name and value: `required`, `aria-invalid`, `form`,
    /// `aria-describedby`.
    pub fn attributes(&self) -> Attributes {
        let mut attributes = String::new();
        if self.required {
            attributes.push_str(" required");
        }
        if self.error.is_some() {
            attributes.push_str(" aria-invalid=\"true\"");
        }
        if let Some(form) = self.form {
            attributes.extend([" form=\"", form, "\""]);
        }
        let described_by = self.described_by();
        if !described_by.is_empty() {
            attributes.extend([" aria-describedby=\"", &described_by, "\""]);
        }
        Attributes(attributes)
    }

    /// Id of the control in the page.
    pub fn id(&self) -> String {
        format!("form-{}", self.name)
    }

    /// Ids of its hint and fault; empty if it has neither.
    pub fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id()));
        let error = self.error.is_some().then(|| format!("{}-error", self.id()));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

/// HTML attributes, ready to be put in a tag.
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
