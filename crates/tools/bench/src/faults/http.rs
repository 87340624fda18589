//! A minimal HTTP client for the trials: one request per connection, with cookies and forms.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The timeout for anything that a visitor waits for.
const ANSWER_TIMEOUT: Duration = Duration::from_mins(1);

/// A visitor's browser.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// The address of the program.
    pub(crate) server: SocketAddr,
    /// The visitor's IP address, as a proxy would pass it on.
    pub(crate) from: String,
    /// The session cookie; empty without one.
    pub(crate) cookie: String,
}

/// A complete answer.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    head: String,
    /// The body, without the head.
    pub(crate) body: Vec<u8>,
}

impl Browser {
    /// The visitor with this number; each has an address in another network.
    pub(crate) fn number(server: SocketAddr, number: usize) -> Self {
        let from = format!("100.{}.{}.{}", 64 + number / 256 % 64, number % 256, 1 + number / 16_384 % 250);
        Self { server, from, cookie: String::new() }
    }

    /// Sends a GET request.
    pub(crate) fn get(&self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, "", &[])
    }

    /// Sends a form.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        self.send("POST", path, "content-type: application/x-www-form-urlencoded\r\n", encoded(fields).as_bytes())
    }

    /// Sends a form with a file.
    pub(crate) fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> io::Result<Answer> {
        self.send("POST", path, MULTIPART, &with_file(fields, name, bytes))
    }

    /// The head of a request with a body of this length.
    pub(crate) fn head(&self, method: &str, path: &str, headers: &str, length: usize) -> String {
        let Self { from, cookie, .. } = self;
        format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
             x-forwarded-for: {from}\r\ncookie: {cookie}\r\n{headers}content-length: {length}\r\n\r\n",
            self.server
        )
    }

    /// Opens a connection with timeouts.
    pub(crate) fn connect(&self) -> io::Result<TcpStream> {
        let stream = TcpStream::connect_timeout(&self.server, ANSWER_TIMEOUT)?;
        stream.set_read_timeout(Some(ANSWER_TIMEOUT))?;
        stream.set_write_timeout(Some(ANSWER_TIMEOUT))?;
        Ok(stream)
    }

    fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> io::Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(self.head(method, path, headers, body.len()).as_bytes())?;
        // The server may refuse early and close the connection while we still send; its answer counts.
        let sent = stream.write_all(body);
        let mut bytes = Vec::new();
        let read = stream.read_to_end(&mut bytes);
        match Answer::parse(&bytes) {
            Some(answer) => Ok(answer),
            None => sent.and(read.map(drop)).and(Err(io::ErrorKind::UnexpectedEof.into())),
        }
    }
}

impl Answer {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let body = bytes[end + 4..].to_vec();
        let length = header(&head, "content-length").and_then(|length| length.parse::<usize>().ok());
        // A truncated answer does not count.
        if length.is_some_and(|length| body.len() < length) {
            return None;
        }
        Some(Self { status, head, body })
    }

    /// The value of a header, if it was sent.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of the input with this name.
    pub(crate) fn input(&self, name: &str) -> anyhow::Result<String> {
        let text = self.text();
        let input = text.split("<input").find(|part| part.contains(&format!("name=\"{name}\"")));
        let input = input.with_context(|| format!("no field {name} in an answer with status {}", self.status))?;
        let value = input.split("value=\"").nth(1).and_then(|rest| rest.split('"').next());
        Ok(value.unwrap_or_default().to_owned())
    }

    /// The answer if it has this status, else an error.
    pub(crate) fn expect(self, status: u16, what: &str) -> anyhow::Result<Self> {
        ensure!(self.status == status, "{what}: status {} instead of {status}", self.status);
        Ok(self)
    }
}

fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// The content type of a form with a file.
pub(crate) const MULTIPART: &str = "content-type: multipart/form-data; boundary=GRENZE\r\n";

/// The body of a form with a file, as browsers encode it.
pub(crate) fn with_file(fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(bytes.len() + 1024);
    for (field, value) in fields {
        let part = format!("--GRENZE\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let part = format!(
        "--GRENZE\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend_from_slice(part.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--GRENZE--\r\n");
    body
}

/// The body of a form, as browsers encode it.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push('&');
        }
        text.extend(utf8_percent_encode(name, NON_ALPHANUMERIC));
        text.push('=');
        text.extend(utf8_percent_encode(value, NON_ALPHANUMERIC));
    }
    text
}
