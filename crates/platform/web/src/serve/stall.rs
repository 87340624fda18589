//! Closes connections whose clients do not read their answer (write timeout).
//!
//! hyper waits for ever until a client reads. This stream stands between hyper and the network: a write
//! that has made no progress for [`WRITE_LIMIT`] fails, which ends the connection. A client that reads
//! slowly, but reads, is not affected.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

use super::slots::Activity;

/// Longest time without progress of a write.
pub(super) const WRITE_LIMIT: Duration = Duration::from_secs(30);

/// A stream whose writes time out.
#[derive(Debug)]
pub(super) struct Impatient<S> {
    stream: S,
    activity: Arc<Activity>,
    /// Set while the client does not read.
    stalled: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Impatient<S> {
    pub(super) fn new(stream: S, activity: Arc<Activity>) -> Self {
        Self { stream, activity, stalled: None }
    }

    /// Passes the result of a write on, or fails it if it has waited too long.
    fn judge(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.activity.touch();
            if self.stalled.take().is_some() {
                self.activity.set_stalled(false);
            }
            return written;
        }
        let activity = &self.activity;
        let left = self.stalled.get_or_insert_with(|| {
            activity.set_stalled(true);
            Box::pin(tokio::time::sleep(WRITE_LIMIT))
        });
        left.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Impatient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.judge(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.judge(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Impatient<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;
    use crate::serve::budget::now;

    #[tokio::test(start_paused = true)]
    async fn client_that_reads_nothing_is_hung_up_on() {
        let (ours, _theirs) = duplex(16);
        let mut ours = Impatient::new(ours, Arc::default());
        let began = now();
        assert_eq!(ours.write_all(&[1; 64]).await.unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(now() - began, WRITE_LIMIT);
    }

    #[tokio::test(start_paused = true)]
    async fn client_that_reads_slowly_gets_everything() {
        let (ours, mut theirs) = duplex(16);
        let mut ours = Impatient::new(ours, Arc::default());
        let reading = tokio::spawn(async move {
            let mut got = 0;
            while let Ok(some @ 1..) = theirs.read(&mut [0; 16]).await {
                got += some;
                tokio::time::sleep(WRITE_LIMIT.saturating_sub(Duration::from_millis(1))).await;
            }
            got
        });
        // Nearly ten times the limit altogether.
        ours.write_all(&[1; 160]).await.unwrap();
        drop(ours);
        assert_eq!(reading.await.unwrap(), 160);
    }
}
