//! Reads a form with a file, piece by piece, and never more of it than may be.

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use base::file_name::FileName;
use multer::{Field, Multipart};
use web::{AppState, Error};

use crate::intake::{LARGEST_FILE, Refusal};

/// Most bytes of all other fields together.
const LARGEST_FIELDS: usize = 64 << 10;
/// Most fields.
const MOST_FIELDS: usize = 64;

/// What somebody sent: fields as sound text, and at most one file.
///
/// Who sends it is asked by the desk's extractor, which also refuses forms of other sites. Refused are
/// what is no such form (415), what cannot be read (400), and too many or too large fields (413).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    fields: Vec<(String, String)>,
    /// The name of the file, made safe.
    pub name: FileName,
    /// The bytes of the file, or why they were not taken.
    pub file: Result<Vec<u8>, Refusal>,
}

impl Upload {
    /// The value of a field without blanks around it; empty if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(sent, _)| sent == name).map_or("", |(_, value)| value.trim())
    }

    async fn read(content_type: &str, body: Body) -> Result<Self, Error> {
        let boundary = multer::parse_boundary(content_type).map_err(|_| Error::NoForm)?;
        let mut parts = Multipart::new(body.into_data_stream(), boundary);
        let mut upload = Self { fields: Vec::new(), name: FileName::of(""), file: Err(Refusal::Empty) };
        let mut left = LARGEST_FIELDS;
        while let Some(mut part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
            if let Some(sent) = part.file_name() {
                let name = FileName::of(sent);
                let file = file(&mut part).await?;
                if upload.file == Err(Refusal::Empty) {
                    (upload.name, upload.file) = (name, file);
                }
                continue;
            }
            let name = part.name().unwrap_or_default().to_owned();
            let value = text(&mut part, &mut left).await?;
            if upload.fields.len() == MOST_FIELDS {
                return Err(Error::TooLarge);
            }
            upload.fields.push((name, value));
        }
        Ok(upload)
    }
}

impl FromRequest<AppState> for Upload {
    type Rejection = Error;

    async fn from_request(request: Request, _: &AppState) -> Result<Self, Error> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_owned();
        Self::read(&content_type, request.into_body()).await
    }
}

/// The bytes of a file. Of one that is too large the rest is read and thrown away, so that the browser
/// gets to see the answer.
async fn file(part: &mut Field<'_>) -> Result<Result<Vec<u8>, Refusal>, Error> {
    let mut bytes = Vec::new();
    let mut is_too_large = false;
    while let Some(piece) = part.chunk().await.map_err(|error| unreadable(&error))? {
        is_too_large |= bytes.len() + piece.len() > LARGEST_FILE;
        if is_too_large {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&piece);
        }
    }
    if is_too_large {
        return Ok(Err(Refusal::TooLarge { most: LARGEST_FILE >> 20 }));
    }
    Ok(if bytes.is_empty() { Err(Refusal::Empty) } else { Ok(bytes) })
}

/// The value of a field: simple line ends, no characters that nobody can type.
async fn text(part: &mut Field<'_>, left: &mut usize) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|error| unreadable(&error))? {
        *left = left.checked_sub(piece.len()).ok_or(Error::TooLarge)?;
        bytes.extend_from_slice(&piece);
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::BadRequest)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect())
}

/// A body that ends early or is larger than any may be.
fn unreadable(error: &multer::Error) -> Error {
    let is_too_large =
        matches!(error, multer::Error::StreamReadFailed(cause) if cause.to_string().contains("length limit"));
    if is_too_large { Error::TooLarge } else { Error::BadRequest }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KIND: &str = "multipart/form-data; boundary=GRENZE";

    fn body(name: &[u8], file: &[u8]) -> Vec<u8> {
        let begin =
            b"--GRENZE\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\n Ein\r\nSaal\0 \r\n--GRENZE\r\n\
            Content-Disposition: form-data; name=\"datei\"; filename=\"";
        [begin.as_slice(), name, b"\"\r\nContent-Type: text/html\r\n\r\n", file, b"\r\n--GRENZE--\r\n"].concat()
    }

    fn read(body: Vec<u8>) -> Result<Upload, Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(Upload::read(KIND, Body::from(body)))
    }

    #[test]
    fn fields_and_file_are_read() {
        let upload = read(body(b"Saal.JPG", b"abc")).unwrap();
        assert_eq!((upload.get("titel"), upload.get("fehlt")), ("Ein\nSaal", ""));
        assert_eq!(
            (upload.name, upload.file),
            (FileName { stem: "Saal".into(), ending: "jpg".into() }, Ok(b"abc".to_vec()))
        );
        assert_eq!(read(body(b"", b"")).unwrap().file, Err(Refusal::Empty), "no file was chosen");
    }

    #[test]
    fn what_is_too_large_is_read_to_its_end_and_refused() {
        let refused = read(body(b"a.pdf", &vec![b'a'; LARGEST_FILE + 1])).unwrap();
        assert_eq!(refused.file, Err(Refusal::TooLarge { most: 30 }));
        assert_eq!(refused.get("titel"), "Ein\nSaal");
        let long = [
            b"--GRENZE\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".to_vec(),
            vec![b'a'; LARGEST_FIELDS + 1],
        ];
        assert!(matches!(read([long.concat(), b"\r\n--GRENZE--\r\n".to_vec()].concat()), Err(Error::TooLarge)));
        let one = b"--GRENZE\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(MOST_FIELDS + 1);
        assert!(matches!(read([one, b"--GRENZE--\r\n".to_vec()].concat()), Err(Error::TooLarge)));
    }

    #[test]
    fn half_a_form_and_no_form_are_refused() {
        let whole = body(b"a.pdf", b"abc");
        assert!(matches!(read(whole[..whole.len() - 12].to_vec()), Err(Error::BadRequest)));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let other = runtime.block_on(Upload::read("application/x-www-form-urlencoded", Body::from("a=b")));
        assert!(matches!(other, Err(Error::NoForm)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

        /// Whatever stands where a name should be: the form is refused, or the name is safe and the file whole.
        #[test]
        fn every_name_in_a_form_becomes_a_safe_one(name in proptest::collection::vec(any::<u8>(), 0..40), tail in "[./\\\\\"\r\n;%a-z\u{202e}]{0,12}") {
            let sent = [name.as_slice(), tail.as_bytes()].concat();
            if let Ok(upload) = read(body(&sent, b"abc")) {
                let safe = FileName::of(&upload.name.with_ending("pdf"));
                prop_assert_eq!(&safe.stem, &upload.name.stem);
                let dangerous = ['/', '\\', '\r', '\n', '\0', '"', '\u{202e}'];
                prop_assert!(!upload.name.stem.contains(dangerous));
            }
        }

        #[test]
        fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read([b"--GRENZE\r\n".as_slice(), &bytes].concat());
        }
    }
}
