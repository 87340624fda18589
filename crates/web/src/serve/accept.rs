//! The accept loop: one task for each connection, with limits that no client can stretch.
//!
//! A request's head must arrive within [`HEAD_LIMIT`] and fit into [`HEAD_SIZE`]; there are at most
//! [`CONNECTIONS`] at a time, the next ones wait in the kernel's queue. What hyper refuses by itself
//! gets a page from [`Refusable`]. When the server stops, running requests have [`GRACE`] to finish;
//! connections between two requests are closed at once.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Request, StatusCode, Version, header};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::Site;
use super::peer::Proxies;
use super::refusal::{Refusable, RefusalPages};
use crate::error;

/// How long the head of a request may take, and how long a connection may rest between two.
const HEAD_LIMIT: Duration = Duration::from_secs(30);
/// How large the head of a request may be, in bytes. Browsers stay below 16 KiB.
const HEAD_SIZE: usize = 64 * 1024;
/// How many connections are served at a time. Each takes about 20 KiB.
const CONNECTIONS: usize = 4_096;
/// How long running requests may take to finish when the server stops: a large upload over a slow line does,
/// and a service manager that waits its usual 90 s does not end us by force.
const GRACE: Duration = Duration::from_secs(75);
/// How long a connection that has not asked for anything yet has for its first request when the server stops.
/// Browsers open some in advance.
const FIRST_REQUEST_GRACE: Duration = Duration::from_secs(1);
/// How long to wait when the machine has no file descriptor left.
const BREATH: Duration = Duration::from_millis(50);

/// Serves until `stop` resolves, then lets running requests finish.
pub async fn serve(listener: TcpListener, site: Site, proxies: Proxies, stop: impl Future<Output = ()> + Send) {
    let (stopping, is_stopping) = watch::channel(false);
    let door = Arc::new(Door { pages: RefusalPages::new(&site), site, proxies, is_stopping });
    let connections = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, address, place) = tokio::select! {
            arrived = arrive(&listener, &places) => arrived,
            () = &mut stop => break,
        };
        door.open(stream, address, place, &connections);
    }
    drop(listener);
    stopping.send_replace(true);
    if tokio::time::timeout(GRACE, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time and were cut off");
    }
}

/// The next connection, with its place among those that are served.
async fn arrive(listener: &TcpListener, places: &Arc<Semaphore>) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        let Ok(place) = Arc::clone(places).acquire_owned().await else {
            // The semaphore is never closed.
            return std::future::pending().await;
        };
        match listener.accept().await {
            Ok((stream, address)) => return (stream, address, place),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

/// What every connection needs.
struct Door {
    site: Site,
    proxies: Proxies,
    pages: RefusalPages,
    is_stopping: watch::Receiver<bool>,
}

impl Door {
    /// Answers a connection in a task of its own.
    fn open(
        self: &Arc<Self>,
        stream: TcpStream,
        address: SocketAddr,
        place: OwnedSemaphorePermit,
        connections: &GracefulShutdown,
    ) {
        // Without it the last packet of an answer may wait for the client's acknowledgement.
        let _ = stream.set_nodelay(true);
        let io = TokioIo::new(Refusable::new(stream, self.pages.clone(), place));
        let has_asked = Arc::new(AtomicBool::new(false));
        let idle = idle_at_the_end(self.is_stopping.clone(), Arc::clone(&has_asked));
        let door = Arc::clone(self);
        let service = service_fn(move |request| {
            has_asked.store(true, Ordering::Release);
            let door = Arc::clone(&door);
            async move { Ok::<_, Infallible>(door.answer(request, address).await) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_LIMIT)
            .max_buf_size(HEAD_SIZE)
            .serve_connection(io, service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            let ended = tokio::select! {
                ended = connection => ended,
                () = idle => return,
            };
            // Clients that break off are everyday business.
            if let Err(error) = ended {
                tracing::debug!(%error, "connection ended early");
            }
        });
    }

    async fn answer(&self, mut request: Request<Incoming>, address: SocketAddr) -> Response {
        if !names_one_host(&request) {
            let mut refusal = error::refusal(self.site.state(), request.uri(), StatusCode::BAD_REQUEST);
            refusal.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            return refusal;
        }
        if let Some(response) = self.site.in_memory(&request) {
            return response;
        }
        let visitor = self.proxies.visitor(address.ip(), request.headers());
        request.extensions_mut().insert(visitor);
        self.site.beyond_memory(request.map(Body::new)).await
    }
}

/// Resolves if the server stops and the connection has not asked for anything. Of those that have, hyper closes
/// the idle ones at once.
async fn idle_at_the_end(mut is_stopping: watch::Receiver<bool>, has_asked: Arc<AtomicBool>) {
    if is_stopping.wait_for(|stopping| *stopping).await.is_ok() {
        tokio::time::sleep(FIRST_REQUEST_GRACE).await;
    }
    if has_asked.load(Ordering::Acquire) {
        std::future::pending::<()>().await;
    }
}

/// Whether it is clear which host is meant (RFC 9112, 3.2): a proxy before us could understand two in another way.
fn names_one_host<B>(request: &Request<B>) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.is_empty() || is_host(host),
        (Some(_), Some(_)) => false,
        (None, _) => request.version() < Version::HTTP_11,
    }
}

fn is_host(host: &HeaderValue) -> bool {
    !host.as_bytes().contains(&b'@') && Authority::try_from(host.as_bytes()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_host_is_named() {
        let names = |version, hosts: &[&str]| {
            let request = Request::builder().version(version);
            let request = hosts.iter().fold(request, |request, host| request.header(header::HOST, *host));
            names_one_host(&request.body(()).unwrap())
        };
        for host in ["ort.example", "ort.example:8080", "[2001:db8::1]:80", "127.0.0.1", "x", ""] {
            assert!(names(Version::HTTP_11, &[host]) && names(Version::HTTP_10, &[host]), "{host}");
        }
        for host in ["ort.example, evil.example", "a b", "user@ort.example", "ort.example/x", "http://ort.example"] {
            assert!(!names(Version::HTTP_11, &[host]) && !names(Version::HTTP_10, &[host]), "{host}");
        }
        for version in [Version::HTTP_11, Version::HTTP_10] {
            assert!(!names(version, &["ort.example", "ort.example"]));
        }
        assert!(names(Version::HTTP_10, &[]) && !names(Version::HTTP_11, &[]));
    }
}
