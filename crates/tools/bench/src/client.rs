//! The load generator of all comparisons: keeps a number of connections busy and counts the answers.
//!
//! It runs in one thread, so that it needs one core, and reads answers of a known length, so that it
//! needs as little time as possible beside the server.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The result of a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    /// Answered requests per second.
    pub(crate) per_second: f64,
    /// The median time to an answer.
    pub(crate) median: Duration,
    /// The 99th percentile of the time to an answer.
    pub(crate) p99: Duration,
}

/// A GET request for `address` with one content coding.
pub(crate) fn request(address: &str, encoding: &str) -> Vec<u8> {
    format!("GET {address} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: {encoding}\r\n\r\n").into_bytes()
}

/// Sends one request and returns the head and the body of the answer.
pub(crate) async fn ask(server: SocketAddr, request: &[u8]) -> anyhow::Result<(String, Vec<u8>)> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(request).await?;
    let mut answer = Vec::new();
    loop {
        ensure!(stream.read_buf(&mut answer).await? > 0, "the connection ended early");
        let Some(end) = answer.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(answer[..end].to_vec())?.to_lowercase();
        let (_, length) = head.split_once("content-length: ").context("an answer without length")?;
        let length: usize = length.lines().next().unwrap_or_default().parse()?;
        if answer.len() >= end + 4 + length {
            return Ok((head, answer.split_off(end + 4)));
        }
    }
}

/// Sends requests over `connections` for the duration `time`.
pub(crate) async fn load(
    server: SocketAddr,
    request: &[u8],
    connections: usize,
    time: Duration,
) -> anyhow::Result<Run> {
    let (head, body) = ask(server, request).await?;
    ensure!(head.starts_with("http/1.1 200"), "{server} answers {head}");
    let length = head.len() + 4 + body.len();
    let start = Instant::now();
    let mut visitors = tokio::task::JoinSet::new();
    for _ in 0..connections {
        visitors.spawn_local(visitor(server, request.to_vec(), length, start + time));
    }
    let mut times = Vec::new();
    while let Some(visitor) = visitors.join_next().await {
        times.extend(visitor??);
    }
    let taken = start.elapsed();
    times.sort_unstable();
    let at = |share: usize| Duration::from_nanos(times[(times.len() - 1) * share / 100].into());
    #[expect(clippy::cast_precision_loss, reason = "a rate to show")]
    Ok(Run { per_second: times.len() as f64 / taken.as_secs_f64(), median: at(50), p99: at(99) })
}

/// Keeps one connection busy and returns the nanoseconds of each answer.
async fn visitor(server: SocketAddr, request: Vec<u8>, length: usize, end: Instant) -> anyhow::Result<Vec<u32>> {
    let mut stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let mut answer = vec![0; length];
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        if start >= end {
            return Ok(times);
        }
        stream.write_all(&request).await?;
        stream.read_exact(&mut answer).await?;
        ensure!(answer.starts_with(b"HTTP/1.1 200"), "an answer is cut or refused");
        times.push(u32::try_from(start.elapsed().as_nanos())?);
    }
}
