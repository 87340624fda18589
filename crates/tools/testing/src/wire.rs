//! Plain HTTP over a connection of its own, for the bytes that a server writes.

use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::time::Duration;

use scraper::{Html, Selector};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// No answer takes longer, or the test fails instead of hanging.
const ANSWER_TIMEOUT: Duration = Duration::from_mins(1);

/// Sends a request and reads the answer until the connection ends.
///
/// # Errors
/// If the server goes away meanwhile.
pub fn exchange(address: &str, request: &str) -> std::io::Result<String> {
    let mut stream = std::net::TcpStream::connect(address)?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// The answer as it came over the wire.
#[derive(Debug)]
pub struct Wire {
    /// The status that its first line names.
    pub status: u16,
    /// Its first line and headers, in small letters.
    pub head: String,
    /// Its body.
    pub body: String,
}

impl Wire {
    /// The heading of the page that came; panics if it is no page.
    pub fn heading(&self) -> String {
        assert!(self.head.contains("content-type: text/html; charset=utf-8"), "{}", self.head);
        assert!(self.head.contains("content-security-policy: "), "{}", self.head);
        let page = Html::parse_document(&self.body);
        page.select(&Selector::parse("h1").unwrap()).flat_map(|heading| heading.text()).collect()
    }
}

/// Sends bytes as they are, several parts one after the other, and reads the answer.
pub async fn send(server: SocketAddr, parts: &[&[u8]]) -> Wire {
    let talk = async {
        let mut stream = tokio::net::TcpStream::connect(server).await.unwrap();
        let (mut from, mut to) = stream.split();
        let mut answer = Vec::new();
        let writing = async {
            for part in parts {
                // A server that has heard enough may hang up.
                if to.write_all(part).await.is_err() {
                    break;
                }
            }
        };
        let ((), _) = tokio::join!(writing, from.read_to_end(&mut answer));
        answer
    };
    let answer = tokio::time::timeout(ANSWER_TIMEOUT, talk).await.expect("the server answers and hangs up");
    let text = String::from_utf8_lossy(&answer);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer but {text:?}"));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
    Wire { status, head: head.to_lowercase(), body: body.to_owned() }
}
