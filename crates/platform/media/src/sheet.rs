//! A medium in a content folder: `medien/SLUG.toml` beside `medien/SLUG.ENDING`.
//!
//! The file is the one from which all sizes can be made. A picture that we have encoded ourselves is
//! imported unchanged, so export      import      export gives the same bytes.

use base::file_name::FileName;
use base::{Ids, Localized, Slug};
use db::Conn;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::intake;
use crate::medium::{About, Crop, FileType, Focus, Licence, Medium, MediumId, Sort};
use crate::store::{self, StoredFile};

/// The folder of media in a content folder.
pub const FOLDER: &str = "medien";

/// The sheet `medien/SLUG.toml`. The order of the fields is the order in files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediumSheet {
    /// The title in lists.
    pub title: String,
    /// The name of the uploaded file, with its ending.
    pub name: String,
    /// The alternative text of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<Localized>,
    /// True if the picture only decorates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decorative: bool,
    /// The holder of the rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The terms of use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// The web address of the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The shape of a picture above a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<Crop>,
    /// The point of a picture that stays in sight, in percent from the left edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus_x: Option<u8>,
    /// The same from the upper edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus_y: Option<u8>,
    /// True if it still needs the release by a person who may publish.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unreleased: bool,
    /// The time of the upload.
    pub created: Timestamp,
    /// The time of the last change.
    pub updated: Timestamp,
}

impl MediumSheet {
    /// The sheet of a medium.
    pub fn of(medium: &Medium) -> Self {
        let about = medium.about.clone();
        Self {
            title: about.title,
            name: medium.name.clone(),
            alt: about.alt,
            decorative: about.decorative,
            holder: about.holder,
            licence: about.licence,
            source: about.source,
            crop: about.crop,
            focus_x: about.focus_x,
            focus_y: about.focus_y,
            unreleased: !medium.released,
            created: medium.created,
            updated: medium.updated,
        }
    }

    /// Validates the sheet by itself.
    ///
    /// # Errors
    /// The first invalid key, and the reason.
    pub fn check(&self, file_type: FileType) -> Result<(), (String, String)> {
        let wrong = |word: &str, reason: String| Err((word.to_owned(), reason));
        if self.title.trim().is_empty() {
            return wrong("title", "the title is empty".to_owned());
        }
        if self.decorative && self.alt.is_some() {
            return wrong("decorative", "a picture that only decorates has no alternative text".to_owned());
        }
        if file_type.sort() == Sort::File && (self.decorative || self.alt.is_some()) {
            return wrong("title", "only a picture has an alternative text or decorates".to_owned());
        }
        let is_placed = self.crop.is_some() || self.focus_x.is_some() || self.focus_y.is_some();
        if file_type.sort() == Sort::File && is_placed {
            return wrong("title", "only a picture is cropped".to_owned());
        }
        if let Some(percent) = [self.focus_x, self.focus_y].into_iter().flatten().find(|percent| *percent > Focus::MOST)
        {
            return wrong("focus", format!("`{percent}` is no percentage"));
        }
        if let Some(source) =
            self.source.as_ref().filter(|source| !source.starts_with("https://") && !source.starts_with("http://"))
        {
            return wrong(source, format!("`{source}` is no web address"));
        }
        let safe = FileName::of(&self.name).with_ending(file_type.code());
        if self.name != safe {
            return wrong("name", format!("`{}` is no safe name for this file; `{safe}` would be", self.name));
        }
        Ok(())
    }

    /// Processes the bytes beside the sheet: returns their type, and all files made from them.
    ///
    /// # Errors
    /// The reason why they are refused.
    pub fn take(bytes: Vec<u8>, ending: &str) -> Result<(FileType, Vec<StoredFile>), intake::Refusal> {
        let name = FileName { stem: FOLDER.to_owned(), ending: ending.to_owned() };
        intake::take_kept(bytes, &name).map(StoredFile::all)
    }

    /// Stores the medium with its files.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn insert(
        &self,
        conn: &mut Conn<'_>,
        ids: &Ids,
        slug: &Slug,
        (file_type, files): (FileType, &[StoredFile]),
    ) -> db::Result<()> {
        let medium = Medium {
            id: MediumId(ids.next()),
            slug: slug.clone(),
            file_type,
            name: self.name.clone(),
            about: About {
                title: self.title.clone(),
                alt: self.alt.clone(),
                decorative: self.decorative,
                holder: self.holder.clone(),
                licence: self.licence,
                source: self.source.clone(),
                crop: self.crop,
                focus_x: self.focus_x,
                focus_y: self.focus_y,
            },
            version: 1,
            created: self.created,
            updated: self.updated,
            released: !self.unreleased,
            uploaded_by: None,
            withdrawn: None,
        };
        store::insert(conn, &medium).await?;
        store::put_files(conn, medium.id, files).await
    }
}
