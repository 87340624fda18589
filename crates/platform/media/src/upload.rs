//! Multipart uploads: reads a form with a file piece by piece, within limits.
//!
//! An arriving file is written to a temporary file that nobody else can open and that vanishes with the
//! process, so any number of slow connections needs little memory. [`AT_A_TIME`] uploads may be on disk at once; a
//! further one waits before its body is read, and gets [`web::Error::Busy`] if that takes too
//! long. A complete file is read into memory, one after the other, also those of one upload: the permit is part of
//! [`InMemory`] and lasts until its handler is done with it.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::time::Duration;

use anyhow::Context as _;
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use base::file_name::FileName;
use multer::{Field, Multipart};
use tokio::io::AsyncWriteExt as _;
use tokio::sync::{Semaphore, SemaphorePermit};
use web::{AppState, Error, is_too_slow};

use crate::intake::{LARGEST_FILE, Refusal};

/// The most bytes of all other fields together.
const LARGEST_FIELDS: usize = 64 << 10;
/// The most fields, including the file.
const MOST_FIELDS: usize = 64;

/// The most uploads that may arrive at a time, on each node.
const AT_A_TIME: usize = 16;
/// The time that a further upload waits for a permit.
const PERMIT_TIMEOUT: Duration = Duration::from_secs(10);

/// Permits for arriving uploads.
static PERMITS: Semaphore = Semaphore::const_new(AT_A_TIME);
/// The permit for the one file that is in memory.
static IN_MEMORY: Semaphore = Semaphore::const_new(1);

/// A received form: text fields, and files.
///
/// The desk's extractor checks the person, and refuses cross-site requests (CSRF). This one refuses
/// other content types (415), unreadable forms (400), slow bodies (408), too many or too large
/// fields (413), and uploads without a permit (503).
#[derive(Debug)]
pub struct Upload {
    fields: Vec<(String, String)>,
    /// The files in the order in which they were sent; never none: a form without a file has an empty one.
    pub files: Vec<Received>,
    /// The permit for the disk, held until the handler is done with the files.
    _place: SemaphorePermit<'static>,
}

/// A file that has arrived.
#[derive(Debug)]
pub struct Received {
    /// Its sanitized name.
    pub name: FileName,
    /// The temporary file, or the reason why it was refused.
    resting: Result<File, Refusal>,
}

impl Received {
    /// Reads it into memory, as soon as no other one is there.
    ///
    /// # Errors
    /// If the disk fails.
    pub async fn read(self) -> Result<InMemory, Error> {
        let Self { name, resting } = self;
        Ok(match resting {
            Ok(file) => {
                let turn = IN_MEMORY.acquire().await?;
                let bytes = tokio::task::spawn_blocking(|| bytes(file)).await??;
                InMemory { name, file: Ok(bytes), turn: Some(turn) }
            }
            Err(refusal) => InMemory { name, file: Err(refusal), turn: None },
        })
    }
}

/// A file whose bytes are in memory.
#[derive(Debug)]
pub struct InMemory {
    /// Its sanitized name.
    pub name: FileName,
    /// Its bytes, or the reason why they were refused.
    pub file: Result<Vec<u8>, Refusal>,
    /// The permit for memory, to be held until somebody is done with the bytes.
    pub turn: Option<SemaphorePermit<'static>>,
}

impl Upload {
    /// The value of a field without surrounding blanks; empty if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(sent, _)| sent == name).map_or("", |(_, value)| value.trim())
    }

    /// All fields besides the file: name and value.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    async fn read(content_type: &str, body: Body, wait: Duration) -> Result<Self, Error> {
        let boundary = multer::parse_boundary(content_type).map_err(|_| Error::NoForm)?;
        let place = tokio::time::timeout(wait, PERMITS.acquire()).await.map_err(|_| Error::Busy)??;
        let mut parts = Multipart::new(body.into_data_stream(), boundary);
        let mut sent = Sent::default();
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
            sent.take(part).await?;
        }
        let Sent { fields, mut files, .. } = sent;
        if files.is_empty() {
            files.push(Received { name: FileName::of(""), resting: Err(Refusal::Empty) });
        }
        Ok(Self { fields, files, _place: place })
    }
}

/// The part of a form that has arrived.
struct Sent {
    fields: Vec<(String, String)>,
    /// The number of fields that may follow.
    more: usize,
    /// The number of bytes that other fields may still have.
    left: usize,
    files: Vec<Received>,
}

