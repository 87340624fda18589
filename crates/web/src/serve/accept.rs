//! The accept loop: one task for each connection, with limits that no client can stretch.
//!
//! A request's head must arrive within [`HEAD_LIMIT`] and fit into [`HEAD_SIZE`]; there are at most
//! [`CONNECTIONS`] at a time, the next ones wait in the kernel's queue. What hyper refuses by itself
//! gets a page from [`Refusable`].

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Site;
use super::peer::Proxies;
use super::refusal::{Refusable, RefusalPages};

/// How long the head of a request may take, and how long a connection may rest between two.
const HEAD_LIMIT: Duration = Duration::from_secs(30);
/// How large the head of a request may be, in bytes. Browsers stay below 16 KiB.
const HEAD_SIZE: usize = 64 * 1024;
/// How many connections are served at a time. Each takes about 20 KiB.
const CONNECTIONS: usize = 4_096;
/// How long running requests may take to finish when the server stops.
const FAREWELL: Duration = Duration::from_secs(10);
/// How long to wait when the machine has no file descriptor left.
const BREATH: Duration = Duration::from_millis(50);

/// Serves until `stop` resolves, then lets running requests finish.
pub async fn serve(listener: TcpListener, site: Site, proxies: Proxies, stop: impl Future<Output = ()> + Send) {
    let door = Arc::new(Door { pages: RefusalPages::new(&site), site, proxies });
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
    if tokio::time::timeout(FAREWELL, connections.shutdown()).await.is_err() {
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
        let door = Arc::clone(self);
        let service = service_fn(move |request| {
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
            // Clients that break off are everyday business.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection ended early");
            }
        });
    }

    async fn answer(&self, mut request: Request<Incoming>, address: SocketAddr) -> Response {
        if let Some(response) = self.site.in_memory(&request) {
            return response;
        }
        let visitor = self.proxies.visitor(address.ip(), request.headers());
        request.extensions_mut().insert(visitor);
        self.site.beyond_memory(request.map(Body::new)).await
    }
}
