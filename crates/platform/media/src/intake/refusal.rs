//! Why an upload was not taken, each with a text that says what to do instead.

use base::file_name::FileName;
use web::Ctx;

/// Why an upload was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No file was chosen, or it has no bytes.
    Empty,
    /// Too many bytes.
    TooLarge {
        /// Most mebibytes.
        most: usize,
    },
    /// The bytes are something else than the name says.
    Mismatch {
        /// The ending of the name.
        ending: String,
        /// What the bytes are.
        found: &'static str,
    },
    /// A drawing that may hold programs.
    Svg,
    /// A web page.
    WebPage,
    /// A program or script.
    Program,
    /// A photo as newer phones keep it.
    Heic,
    /// A picture of a type that we do not read.
    OtherImage,
    /// A sound or a film.
    Recording,
    /// A file of an old or a locked office program.
    OldOffice,
    /// None of all that we know.
    Unknown,
    /// Too many pixels.
    TooManyPixels,
    /// Too many pixels for a picture that must be in memory as a whole, or twice, to be read.
    TooManyAtOnce,
    /// So narrow that it cannot be shown.
    TooNarrow,
    /// The picture cannot be read.
    BrokenImage,
    /// There is something else in the picture.
    Hidden,
    /// The PDF cannot be read.
    BrokenPdf,
    /// The PDF holds a program, a form that sends, or leads to another file.
    ActivePdf,
    /// The PDF is encrypted, so nobody can look into it.
    LockedPdf,
    /// The PDF holds a further file.
    AttachedFile {
        /// The name of that file, as far as the PDF says it.
        name: String,
    },
    /// The office file cannot be read.
    BrokenOffice,
    /// The office file holds a program.
    Macros,
    /// The office file holds an object of another program.
    ForeignObject,
    /// The office file fetches or asks something elsewhere when it is opened.
    Fetches,
    /// The office file gets too large when it is unpacked.
    Bomb,
    /// An archive that is no office file.
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

/// For those who import a folder and read no page.
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