impl Default for Sent {
    fn default() -> Self {
        Self { fields: Vec::new(), more: MOST_FIELDS, left: LARGEST_FIELDS, files: Vec::new() }
    }
}

impl Sent {
    async fn take(&mut self, mut part: Field<'_>) -> Result<(), Error> {
        self.more = self.more.checked_sub(1).ok_or(Error::TooLarge)?;
        if let Some(sent) = part.file_name() {
            // A field in which no file was chosen sends an empty one without a name.
            let (name, is_named) = (FileName::of(sent), !sent.is_empty());
            let resting = rest(&mut part).await?;
            if is_named || resting.is_ok() {
                self.files.push(Received { name, resting });
            }
            return Ok(());
        }
        let name = part.name().unwrap_or_default().to_owned();
        let value = text(&mut part, &mut self.left).await?;
        self.fields.push((name, value));
        Ok(())
    }
}

impl FromRequest<AppState> for Upload {
    type Rejection = Error;

    async fn from_request(request: Request, _: &AppState) -> Result<Self, Error> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_owned();
        Self::read(&content_type, request.into_body(), PERMIT_TIMEOUT).await
    }
}

/// Writes a file to a temporary one. If it is too large, the rest is read and dropped, so that the browser
/// shows the answer.
async fn rest(part: &mut Field<'_>) -> Result<Result<File, Refusal>, Error> {
    let file = tokio::task::spawn_blocking(tempfile::tempfile).await?;
    let mut file = tokio::fs::File::from_std(file.context("a temporary file for an upload")?);
    let mut length = 0;
    while let Some(piece) = part.chunk().await.map_err(|error| unreadable(&error))? {
        length += piece.len();
        if length <= LARGEST_FILE {
            file.write_all(&piece).await.context("a temporary file for an upload")?;
        }
    }
    file.flush().await.context("a temporary file for an upload")?;
    Ok(match length {
        0 => Err(Refusal::Empty),
        1..=LARGEST_FILE => Ok(file.into_std().await),
        _ => Err(Refusal::TooLarge { most: LARGEST_FILE >> 20 }),
    })
}

