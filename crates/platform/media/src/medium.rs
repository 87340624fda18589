//! A picture or a file with what must be known of it, and the rule who may see it.
//!
//! Nothing is public before somebody has said what a picture shows (or that it only decorates), who
//! holds the rights, and on what terms it may be shown.

use base::{Localized, Slug, coded};
use jiff::Timestamp;
use uuid::Uuid;

/// The id of a medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct MediumId(pub Uuid);

coded! {
    /// What sort of medium it is.
    pub enum Sort {
        /// Shown in pages, in several sizes.
        Image = "image",
        /// Offered for download as it is.
        File = "file",
    }
}

coded! {
    /// What the bytes are; also the ending of the name.
    pub enum FileType {
        /// A picture without transparency.
        Jpg = "jpg",
        /// A picture, perhaps with transparency.
        Webp = "webp",
        /// A document to print.
        Pdf = "pdf",
        /// A text of Word.
        Docx = "docx",
        /// A table of Excel.
        Xlsx = "xlsx",
        /// Slides of PowerPoint.
        Pptx = "pptx",
        /// A text of LibreOffice.
        Odt = "odt",
        /// A table of LibreOffice.
        Ods = "ods",
        /// Slides of LibreOffice.
        Odp = "odp",
        /// A table as text.
        Csv = "csv",
        /// Plain text.
        Txt = "txt",
    }
}

impl FileType {
    /// The media type with which it is sent; never taken from an upload.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Txt => "text/plain; charset=utf-8",
        }
    }

    /// What sort of medium has such bytes.
    pub fn sort(self) -> Sort {
        if matches!(self, Self::Jpg | Self::Webp) { Sort::Image } else { Sort::File }
    }
}

coded! {
    /// On what terms a medium may be shown and passed on.
    pub enum Licence {
        /// Creative Commons Attribution 4.0.
        CcBy4 = "cc_by_4",
        /// Creative Commons Attribution-ShareAlike 4.0.
        CcBySa4 = "cc_by_sa_4",
        /// Creative Commons Zero: the holder gives up all rights.
        Cc0 = "cc0",
        /// Nobody holds rights, or no longer.
        PublicDomain = "public_domain",
        /// The initiative made it and keeps all rights.
        OwnRights = "own_rights",
        /// The holder has allowed it to be shown here.
        Permission = "permission",
    }
}

impl Licence {
    /// Where the terms can be read, for those that are published.
    pub fn url(self) -> Option<&'static str> {
        match self {
            Self::CcBy4 => Some("https://creativecommons.org/licenses/by/4.0/"),
            Self::CcBySa4 => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Self::Cc0 => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            Self::PublicDomain => Some("https://creativecommons.org/publicdomain/mark/1.0/"),
            Self::OwnRights | Self::Permission => None,
        }
    }

    /// The key of its name in texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::CcBy4 => "media-licence-cc-by-4",
            Self::CcBySa4 => "media-licence-cc-by-sa-4",
            Self::Cc0 => "media-licence-cc0",
            Self::PublicDomain => "media-licence-public-domain",
            Self::OwnRights => "media-licence-own-rights",
            Self::Permission => "media-licence-permission",
        }
    }
}

/// What people say of a medium.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What lists call it.
    pub title: String,
    /// What the picture shows, for those who do not see it.
    pub alt: Option<Localized>,
    /// The picture says nothing that the text does not say; it has no alternative text.
    pub decorative: bool,
    /// Who holds the rights.
    pub holder: Option<String>,
    /// On what terms.
    pub licence: Option<Licence>,
    /// Where it was found, as `https://…`.
    pub source: Option<String>,
}

/// What is still to be said before the public may see a medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// An alternative text, or that the picture only decorates.
    Alt,
    /// Who holds the rights.
    Holder,
    /// On what terms.
    Licence,
    /// That somebody who may publish agrees.
    Release,
}

