//! Closes a connection so that the client gets the last answer whole (lingering close).
//!
//! An answer may be sent before the body of its request was read: bodies that are too large or too slow are
//! not read to their end. Closing a connection with unread bytes resets it and destroys the answer, so the
//! rest of the body is read and dropped for a moment.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

/// Most time and bytes for a client that does not close the connection by itself.
const LINGER: Duration = Duration::from_secs(3);
const LINGER_BYTES: u64 = 8 << 20;

/// Shuts down writing, and waits until the client closes the connection.
pub(super) async fn close(mut stream: impl AsyncRead + AsyncWrite + Unpin) {
    let hear_out = async {
        stream.shutdown().await?;
        tokio::io::copy(&mut stream.take(LINGER_BYTES), &mut tokio::io::sink()).await
    };
    // An error only means that the client has not taken the answer.
    let _ = tokio::time::timeout(LINGER, hear_out).await;
}

#[cfg(test)]
mod tests {
    use tokio::io::duplex;
    use tokio::time::timeout;

    use super::*;

    const MOMENT: Duration = Duration::from_millis(1);

    #[tokio::test(start_paused = true)]
    async fn client_that_is_still_sending_is_heard_out_until_it_hangs_up() {
        let (ours, mut theirs) = duplex(16);
        let closing = tokio::spawn(close(ours));
        theirs.write_all(&[1; 4096]).await.unwrap();
        assert_eq!(theirs.read(&mut [0; 16]).await.unwrap(), 0, "nothing more comes");
        assert!(!closing.is_finished());
        drop(theirs);
        timeout(MOMENT, closing).await.unwrap().unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn client_that_never_hangs_up_is_left_after_a_while() {
        let (ours, _theirs) = duplex(16);
        let mut closing = tokio::spawn(close(ours));
        assert!(timeout(LINGER.saturating_sub(MOMENT), &mut closing).await.is_err());
        timeout(2 * MOMENT, closing).await.unwrap().unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn client_that_sends_without_end_is_left_after_some_megabytes() {
        let (ours, mut theirs) = duplex(1 << 16);
        let closing = tokio::spawn(close(ours));
        let sent = vec![1; usize::try_from(LINGER_BYTES).unwrap() + (1 << 17)];
        assert!(theirs.write_all(&sent).await.is_err());
        closing.await.unwrap();
    }
}
