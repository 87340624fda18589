//! The head of a form: where it is sent, the version that it was made from, and what is known of unsent text.

use accounts::{Desk, OWNER};
use web::{Error, Notice};

use crate::paths::{KeepPath, PresencePath, SuggestionsPath};
use crate::presence;
use crate::unsent::{ACTION, FORM, Offer, offers};

/// Everything that a form of the desk carries besides its fields.
#[derive(Debug)]
pub struct FormHead {
    /// The path to which it is sent.
    pub action: String,
    /// The version that it was made from.
    pub version: i64,
    /// The name of the form: the same whenever it is opened ([`FORM`]).
    pub name: String,
    /// True if it shows text that is saved nowhere.
    pub is_unsent: bool,
    /// True if what it shows was saved just now.
    pub was_saved: bool,
    /// Unsent text that waits for its author.
    pub offers: Vec<Offer>,
    /// Sentences about others who have it open.
    pub others: Vec<String>,
    /// The path at which a script says that it is still open.
    pub presence: String,
    /// The path that suggests entries.
    pub suggestions: String,
    /// The path at which a script keeps it.
    pub keep: String,
    /// The mark of the person to whom it is shown.
    pub mark: String,
}

impl FormHead {
    /// The head of a form with this name.
    pub fn new(desk: &Desk, action: String, version: i64, name: impl Into<String>) -> Self {
        Self {
            action,
            version,
            name: name.into(),
            is_unsent: false,
            was_saved: false,
            offers: Vec::new(),
            others: Vec::new(),
            presence: desk.href(PresencePath),
            suggestions: desk.href(SuggestionsPath),
            keep: desk.href(KeepPath),
            mark: desk.mark().to_owned(),
        }
    }

    /// Says if the form shows text that is saved nowhere.
    #[must_use]
    pub fn unsent(self, is_unsent: bool) -> Self {
        Self { is_unsent, ..self }
    }

    /// Adds what a form needs that was just opened: the offers of unsent text, who else has it open, and if the page says that
    /// something was done.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn opened(self, desk: &Desk, notice: Option<&Notice>) -> Result<Self, Error> {
        let offers = offers(desk, &self.name).await?;
        let was_saved = notice.is_some_and(|notice| !notice.is_warning);
        presence::opened(desk, &self.name).await?;
        let others = presence::others(desk, &self.name).await?;
        Ok(Self { was_saved, offers, others, ..self })
    }

    /// Names and values of the hidden fields by which unsent text is kept.
    pub fn hidden(&self) -> [(&'static str, &str); 3] {
        [(FORM, &self.name), (ACTION, &self.action), (OWNER, &self.mark)]
    }
}
