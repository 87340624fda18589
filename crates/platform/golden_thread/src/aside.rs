//! Blocking work on long texts, off the async worker threads (`spawn_blocking`).
//!
//! A text of a page is rendered in less than a millisecond; the longest that can be saved takes a few
//! hundred (`docs/measurements.md`), in which a worker thread would answer nobody else.

/// Bytes of text up to which handing the work to another thread costs more than the work itself.
const SHORT: usize = 20_000;

/// Runs work on texts of `bytes` bytes altogether: in place if they are short, on a blocking thread if they
/// are long.
pub(crate) async fn aside<T: Send + 'static>(bytes: usize, work: impl FnOnce() -> T + Send + 'static) -> T {
    if bytes <= SHORT {
        return work();
    }
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        // A panic in the work is one here too.
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