impl Missing {
    /// The key of its name in texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Alt => "media-missing-alt",
            Self::Holder => "media-missing-holder",
            Self::Licence => "media-missing-licence",
            Self::Release => "media-missing-release",
        }
    }
}

impl About {
    /// What is missing, in the order of the form.
    pub fn missing(&self, sort: Sort) -> Vec<Missing> {
        let has_alt = sort == Sort::File || self.decorative || self.alt.is_some();
        let all = [
            (has_alt, Missing::Alt),
            (self.holder.is_some(), Missing::Holder),
            (self.licence.is_some(), Missing::Licence),
        ];
        all.into_iter().filter(|(is_there, _)| !is_there).map(|(_, missing)| missing).collect()
    }

    /// Whether the public may see it.
    pub fn is_complete(&self, sort: Sort) -> bool {
        self.missing(sort).is_empty()
    }
}

/// A medium without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medium {
    /// Its id.
    pub id: MediumId,
    /// Its name in addresses; it never changes.
    pub slug: Slug,
    /// What its bytes are; of a picture, those that hold all of it.
    pub file_type: FileType,
    /// The name of the uploaded file, made safe, with its ending.
    pub name: String,
    /// What people say of it.
    pub about: About,
    /// Counts the changes.
    pub version: i64,
    /// When it was uploaded.
    pub created: Timestamp,
    /// When it was last changed or replaced.
    pub updated: Timestamp,
    /// Whether somebody who may publish has agreed that the public sees it.
    pub released: bool,
    /// Who uploaded it; `None` if it came with a folder.
    pub uploaded_by: Option<Uuid>,
    /// Since when it is withdrawn; after [`Medium::KEPT_DAYS`] it is deleted.
    pub withdrawn: Option<Timestamp>,
}

impl Medium {
    /// How many days a withdrawn medium, or the bytes that it had before, can be brought back.
    pub const KEPT_DAYS: i64 = 30;

    /// What sort of medium it is.
    pub fn sort(&self) -> Sort {
        self.file_type.sort()
    }

    /// What is still to be said before the public may see it.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = self.about.missing(self.sort());
        missing.extend((!self.released).then_some(Missing::Release));
        missing
    }

    /// Whether the public sees it.
    pub fn is_public(&self) -> bool {
        self.withdrawn.is_none() && self.missing().is_empty()
    }
}

/// The bytes that a medium had before it was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Names them, so that they can be brought back.
    pub id: Uuid,
    /// What they are.
    pub file_type: FileType,
    /// When others took their place.
    pub replaced_at: Timestamp,
    /// Who did that, with the name of that time.
    pub replaced_by: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        About {
            title: "Plenum".to_owned(),
            alt: Some(Localized { de: "Ein voller Saal".to_owned(), en: None }),
            holder: Some("RuhrFutur".to_owned()),
            licence: Some(Licence::CcBy4),
            ..About::default()
        }
    }

    #[test]
    fn picture_needs_a_text_or_the_word_that_it_decorates() {
        assert!(about().is_complete(Sort::Image));
        assert_eq!(About { alt: None, ..about() }.missing(Sort::Image), [Missing::Alt]);
        assert!(About { alt: None, decorative: true, ..about() }.is_complete(Sort::Image));
        assert!(About { alt: None, ..about() }.is_complete(Sort::File), "a file shows nothing by itself");
    }

    #[test]
    fn holder_and_licence_are_needed_always() {
        for sort in Sort::ALL {
            let about = About { holder: None, licence: None, ..about() };
            assert_eq!(about.missing(sort), [Missing::Holder, Missing::Licence]);
        }
    }

    #[test]
    fn type_decides_the_sort() {
        let images: Vec<FileType> = FileType::ALL.into_iter().filter(|kind| kind.sort() == Sort::Image).collect();
        assert_eq!(images, [FileType::Jpg, FileType::Webp]);
        assert!(FileType::ALL.into_iter().all(|kind| !kind.media_type().contains("html")));
    }
}
