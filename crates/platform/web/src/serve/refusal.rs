//! A page for requests that never become one.
//!
//! What hyper cannot read as HTTP it refuses with a status and nothing else, before any code of
//! ours runs: an address or headers that are too long, bytes that are no request. This stream
//! stands between hyper and the network, recognises such an empty refusal, and sends a page in its
//! place. It also stays to read what the client is still sending for a moment, because closing a
//! connection with unread bytes makes the network throw the answer away.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::StatusCode;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, ReadBuf};
use tokio::net::TcpStream;

use super::Site;
use super::places::Place;
use super::stall::Impatient;
use crate::error;

/// How the head of every refusal begins; the class of the status follows.
const REFUSAL: &[u8] = b"HTTP/1.1 4";
/// How an answer of ours begins that asks to come back later, perhaps before the body was read.
const BUSY: &[u8] = b"HTTP/1.1 503";
/// What only a refusal without a page has.
const EMPTY: &[u8] = b"content-length: 0\r\n";
/// How long and how much we listen to a client that was refused.
const LINGER: Duration = Duration::from_secs(3);
const LINGER_BYTES: u64 = 8 << 20;

/// The pages for what hyper refuses, as they go over the wire below the line with the status.
#[derive(Debug, Clone)]
pub(crate) struct RefusalPages {
    bad_request: Bytes,
    too_long: Bytes,
}

impl RefusalPages {
    pub(crate) fn new(site: &Site) -> Self {
        let page = |status| error::on_the_wire(&site.0.state, status);
        Self { bad_request: page(StatusCode::BAD_REQUEST), too_long: page(StatusCode::URI_TOO_LONG) }
    }

    /// The page for a refusal by hyper; `None` if `head` is something else.
    fn instead_of(&self, head: &[u8]) -> Option<Bytes> {
        if !head.starts_with(REFUSAL) || !head.windows(EMPTY.len()).any(|window| window == EMPTY) {
            return None;
        }
        let end_of_status = head.iter().position(|&byte| byte == b'\n')? + 1;
        let page = if head[REFUSAL.len()..].starts_with(b"00") { &self.bad_request } else { &self.too_long };
        Some([&head[..end_of_status], page].concat().into())
    }
}

/// A connection whose empty refusals become pages.
#[derive(Debug)]
pub(crate) struct Refusable {
    /// `None` only while it is dropped.
    stream: Option<Impatient<TcpStream>>,
    pages: RefusalPages,
    /// A page under way, which hyper takes for its own answer.
    page: Option<Bytes>,
    refused: bool,
    /// Held until the connection is closed.
    place: Option<Place>,
}

impl Refusable {
    pub(crate) fn new(stream: Impatient<TcpStream>, pages: RefusalPages, place: Place) -> Self {
        Self { stream: Some(stream), pages, page: None, refused: false, place: Some(place) }
    }

    fn stream(&mut self) -> io::Result<Pin<&mut Impatient<TcpStream>>> {
        self.stream.as_mut().map(Pin::new).ok_or_else(|| io::ErrorKind::NotConnected.into())
    }

    /// Sends the rest of the page.
    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(mut page) = self.page.take() {
            let written = match self.stream()?.poll_write(cx, &page) {
                Poll::Ready(written) => written?,
                Poll::Pending => {
                    self.page = Some(page);
                    return Poll::Pending;
                }
            };
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            let _ = page.split_to(written);
            self.page = Some(page).filter(|rest| !rest.is_empty());
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Refusable {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.page.is_none() {
            self.refused |= is_refusal(buf);
            if !buf.starts_with(REFUSAL) {
                return self.stream()?.poll_write(cx, buf);
            }
            match self.pages.instead_of(buf) {
                Some(page) => self.page = Some(page),
                None => return self.stream()?.poll_write(cx, buf),
            }
        }
        ready!(self.poll_page(cx))?;
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match bufs.iter().find(|buf| !buf.is_empty()) {
            Some(head) if self.page.is_some() || is_refusal(head) => self.poll_write(cx, head),
            _ => self.stream()?.poll_write_vectored(cx, bufs),
        }
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream()?.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream()?.poll_shutdown(cx)
    }
}

/// Whether the client may still be sending what nobody reads.
fn is_refusal(head: &[u8]) -> bool {
    head.starts_with(REFUSAL) || head.starts_with(BUSY)
}

impl AsyncRead for Refusable {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.stream()?.poll_read(cx, buf)
    }
}

impl Drop for Refusable {
    fn drop(&mut self) {
        let Some(stream) = self.stream.take().filter(|_| self.refused) else { return };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            // It ends within seconds, so nobody needs to send it away.
            if let Some(place) = &self.place {
                place.activity.set_served(true);
            }
            runtime.spawn(linger(stream, self.place.take()));
        }
    }
}

/// Says that nothing more comes, and hears the client out.
async fn linger(mut stream: Impatient<TcpStream>, place: Option<Place>) {
    let hear_out = async {
        stream.shutdown().await?;
        tokio::io::copy(&mut stream.take(LINGER_BYTES), &mut tokio::io::sink()).await
    };
    // Whether the client took the answer is its own affair.
    let _ = tokio::time::timeout(LINGER, hear_out).await;
    drop(place);
}
