//! The reasons for refusing an upload, each with a text that says what to do instead.

use base::file_name::FileName;
use web::Ctx;

/// The reason why an upload was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No file was chosen, or it has no bytes.
    Empty,
    /// The upload has too many bytes.
    TooLarge {
        /// The limit in mebibytes.
        most: usize,
    },
    /// The bytes do not match the ending of the name.
    Mismatch {
        /// The ending of the name.
        ending: String,
        /// The detected type.
        found: &'static str,
    },
    /// A vector drawing, which may contain programs.
    Svg,
    /// A web page.
    WebPage,
    /// A program or script.
    Program,
    /// A HEIC photo, the format of newer phones.
    Heic,
    /// A picture of an unsupported type.
    OtherImage,
    /// An audio or video file.
    Recording,
    /// A file of an old office program, or a locked one.
    OldOffice,
    /// No known type.
    Unknown,
    /// The picture has too many pixels.
    TooManyPixels,
    /// The picture has too many pixels for a format whose decoder needs more memory per pixel.
    TooManyAtOnce,
    /// The picture is too narrow to be shown.
    TooNarrow,
    /// The picture cannot be decoded.
    BrokenImage,
    /// The picture contains something else.
    Hidden,
    /// The PDF cannot be parsed.
    BrokenPdf,
    /// The PDF contains a program, a form that sends, or a link to another file.
    ActivePdf,
    /// The PDF is encrypted and cannot be checked.
    LockedPdf,
    /// The PDF contains another file.
    AttachedFile {
        /// The name of that file; empty if the PDF does not contain it.
        name: String,
    },
    /// The office file cannot be parsed.
    BrokenOffice,
    /// The office file contains a program.
    Macros,
    /// The office file contains an object of another program.
    ForeignObject,
    /// The office file fetches something from elsewhere when it is opened.
    Fetches,
    /// The office file is too large when it is unpacked.
    Bomb,
    /// The file is an archive, but no office file.
    Archive,
    /// The text is not in UTF-8.
    Encoding,
}

impl Refusal {
    pub(super) fn mismatch(name: &FileName, found: &'static str) -> Self {
        Self::Mismatch { ending: name.ending.clone(), found }
    }

    /// The reason, in the language of the page.
    pub fn in_words(&self, ctx: &Ctx) -> String {
        match self {
            Self::TooLarge { most } => ctx.t_with("media-refused-too-large", "most", *most),
            Self::Mismatch { ending, found } if ending.is_empty() => {
                ctx.t_with("media-refused-no-ending", "found", *found)
            }
            Self::Mismatch { ending, found } => {
                ctx.t_args("media-refused-mismatch", &[("ending", ending.as_str().into()), ("found", (*found).into())])
            }
            Self::AttachedFile { name } if !name.is_empty() => {
                ctx.t_with("media-refused-attached-file", "name", name.as_str())
            }
            _ => ctx.t(self.key()),
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Empty => "media-refused-empty",
            Self::TooLarge { .. } => "media-refused-too-large",
            Self::Mismatch { .. } => "media-refused-mismatch",
            Self::Svg => "media-refused-svg",
            Self::WebPage => "media-refused-web-page",
            Self::Program => "media-refused-program",
            Self::Heic => "media-refused-heic",
            Self::OtherImage => "media-refused-other-image",
            Self::Recording => "media-refused-recording",
            Self::OldOffice => "media-refused-old-office",
            Self::Unknown => "media-refused-unknown",
            Self::TooManyPixels => "media-refused-too-many-pixels",
            Self::TooManyAtOnce => "media-refused-too-many-at-once",
            Self::TooNarrow => "media-refused-too-narrow",
            Self::BrokenImage => "media-refused-broken-image",
            Self::Hidden => "media-refused-hidden",
            Self::BrokenPdf => "media-refused-broken-pdf",
            Self::ActivePdf => "media-refused-active-pdf",
            Self::LockedPdf => "media-refused-locked-pdf",
            Self::AttachedFile { .. } => "media-refused-attached-files",
            Self::BrokenOffice => "media-refused-broken-office",
            Self::Macros => "media-refused-macros",
            Self::ForeignObject => "media-refused-foreign-object",
            Self::Fetches => "media-refused-fetches",
            Self::Bomb => "media-refused-bomb",
            Self::Archive => "media-refused-archive",
            Self::Encoding => "media-refused-encoding",
        }
    }
}

/// The reason in English, for the import of a folder.
impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge { most } => write!(f, "the file has more than {most} MB"),
            Self::Mismatch { ending, found } => write!(f, "the name ends in `.{ending}`, but the bytes are {found}"),
            Self::AttachedFile { name } if !name.is_empty() => write!(f, "the PDF holds a further file: {name}"),
            _ => f.write_str(self.key().trim_start_matches("media-refused-")),
        }
    }
}
