//! A picture or a file with its description, and the rule for its publication.
//!
//! Nothing is public before somebody has described a picture (or said that it only decorates), and named the
//! holder of the rights and the licence.

use base::{Localized, Slug, coded};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The id of a medium in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct MediumId(pub Uuid);

coded! {
    /// The two sorts of media.
    pub enum Sort {
        /// A picture, shown in pages in several sizes.
        Image = "image",
        /// A file, offered unchanged for download.
        File = "file",
    }
}

coded! {
    /// The type of the bytes; also the ending of the name.
    pub enum FileType {
        /// A picture without transparency.
        Jpg = "jpg",
        /// A picture, perhaps with transparency.
        Webp = "webp",
        /// A document to print.
        Pdf = "pdf",
        /// A Word text.
        Docx = "docx",
        /// An Excel table.
        Xlsx = "xlsx",
        /// PowerPoint slides.
        Pptx = "pptx",
        /// A LibreOffice text.
        Odt = "odt",
        /// A LibreOffice table.
        Ods = "ods",
        /// LibreOffice slides.
        Odp = "odp",
        /// A table as comma-separated values.
        Csv = "csv",
        /// Plain text.
        Txt = "txt",
    }
}

impl FileType {
    /// The content type that is sent; never taken from an upload.
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

    /// The sort of media with this type.
    pub fn sort(self) -> Sort {
        if matches!(self, Self::Jpg | Self::Webp) { Sort::Image } else { Sort::File }
    }
}

coded! {
    /// The terms on which a medium may be shown and passed on.
    pub enum Licence {
        /// Creative Commons Attribution 4.0.
        CcBy4 = "cc_by_4",
        /// Creative Commons Attribution-ShareAlike 4.0.
        CcBySa4 = "cc_by_sa_4",
        /// Creative Commons Zero: the holder gives up all rights.
        Cc0 = "cc0",
        /// Nobody holds rights, or nobody holds them any longer.
        PublicDomain = "public_domain",
        /// The initiative made it and keeps all rights.
        OwnRights = "own_rights",
        /// The holder has allowed it to be shown here.
        Permission = "permission",
    }
}

impl Licence {
    /// The address of the licence text, if it is a published licence.
    pub fn url(self) -> Option<&'static str> {
        match self {
            Self::CcBy4 => Some("https://creativecommons.org/licenses/by/4.0/"),
            Self::CcBySa4 => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Self::Cc0 => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            Self::PublicDomain => Some("https://creativecommons.org/publicdomain/mark/1.0/"),
            Self::OwnRights | Self::Permission => None,
        }
    }

    /// The key of its name in the text files.
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

coded! {
    /// The shape to which a picture is cropped where a page shows it large.
    pub enum Crop {
        /// 16 : 9.
        Wide = "wide",
        /// 3 : 2.
        Standard = "standard",
        /// 1 : 1.
        Square = "square",
    }
}

/// The point of a picture that stays in sight, in percent from its left and upper edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left edge.
    pub x: u8,
    /// From the upper edge.
    pub y: u8,
}

impl Focus {
    /// The greatest percentage.
    pub const MOST: u8 = 100;
    /// The percentage of the middle.
    pub const MIDDLE: u8 = 50;
    /// The steps in which pages place a picture, in percent: style sheets have a rule for each.
    const STEP: u8 = 10;

    /// A percentage in the steps of the style sheet.
    fn step(percent: u8) -> u8 {
        (percent.min(Self::MOST) + Self::STEP / 2) / Self::STEP * Self::STEP
    }

    /// The classes that place a picture.
    pub fn classes(self) -> String {
        format!("picture-x-{} picture-y-{}", Self::step(self.x), Self::step(self.y))
    }
}

/// The editable description of a medium.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// The title in lists.
    pub title: String,
    /// The alternative text of a picture, for people who do not see it.
    pub alt: Option<Localized>,
    /// True if the picture adds nothing to the text, so that it needs no alternative text.
    pub decorative: bool,
    /// The holder of the rights.
    pub holder: Option<String>,
    /// The terms of use.
    pub licence: Option<Licence>,
    /// The web address of the original, as `https://…`.
    pub source: Option<String>,
    /// The shape of a picture above a text; the whole if there is none.
    pub crop: Option<Crop>,
    /// The point that stays in sight, in percent from the left edge; the middle if there is none.
    pub focus_x: Option<u8>,
    /// The same from the upper edge.
    pub focus_y: Option<u8>,
}

