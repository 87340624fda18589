//! Minimal rate at which the body of a request must arrive (against Slowloris).
//!
//! A short body has [`START`]; each [`BYTES_A_SECOND`] that have arrived give another second. So a stalled
//! form of a few words is refused after ten seconds, a long text over a slow line is not, and nobody
//! occupies a slot with one byte a minute. The time counts from when a handler begins to read: waiting for
//! a turn costs a sender nothing.

use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::time::Sleep;

/// Time for the first byte of a body to arrive.
const START: Duration = Duration::from_secs(10);
/// Bytes that give another second: the rate of the slowest lines that there are.
const BYTES_A_SECOND: u32 = 8 << 10;

/// The body took too long to arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the body of a request arrives too slowly")]
pub(crate) struct TooSlow;

/// True if a body could not be read because it arrived too slowly.
pub fn is_too_slow(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<TooSlow>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// A body that must arrive at a minimal rate. One that is in memory already has no timer.
pub(crate) fn paced<B>(body: B) -> Body
where
    B: HttpBody<Data = Bytes, Error: Into<BoxError>> + Send + Unpin + 'static,
{
    if body.is_end_stream() { Body::empty() } else { Body::new(Paced { body, left: None }) }
}

struct Paced<B> {
    body: B,
    /// The time left; set once the body was waited for.
    left: Option<Pin<Box<Sleep>>>,
}

impl<B> HttpBody for Paced<B>
where
    B: HttpBody<Data = Bytes, Error: Into<BoxError>> + Unpin,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) else {
            let left = this.left.get_or_insert_with(|| Box::pin(tokio::time::sleep(START)));
            ready!(left.as_mut().poll(cx));
            return Poll::Ready(Some(Err(TooSlow.into())));
        };
        let bytes = frame.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref().map(Bytes::len));
        if let (Some(bytes), Some(left)) = (bytes, &mut this.left) {
            let more = Duration::from_secs(bytes as u64) / BYTES_A_SECOND;
            let deadline = left.deadline() + more;
            left.as_mut().reset(deadline);
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::budget::now;

    /// A body of this many bytes, one after the other, each after a while; then it stalls.
    struct Slow {
        bytes: usize,
        each: usize,
        after: Duration,
        sleep: Pin<Box<Sleep>>,
    }

    fn slow(bytes: usize, each: usize, after: Duration) -> Slow {
        Slow { bytes, each, after, sleep: Box::pin(tokio::time::sleep(after)) }
    }

    impl HttpBody for Slow {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            if self.bytes == 0 {
                return Poll::Ready(None);
            }
            ready!(self.sleep.as_mut().poll(cx));
            self.bytes -= self.each;
            self.sleep = Box::pin(tokio::time::sleep(self.after));
            Poll::Ready(Some(Ok(Frame::data(vec![b'a'; self.each].into()))))
        }
    }

    async fn read(slow: Slow) -> Result<usize, BoxError> {
        Ok(axum::body::to_bytes(paced(slow), usize::MAX).await?.len())
    }

    #[tokio::test(start_paused = true)]
    async fn long_body_over_a_slow_line_has_the_time_it_needs() {
        let a_little_faster_than_asked = Duration::from_millis(990);
        let mebibyte = slow(1 << 20, BYTES_A_SECOND as usize, a_little_faster_than_asked);
        assert_eq!(read(mebibyte).await.unwrap(), 1 << 20);
    }

    #[tokio::test(start_paused = true)]
    async fn body_of_a_few_bytes_a_second_is_given_up() {
        let began = now();
        let error = read(slow(1_000, 1, Duration::from_millis(100))).await.unwrap_err();
        assert!(is_too_slow(&*error), "{error}");
        // The hundred bytes that arrived gave it twelve milliseconds more.
        assert!((START..START + Duration::from_millis(20)).contains(&(now() - began)), "{:?}", now() - began);
        assert!(!is_too_slow(&std::io::Error::other("something else")));
    }
}
