//! Attachments of mails.

use lettre::message::header::ContentType;

/// An attachment: file name, media type and bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    name: String,
    media_type: String,
    bytes: Vec<u8>,
}

/// The reason why a file cannot be attached. It does not repeat the name, which may be personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentError {
    /// The name is empty, too long, or has characters that no file name may have.
    #[error(
        "the name of an attachment has 1 to {} characters, without slashes and control characters",
        Attachment::LONGEST_NAME
    )]
    Name,
    /// The text is no media type.
    #[error("an attachment needs a media type such as application/pdf")]
    MediaType,
    /// There are too many files.
    #[error("a mail takes at most {} attachments", Attachment::MOST)]
    TooMany,
    /// Together the files are too large.
    #[error("the attachments of a mail have at most {most} bytes together, these have {0}", most = Attachment::MOST_BYTES)]
    TooLarge(usize),
}

impl Attachment {
    /// Most characters of a name.
    pub const LONGEST_NAME: usize = 150;
    /// Most files in a mail.
    pub const MOST: usize = 10;
    /// Most bytes of all files of a mail. Encoded they need a third more, and many servers accept 10 MB.
    pub const MOST_BYTES: usize = 7_000_000;

    /// A file. `media_type` may have parameters: `text/calendar; method=REQUEST`.
    ///
    /// # Errors
    /// [`AttachmentError`], except for the number of files, which [`super::Mail::attach`] checks.
    pub fn new(name: &str, media_type: &str, bytes: Vec<u8>) -> Result<Self, AttachmentError> {
        let length = name.chars().count();
        if !(1..=Self::LONGEST_NAME).contains(&length) || name.trim() != name || name.chars().any(is_no_part_of_a_name)
        {
            return Err(AttachmentError::Name);
        }
        if media_type.chars().any(char::is_control) || ContentType::parse(media_type).is_err() {
            return Err(AttachmentError::MediaType);
        }
        check_size(bytes.len())?;
        Ok(Self { name: name.to_owned(), media_type: media_type.to_owned(), bytes })
    }

    /// The file name shown to the recipient.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The media type, with parameters if it has any.
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// The content, not encoded.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Control characters, separators of folders, and marks that change the direction of writing, with which
/// `gpj.exe` looks like a picture.
fn is_no_part_of_a_name(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    turns || c.is_control() || matches!(c, '/' | '\\' | '\u{2028}' | '\u{2029}')
}

fn check_size(bytes: usize) -> Result<(), AttachmentError> {
    if bytes > Attachment::MOST_BYTES { Err(AttachmentError::TooLarge(bytes)) } else { Ok(()) }
}

/// Adds a file to others.
pub(super) fn add(files: &mut Vec<Attachment>, file: Attachment) -> Result<(), AttachmentError> {
    if files.len() >= Attachment::MOST {
        return Err(AttachmentError::TooMany);
    }
    check_size(files.iter().map(|file| file.bytes.len()).sum::<usize>() + file.bytes.len())?;
    files.push(file);
    Ok(())
}

/// Shows neither name nor content: both may be personal.
impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attachment({}, {} bytes)", self.media_type, self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: usize) -> Result<Attachment, AttachmentError> {
        Attachment::new("a.bin", "application/octet-stream", vec![0; bytes])
    }

    #[test]
    fn name_and_media_type_are_sound_or_refused() {
        for name in ["a", "Übersicht »neu« (1).pdf", "Teil; \"2\".ics", &"ä".repeat(150)] {
            assert_eq!(Attachment::new(name, "application/pdf", Vec::new()).unwrap().name(), name);
        }
        let too_long = "ä".repeat(151);
        for name in [
            "",
            " ",
            "a.pdf ",
            "a\r\nBcc: alle@ort.example",
            "a\nb",
            "../a",
            "a\\b",
            "a\u{2028}b",
            "a\u{202e}fdp.exe",
            &too_long,
        ] {
            assert_eq!(Attachment::new(name, "application/pdf", Vec::new()), Err(AttachmentError::Name), "{name:?}");
        }
        for media_type in ["", "pdf", "application/pdf\r\nBcc: alle@ort.example", "text/plain;\n a=b", "ü/ü"] {
            let refused = Attachment::new("a", media_type, Vec::new());
            assert_eq!(refused, Err(AttachmentError::MediaType), "{media_type:?}");
        }
    }

    #[test]
    fn files_are_taken_up_to_their_number_and_size_and_no_further() {
        assert!(of(Attachment::MOST_BYTES).is_ok());
        let most = Attachment::MOST_BYTES;
        assert_eq!(of(most + 1), Err(AttachmentError::TooLarge(most + 1)));
        let mut files = Vec::new();
        add(&mut files, of(most - 1).unwrap()).unwrap();
        assert_eq!(add(&mut files, of(2).unwrap()), Err(AttachmentError::TooLarge(most + 1)));
        for _ in 1..Attachment::MOST {
            add(&mut files, of(0).unwrap()).unwrap();
        }
        assert_eq!((add(&mut files, of(0).unwrap()), files.len()), (Err(AttachmentError::TooMany), Attachment::MOST));
        assert_eq!(
            AttachmentError::TooLarge(8_000_000).to_string(),
            "the attachments of a mail have at most 7000000 bytes together, these have 8000000"
        );
    }
}