/// A requirement that a medium must meet before it becomes public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// An alternative text, or the statement that the picture only decorates.
    Alt,
    /// The holder of the rights.
    Holder,
    /// The terms of use.
    Licence,
    /// The release by a person who may publish.
    Release,
}

impl Missing {
    /// The key of its name in the text files.
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
    /// The point of a picture that stays in sight.
    pub fn focus(&self) -> Focus {
        let or_middle = |percent: Option<u8>| percent.unwrap_or(Focus::MIDDLE);
        Focus { x: or_middle(self.focus_x), y: or_middle(self.focus_y) }
    }

    /// The missing parts of the description, in the order of the form.
    pub fn missing(&self, sort: Sort) -> Vec<Missing> {
        let has_alt = sort == Sort::File || self.decorative || self.alt.is_some();
        let all = [
            (has_alt, Missing::Alt),
            (self.holder.is_some(), Missing::Holder),
            (self.licence.is_some(), Missing::Licence),
        ];
        all.into_iter().filter(|(is_there, _)| !is_there).map(|(_, missing)| missing).collect()
    }

    /// True if the description lacks nothing.
    pub fn is_complete(&self, sort: Sort) -> bool {
        self.missing(sort).is_empty()
    }
}

/// A medium without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medium {
    /// The id in the database.
    pub id: MediumId,
    /// The name in addresses; it never changes.
    pub slug: Slug,
    /// The type of the bytes; for a picture, the type of the rendition that loses nothing.
    pub file_type: FileType,
    /// The sanitized name of the uploaded file, with its ending.
    pub name: String,
    /// The editable description.
    pub about: About,
    /// The number of changes, for the optimistic lock.
    pub version: i64,
    /// The time of the upload.
    pub created: Timestamp,
    /// The time of the last change or replacement.
    pub updated: Timestamp,
    /// True if a person who may publish has released it.
    pub released: bool,
    /// The uploading person; `None` if it came with a content folder.
    pub uploaded_by: Option<Uuid>,
    /// The time of the withdrawal; [`Medium::KEPT_DAYS`] later it is deleted.
    pub withdrawn: Option<Timestamp>,
}

impl Medium {
    /// The retention of a withdrawn medium, and of former bytes, in days.
    pub const KEPT_DAYS: i64 = 30;
    /// A picture with fewer pixels in width does not fill the column of a text.
    pub const NARROW: i64 = 600;

    /// The sort of the medium.
    pub fn sort(&self) -> Sort {
        self.file_type.sort()
    }

    /// The missing requirements for publication: those of the description, then the release.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = self.about.missing(self.sort());
        missing.extend((!self.released).then_some(Missing::Release));
        missing
    }

    /// True if the public may see it.
    pub fn is_public(&self) -> bool {
        self.withdrawn.is_none() && self.missing().is_empty()
    }
}

/// The former bytes of a medium that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The id by which they can be restored.
    pub id: Uuid,
    /// The type of the former bytes.
    pub file_type: FileType,
    /// The time of the replacement.
    pub replaced_at: Timestamp,
    /// The name of the replacing person at that time.
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
    fn focus_is_placed_in_steps_and_stands_in_the_middle_by_itself() {
        assert_eq!(about().focus().classes(), "picture-x-50 picture-y-50");
        assert_eq!(Focus { x: 4, y: 95 }.classes(), "picture-x-0 picture-y-100");
        assert_eq!(Focus { x: 5, y: 255 }.classes(), "picture-x-10 picture-y-100");
    }

    #[test]
    fn type_decides_the_sort() {
        let images: Vec<FileType> = FileType::ALL.into_iter().filter(|kind| kind.sort() == Sort::Image).collect();
        assert_eq!(images, [FileType::Jpg, FileType::Webp]);
        assert!(FileType::ALL.into_iter().all(|kind| !kind.media_type().contains("html")));
    }
}
