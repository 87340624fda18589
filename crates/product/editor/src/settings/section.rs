//! The sections of the settings, each with a page of its own.

use base::coded;

coded! {
    /// A part of the settings.
    pub enum SettingsSection {
        /// Name, motto, the words of the start page.
        Name = "name",
        /// The pictures in place of the name.
        Logo = "logo",
        /// The languages that are offered.
        Languages = "languages",
        /// The bodies that carry the initiative.
        Carriers = "carriers",
        /// Colours of its own.
        Colours = "colours",
        /// The provider of the site.
        Imprint = "imprint",
        /// Facts of the accessibility statement.
        Accessibility = "accessibility",
        /// The sender of mails, and the promised times of reply.
        Mail = "mail",
        /// The personal data that are kept.
        Privacy = "privacy",
    }
}

impl SettingsSection {
    /// Its name in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Logo => "logo",
            Self::Languages => "sprachen",
            Self::Carriers => "traeger",
            Self::Colours => "farben",
            Self::Imprint => "impressum",
            Self::Accessibility => "barrierefreiheit",
            Self::Mail => "post",
            Self::Privacy => "daten",
        }
    }

    /// The section with this name in addresses.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }
}
