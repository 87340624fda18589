//! Work on long texts, beside the threads that answer.
//!
//! A text of a page is rendered in less than a millisecond; the longest that can be saved takes a few hundred
//! (`docs/measurements.md`), in which a thread would answer nobody else.

/// Below so many bytes of text the way to another thread costs more than the work.
const SHORT: usize = 20_000;

/// Does work on texts of so many bytes altogether, on a thread of its own if they are long.
pub(crate) async fn aside<T: Send + 'static>(bytes: usize, work: impl FnOnce() -> T + Send + 'static) -> T {
    if bytes <= SHORT {
        return work();
    }
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        // A fault of ours is one here too.
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