/// The bytes of a received file.
fn bytes(mut file: File) -> anyhow::Result<Vec<u8>> {
    file.rewind()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The value of a field, with normalized line ends and without control characters.
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

/// The error for a body that ends early, arrives too slowly, or is too large.
fn unreadable(error: &multer::Error) -> Error {
    match error {
        multer::Error::StreamReadFailed(cause) if is_too_slow(&**cause) => Error::Slow,
        multer::Error::StreamReadFailed(cause) if cause.to_string().contains("length limit") => Error::TooLarge,
        _ => Error::BadRequest,
    }
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

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap()
    }

    fn read(body: Vec<u8>) -> Result<Upload, Error> {
        runtime().block_on(Upload::read(KIND, Body::from(body), PERMIT_TIMEOUT))
    }

    fn files(upload: Upload) -> Vec<(FileName, Result<Vec<u8>, Refusal>)> {
        runtime().block_on(async {
            let mut files = Vec::new();
            for file in upload.files {
                let InMemory { name, file, turn } = file.read().await.unwrap();
                files.push((name, file));
                drop(turn);
            }
            files
        })
    }

    fn named(stem: &str, ending: &str) -> FileName {
        FileName { stem: stem.to_owned(), ending: ending.to_owned() }
    }

    #[test]
    fn fields_and_file_are_read() {
        let upload = read(body(b"Saal.JPG", b"abc")).unwrap();
        assert_eq!((upload.get("titel"), upload.get("fehlt")), ("Ein\nSaal", ""));
        assert_eq!(files(upload), [(named("Saal", "jpg"), Ok(b"abc".to_vec()))]);
        let none = files(read(body(b"", b"")).unwrap());
        assert_eq!(none, [(FileName::of(""), Err(Refusal::Empty))], "no file was chosen");
    }

    #[test]
    fn several_files_are_read_each_with_its_name_and_an_empty_one_is_told() {
        let file = |name: &str, bytes: &str| {
            format!(
                "--GRENZE\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"{name}\"\r\n\r\n{bytes}\r\n"
            )
        };
        let sent = [&file("a.jpg", "1"), &file("", ""), &file("b.pdf", ""), &file("c.jpg", "3"), "--GRENZE--\r\n"];
        let sent = sent.map(str::as_bytes).concat();
        let expected = [
            (named("a", "jpg"), Ok(b"1".to_vec())),
            (named("b", "pdf"), Err(Refusal::Empty)),
            (named("c", "jpg"), Ok(b"3".to_vec())),
        ];
        assert_eq!(files(read(sent).unwrap()), expected);
    }

    #[test]
    fn what_is_too_large_is_read_to_its_end_and_refused() {
        let refused = read(body(b"a.pdf", &vec![b'a'; LARGEST_FILE + 1])).unwrap();
        assert_eq!(refused.get("titel"), "Ein\nSaal");
        assert_eq!(files(refused)[0].1, Err(Refusal::TooLarge { most: 30 }));
        let long = [
            b"--GRENZE\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".to_vec(),
            vec![b'a'; LARGEST_FIELDS + 1],
        ];
        assert!(matches!(read([long.concat(), b"\r\n--GRENZE--\r\n".to_vec()].concat()), Err(Error::TooLarge)));
        let one = b"--GRENZE\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(MOST_FIELDS + 1);
        assert!(matches!(read([one, b"--GRENZE--\r\n".to_vec()].concat()), Err(Error::TooLarge)));
        let empty = b"--GRENZE\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\"\r\n\r\n\r\n";
        let many = [empty.repeat(MOST_FIELDS + 1), b"--GRENZE--\r\n".to_vec()].concat();
        assert!(matches!(read(many), Err(Error::TooLarge)));
    }

    #[test]
    fn half_a_form_and_no_form_are_refused() {
        let whole = body(b"a.pdf", b"abc");
        assert!(matches!(read(whole[..whole.len() - 12].to_vec()), Err(Error::BadRequest)));
        let other =
            runtime().block_on(Upload::read("application/x-www-form-urlencoded", Body::from("a=b"), PERMIT_TIMEOUT));
        assert!(matches!(other, Err(Error::NoForm)));
    }

    /// A form of which only the first bytes arrive until the end of the test.
    fn stuck() -> Body {
        let begin = futures_util::stream::iter([Ok::<_, std::io::Error>(&b"--GRENZE\r\n"[..])]);
        Body::from_stream(futures_util::StreamExt::chain(begin, futures_util::stream::pending()))
    }

    #[test]
    fn upload_beyond_those_that_are_on_their_way_is_told_to_come_back() {
        runtime().block_on(async {
            let stuck: Vec<_> =
                (0..AT_A_TIME).map(|_| tokio::spawn(Upload::read(KIND, stuck(), PERMIT_TIMEOUT))).collect();
            tokio::task::yield_now().await;
            let late = Upload::read(KIND, Body::from(body(b"a.pdf", b"abc")), Duration::from_millis(10)).await;
            assert!(matches!(late, Err(Error::Busy)));
            for one in stuck {
                one.abort();
                assert!(one.await.unwrap_err().is_cancelled());
            }
            let next = Upload::read(KIND, Body::from(body(b"a.pdf", b"abc")), PERMIT_TIMEOUT).await.unwrap();
            assert_eq!(next.files.len(), 1);
        });
    }

    #[test]
    fn one_file_is_in_memory_at_a_time() {
        runtime().block_on(async {
            let arrived = async |name: &[u8], file: &[u8]| {
                let upload = Upload::read(KIND, Body::from(body(name, file)), PERMIT_TIMEOUT).await.unwrap();
                upload.files.into_iter().next().unwrap()
            };
            let first = arrived(b"a.pdf", b"abc").await.read().await.unwrap();
            let second = tokio::spawn(arrived(b"b.pdf", b"def").await.read());
            assert_eq!(IN_MEMORY.available_permits(), 0, "the first is still being worked on");
            drop(first);
            assert_eq!(second.await.unwrap().unwrap().file, Ok(b"def".to_vec()));
        });
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

        /// Any bytes instead of a name: the form is refused, or the name is safe and the file complete.
        #[test]
        fn every_name_in_a_form_becomes_a_safe_one(name in proptest::collection::vec(any::<u8>(), 0..40), tail in "[./\\\\\"\r\n;%a-z\u{202e}]{0,12}") {
            let sent = [name.as_slice(), tail.as_bytes()].concat();
            if let Ok(upload) = read(body(&sent, b"abc")) {
                let name = &upload.files[0].name;
                let safe = FileName::of(&name.with_ending("pdf"));
                prop_assert_eq!(&safe.stem, &name.stem);
                let dangerous = ['/', '\\', '\r', '\n', '\0', '"', '\u{202e}'];
                prop_assert!(!name.stem.contains(dangerous));
            }
        }

        #[test]
        fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read([b"--GRENZE\r\n".as_slice(), &bytes].concat());
        }
    }
}
