//! The kinds of public things, and where each has its pages.

use base::Slug;

base::coded! {
    /// What an entry is. The order is the one in which filters list the kinds.
    pub enum Kind {
        /// One of the initiative's aims.
        Goal = "goal",
        /// A field of action.
        Field = "field",
        /// A stretch of the process.
        Phase = "phase",
        /// A turning point of the process.
        Milestone = "milestone",
        /// An event, from kick-off to conference; forums and workshops too.
        Event = "event",
        /// What was written down about an event.
        Document = "document",
        /// A guiding question.
        Question = "question",
        /// A project idea.
        Idea = "idea",
        /// Who promised what to whom by when.
        Agreement = "agreement",
        /// A project.
        Project = "project",
        /// A paper.
        Paper = "paper",
        /// A recommendation to somebody outside.
        Recommendation = "recommendation",
        /// The moment in which recommendations changed hands.
        HandOver = "hand_over",
        /// What the addressee answered.
        Reply = "reply",
        /// A news item.
        News = "news",
        /// A press release.
        PressRelease = "press_release",
        /// An organisation.
        Body = "body",
        /// A plain page.
        Page = "page",
    }
}

impl Kind {
    /// The folder of its files in a content directory, which is also how entries refer to each other.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Goal => "ziele",
            Self::Field => "handlungsfelder",
            Self::Phase => "phasen",
            Self::Milestone => "meilensteine",
            Self::Event => "veranstaltungen",
            Self::Document => "dokumentation",
            Self::Question => "leitfragen",
            Self::Idea => "projektideen",
            Self::Agreement => "verabredungen",
            Self::Project => "projekte",
            Self::Paper => "papiere",
            Self::Recommendation => "empfehlungen",
            Self::HandOver => "uebergaben",
            Self::Reply => "antworten",
            Self::News => "aktuelles",
            Self::PressRelease => "presse",
            Self::Body => "mitwirkende",
            Self::Page => "seiten",
        }
    }

    /// The kind whose files are in this folder.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The public path under which its entries lie. Slices' typed paths must agree; a test compares.
    pub fn base_path(self) -> String {
        match self {
            Self::Phase | Self::Milestone => format!("/prozess/{}", self.folder()),
            Self::HandOver | Self::Reply => format!("/empfehlungen/{}", self.folder()),
            _ => format!("/{}", self.folder()),
        }
    }

    /// The public path of one entry.
    pub fn path(self, slug: &Slug) -> String {
        format!("{}/{slug}", self.base_path())
    }

    /// The table in its front matter that holds what its slice knows beyond the card.
    pub const fn table(self) -> Option<&'static str> {
        match self {
            Self::Goal | Self::Phase | Self::Milestone | Self::News | Self::Page => None,
            Self::Field => Some("field"),
            Self::Event => Some("event"),
            Self::Document => Some("document"),
            Self::PressRelease => Some("press_release"),
            Self::Body => Some("body"),
            Self::Question
            | Self::Idea
            | Self::Agreement
            | Self::Project
            | Self::Paper
            | Self::Recommendation
            | Self::HandOver
            | Self::Reply => Some("outcome"),
        }
    }

    /// Whether entries stand in a numbered row; all others are ordered by time.
    pub const fn is_numbered(self) -> bool {
        matches!(self, Self::Goal | Self::Field | Self::Phase | Self::Recommendation)
    }

    /// Whether one expects such a thing to come from somewhere and to lead somewhere, so that a
    /// missing step is a gap worth showing.
    pub const fn is_in_thread(self) -> bool {
        !matches!(
            self,
            Self::Goal | Self::Phase | Self::News | Self::PressRelease | Self::Body | Self::Page | Self::Document
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_kind_has_its_own_folder_and_path() {
        let folders: HashSet<_> = Kind::ALL.into_iter().map(Kind::folder).collect();
        let paths: HashSet<_> = Kind::ALL.into_iter().map(Kind::base_path).collect();
        assert_eq!((folders.len(), paths.len()), (Kind::ALL.len(), Kind::ALL.len()));
        for kind in Kind::ALL {
            assert_eq!(Kind::from_folder(kind.folder()), Some(kind));
        }
    }
}
