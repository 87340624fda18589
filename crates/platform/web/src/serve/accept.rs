//! The accept loop: one task for each connection, with limits that no client can stretch.
//!
//! A request's head must arrive within [`HEAD_LIMIT`] and fit into [`HEAD_SIZE`], its body at a minimal rate
//! ([`super::pace`]), and its answer must be taken ([`super::stall`]). There are at most [`Limits::connections`] at a
//! time; who rests makes room for a newcomer ([`super::places`]). What hyper refuses by itself gets a page from
//! [`Refusable`]. When the server stops, running requests have [`GRACE`] to finish; connections between two requests
//! are closed at once.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::uri::Authority;
use axum::http::{HeaderValue, Request, StatusCode, Version, header};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use rustix::io::Errno;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::time::Instant;

use super::peer::Proxies;
use super::places::{Activity, Full, Limits, Place, Places, network};
use super::refusal::{Refusable, RefusalPages};
use super::stall::{Impatient, WRITE_LIMIT};
use super::{Site, budget, descriptors, pace};
use crate::error;

/// How long the head of a request may take, and how long a connection may rest between two.
pub(super) const HEAD_LIMIT: Duration = Duration::from_secs(30);
/// How large the head of a request may be, in bytes. Browsers stay below 16 KiB.
const HEAD_SIZE: usize = 64 * 1024;
/// How long running requests may take to finish when the server stops: a large upload over a slow line does,
/// and a service manager that waits its usual 90 s does not end us by force.
const GRACE: Duration = Duration::from_secs(75);
/// How long a connection that has not asked for anything yet has for its first request when the server stops.
/// Browsers open some in advance.
const FIRST_REQUEST_GRACE: Duration = Duration::from_secs(1);
/// How long to wait when a connection could not be accepted.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(20);
/// How long to wait when everybody is being served, before it is looked again who rests.
const FULL_RETRY_DELAY: Duration = Duration::from_millis(20);
/// How long nothing is logged about connections that cannot be accepted, after one line about them.
const QUIET: Duration = Duration::from_mins(1);

/// Serves until `stop` resolves, then lets running requests finish.
pub async fn serve(listener: TcpListener, site: Site, proxies: Proxies, stop: impl Future<Output = ()> + Send) {
    serve_within(Limits::default(), listener, site, proxies, stop).await;
}

/// The same with other limits; fewer connections are served if the system does not let the process have so many.
pub async fn serve_within(
    limits: Limits,
    listener: TcpListener,
    site: Site,
    proxies: Proxies,
    stop: impl Future<Output = ()> + Send,
) {
    let places = Places::new(descriptors::fit(limits));
    let (stopping, is_stopping) = watch::channel(false);
    let handler = Arc::new(ConnectionHandler { pages: RefusalPages::new(&site), site, proxies, is_stopping });
    let connections = GracefulShutdown::new();
    let mut refused = Refused::default();
    let mut stop = std::pin::pin!(stop);
    loop {
        let arrived = tokio::select! {
            arrived = arrive(&listener, &places, &handler.proxies, &mut refused) => arrived,
            () = &mut stop => break,
        };
        handler.open(arrived, &connections);
    }
    drop(listener);
    stopping.send_replace(true);
    if tokio::time::timeout(GRACE, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time and were cut off");
    }
}

/// A connection with its place among those that are served.
struct Arrived {
    stream: TcpStream,
    address: SocketAddr,
    place: Place,
    asked_to_leave: oneshot::Receiver<()>,
}

/// The next connection that has a place.
async fn arrive(listener: &TcpListener, places: &Arc<Places>, proxies: &Proxies, refused: &mut Refused) -> Arrived {
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                let ip = address.ip().to_canonical();
                let network = (!proxies.trusts(ip)).then(|| network(ip));
                if let Some((place, asked_to_leave)) = seat(places, network).await {
                    return Arrived { stream, address, place, asked_to_leave };
                }
            }
            Err(error) => {
                if matches!(Errno::from_io_error(&error), Some(Errno::MFILE | Errno::NFILE)) {
                    places.make_room();
                }
                refused.log(&error);
                tokio::time::sleep(ACCEPT_RETRY_DELAY).await;
            }
        }
    }
}

/// A place, once there is one; `None` if the network has all that it may have.
async fn seat(places: &Arc<Places>, network: Option<IpAddr>) -> Option<(Place, oneshot::Receiver<()>)> {
    loop {
        match places.take(network) {
            Ok(taken) => return Some(taken),
            Err(Full::Network) => return None,
            // Somebody leaves, or has been answered and only rests.
            Err(Full::Everybody) => _ = tokio::time::timeout(FULL_RETRY_DELAY, places.freed()).await,
        }
    }
}

/// Connections that could not be accepted. When a machine has no descriptor left there are hundreds in a second, and
/// one line says it all.
#[derive(Debug, Default)]
struct Refused {
    said: Option<Instant>,
    since: u64,
}

impl Refused {
    fn log(&mut self, error: &std::io::Error) {
        self.since += 1;
        if self.said.is_none_or(|said| budget::now() - said >= QUIET) {
            tracing::warn!(%error, times = self.since, "connections could not be accepted");
            *self = Self { said: Some(budget::now()), since: 0 };
        }
    }
}

/// What every connection needs.
struct ConnectionHandler {
    site: Site,
    proxies: Proxies,
    pages: RefusalPages,
    is_stopping: watch::Receiver<bool>,
}

impl ConnectionHandler {
    /// Answers a connection in a task of its own.
    fn open(self: &Arc<Self>, arrived: Arrived, connections: &GracefulShutdown) {
        let Arrived { stream, address, place, asked_to_leave } = arrived;
        // Without it the last packet of an answer may wait for the client's acknowledgement.
        let _ = stream.set_nodelay(true);
        let activity = Arc::clone(&place.activity);
        let stream = Impatient::new(stream, Arc::clone(&activity), WRITE_LIMIT);
        let io = TokioIo::new(Refusable::new(stream, self.pages.clone(), place));
        let has_asked = Arc::new(AtomicBool::new(false));
        let idle = idle_at_the_end(self.is_stopping.clone(), Arc::clone(&has_asked));
        let (handler, serving) = (Arc::clone(self), Arc::clone(&activity));
        let service = service_fn(move |request| {
            has_asked.store(true, Ordering::Release);
            let (handler, activity) = (Arc::clone(&handler), Arc::clone(&serving));
            async move { Ok::<_, Infallible>(handler.answer(request, address, &activity).await) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_LIMIT)
            .max_buf_size(HEAD_SIZE)
            .serve_connection(io, service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            let mut connection = std::pin::pin!(connection);
            let ended = tokio::select! {
                biased;
                ended = &mut connection => ended,
                () = idle => return,
                // Dropping the connection closes it, unless a request came in that very moment.
                Ok(()) = asked_to_leave => if activity.is_served() { connection.await } else { Ok(()) },
            };
            // Clients that break off are everyday business.
            if let Err(error) = ended {
                tracing::debug!(%error, "connection ended early");
            }
        });
    }

    async fn answer(&self, mut request: Request<Incoming>, address: SocketAddr, activity: &Activity) -> Response {
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
        activity.set_served(true);
        let response = self.site.beyond_memory(request.map(pace::paced)).await;
        activity.set_served(false);
        response
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
