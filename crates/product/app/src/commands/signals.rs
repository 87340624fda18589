//! Signals of the operating system to a running server.
//!
//! SIGTERM (a service manager) and SIGINT (Ctrl-C) ask it to stop: running requests are finished first. A
//! second one stops it at once. SIGHUP says that a terminal was closed, which is no reason to stop.

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

/// The number of stop requests so far.
pub(super) struct StopRequests(watch::Receiver<u32>);

impl StopRequests {
    /// Listens from now on.
    pub(super) fn listen() -> std::io::Result<Self> {
        let stop = [signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?];
        let hang_up = signal(SignalKind::hangup())?;
        let (asked, heard) = watch::channel(0);
        tokio::spawn(count(stop, hang_up, asked));
        Ok(Self(heard))
    }

    /// Resolves after this many stop requests.
    pub(super) fn times(&self, times: u32) -> impl Future<Output = ()> + Send + 'static {
        let mut heard = self.0.clone();
        async move {
            if heard.wait_for(|asked| *asked >= times).await.is_err() {
                // The counting task has ended; that is no request to stop.
                std::future::pending::<()>().await;
            }
        }
    }
}

async fn count([mut terminate, mut interrupt]: [Signal; 2], mut hang_up: Signal, asked: watch::Sender<u32>) {
    loop {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = hang_up.recv() => {
                tracing::info!("the terminal was closed (SIGHUP); the server goes on");
                continue;
            }
        }
        if *asked.borrow() == 0 {
            tracing::info!("stopping: running requests are finished first; ask again to stop at once");
        } else {
            tracing::warn!("stopping at once: what is running is cut off");
        }
        asked.send_modify(|times| *times += 1);
    }
}
