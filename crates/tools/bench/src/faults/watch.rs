//! Visitors of the start page, who come at a fixed interval during a trial.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The interval between two visits.
const VISIT_INTERVAL: Duration = Duration::from_millis(20);
/// The longest time that is recorded for a visit; failures count with it.
const VISIT_TIMEOUT: Duration = Duration::from_secs(10);

/// Measures the start page until the result is requested.
pub(crate) struct Watch {
    stop: Arc<AtomicBool>,
    visitors: JoinHandle<Vec<Duration>>,
}

impl Watch {
    /// Starts the visits.
    pub(crate) fn start(server: SocketAddr) -> Self {
        // The first visit renders the page, which other measurements cover.
        visit(server, None);
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        let visitors = std::thread::spawn(move || {
            let mut times = Vec::new();
            let mut connection = None;
            while !told.load(Ordering::Relaxed) {
                let start = Instant::now();
                // A new connection and a kept one, in turns.
                let kept = connection.take().filter(|_| times.len() % 2 == 0);
                connection = visit(server, kept);
                times.push(if connection.is_some() { start.elapsed() } else { VISIT_TIMEOUT });
                std::thread::sleep(VISIT_INTERVAL);
            }
            times
        });
        Self { stop, visitors }
    }

    /// Stops the visits and returns the 99th percentile of their times.
    pub(crate) fn p99(self) -> Option<Duration> {
        self.stop.store(true, Ordering::Relaxed);
        let mut times = self.visitors.join().ok()?;
        times.sort_unstable();
        times.get((times.len().checked_sub(1)?) * 99 / 100).copied()
    }
}

/// Makes one visit and returns the connection if the page arrived.
fn visit(server: SocketAddr, kept: Option<TcpStream>) -> Option<TcpStream> {
    let mut stream = match kept {
        Some(stream) => stream,
        None => TcpStream::connect_timeout(&server, VISIT_TIMEOUT).ok()?,
    };
    stream.set_read_timeout(Some(VISIT_TIMEOUT)).ok()?;
    stream.set_nodelay(true).ok()?;
    stream.write_all(format!("GET / HTTP/1.1\r\nhost: {server}\r\n\r\n").as_bytes()).ok()?;
    let mut answer = Vec::new();
    let mut piece = [0; 16 * 1024];
    loop {
        let count = stream.read(&mut piece).ok().filter(|count| *count > 0)?;
        answer.extend_from_slice(&piece[..count]);
        let Some(end) = answer.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
        let length: usize = head.split("content-length: ").nth(1)?.lines().next()?.trim().parse().ok()?;
        if answer.len() >= end + 4 + length {
            return head.starts_with("http/1.1 200").then_some(stream);
        }
    }
}
