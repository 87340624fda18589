//! The accept loop: one task for each connection, with limits that no client can exceed.
//!
//! A request's head must arrive within [`HEAD_LIMIT`] and fit into [`HEAD_SIZE`], its body at a minimal
//! rate ([`super::pace`]), and its answer must be read ([`super::stall`]). There are at most
//! [`Limits::connections`] at a time; an idle one gives its slot to a newcomer ([`super::slots`]).
//! Addresses and headers that are too long get a page from [`super::head`]; hyper refuses unreadable
//! requests with a bare status. When the server stops, running requests have [`GRACE`] to finish (graceful
//! shutdown); idle connections are closed at once.

use std::convert::Infallible;
use std::future::poll_fn;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderValue, Request, header};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{HttpService, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use rustix::io::Errno;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::time::Instant;

use super::peer::Proxies;
use super::slots::{Activity, Full, Limits, Slot, Slots, network};
use super::stall::Impatient;
use super::{Site, budget, descriptors, head, linger, pace};
use crate::error;

/// Timeout of the head of a request, and of an idle connection between two requests.
pub(super) const HEAD_LIMIT: Duration = Duration::from_secs(30);
/// Largest head of a request for hyper, in bytes. Our own limits are smaller, see [`super::head`].
const HEAD_SIZE: usize = 64 * 1024;
/// Time for running requests to finish when the server stops: enough for a large upload over a slow line,
/// and less than the usual 90 s after which a service manager kills us.
const GRACE: Duration = Duration::from_secs(75);
/// Time for a connection without any request yet to send its first one when the server stops. Browsers open
/// some in advance.
const FIRST_REQUEST_GRACE: Duration = Duration::from_secs(1);
/// Pause after a connection could not be accepted.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(20);
/// Pause when no connection is idle, before looking again.
const FULL_RETRY_DELAY: Duration = Duration::from_millis(20);
/// Pause of log lines about connections that cannot be accepted, after one line about them.
const QUIET: Duration = Duration::from_mins(1);

/// Serves until `stop` resolves, then lets running requests finish.
pub async fn serve(listener: TcpListener, site: Site, proxies: Proxies, stop: impl Future<Output = ()> + Send) {
    serve_within(Limits::default(), listener, site, proxies, stop).await;
}

/// As [`serve`], with other limits; fewer connections are served if the system does not allow the process
/// so many.
pub async fn serve_within(
    limits: Limits,
    listener: TcpListener,
    site: Site,
    proxies: Proxies,
    stop: impl Future<Output = ()> + Send,
) {
    let slots = Slots::new(descriptors::fit(limits));
    let stopping = watch::Sender::new(false);
    let handler = Arc::new(ConnectionHandler { site, proxies });
    let mut refused = RefusalLog::default();
    let mut stop = std::pin::pin!(stop);
    loop {
        let arrived = tokio::select! {
            arrived = arrive(&listener, &slots, &handler.proxies, &mut refused) => arrived,
            () = &mut stop => break,
        };
        handler.open(arrived, stopping.subscribe());
    }
    drop(listener);
    stopping.send_replace(true);
    // Each connection keeps a receiver until its last answer is sent.
    if tokio::time::timeout(GRACE, stopping.closed()).await.is_err() {
        tracing::warn!("some requests did not finish in time and were cut off");
    }
}

/// An accepted connection with its slot.
struct Arrived {
    stream: TcpStream,
    address: SocketAddr,
    slot: Slot,
    asked_to_leave: oneshot::Receiver<()>,
}

/// The next connection, with a slot.
async fn arrive(listener: &TcpListener, slots: &Arc<Slots>, proxies: &Proxies, refused: &mut RefusalLog) -> Arrived {
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                let ip = address.ip().to_canonical();
                let network = (!proxies.trusts(ip)).then(|| network(ip));
                if let Some((slot, asked_to_leave)) = free_slot(slots, network).await {
                    return Arrived { stream, address, slot, asked_to_leave };
                }
            }
            Err(error) => {
                if matches!(Errno::from_io_error(&error), Some(Errno::MFILE | Errno::NFILE)) {
                    slots.make_room();
                }
                refused.log(&error);
                tokio::time::sleep(ACCEPT_RETRY_DELAY).await;
            }
        }
    }
}

/// Waits for a slot; `None` if the network has all that it may have.
async fn free_slot(slots: &Arc<Slots>, network: Option<IpAddr>) -> Option<(Slot, oneshot::Receiver<()>)> {
    loop {
        match slots.take(network) {
            Ok(taken) => return Some(taken),
            Err(Full::Network) => return None,
            // Either a connection ends, or one has been answered and is idle now.
            Err(Full::Everybody) => _ = tokio::time::timeout(FULL_RETRY_DELAY, slots.freed()).await,
        }
    }
}

/// Logging of connections that could not be accepted. When a machine has no descriptor left there are
/// hundreds in a second, and one line is enough.
#[derive(Debug, Default)]
struct RefusalLog {
    said: Option<Instant>,
    since: u64,
}

impl RefusalLog {
    fn log(&mut self, error: &std::io::Error) {
        self.since += 1;
        if self.said.is_none_or(|said| budget::now() - said >= QUIET) {
            tracing::warn!(%error, times = self.since, "connections could not be accepted");
            *self = Self { said: Some(budget::now()), since: 0 };
        }
    }
}

/// The context shared by all connections.
struct ConnectionHandler {
    site: Site,
    proxies: Proxies,
}

impl ConnectionHandler {
    /// Serves a connection in a task of its own.
    fn open(self: &Arc<Self>, arrived: Arrived, is_stopping: watch::Receiver<bool>) {
        let Arrived { stream, address, slot, asked_to_leave } = arrived;
        // Without it the last packet of an answer may wait for the client's acknowledgement (Nagle's
        // algorithm).
        let _ = stream.set_nodelay(true);
        let activity = Arc::clone(&slot.activity);
        let io = TokioIo::new(Impatient::new(stream, Arc::clone(&activity)));
        let has_asked = Arc::new(AtomicBool::new(false));
        let idle = idle_at_the_end(is_stopping.clone(), Arc::clone(&has_asked));
        let (handler, serving) = (Arc::clone(self), Arc::clone(&activity));
        let service = service_fn(move |request| {
            has_asked.store(true, Ordering::Release);
            let (handler, activity) = (Arc::clone(&handler), Arc::clone(&serving));
            Box::pin(async move { Ok::<_, Infallible>(handler.answer(request, address, &activity).await) })
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_LIMIT)
            .max_buf_size(HEAD_SIZE)
            .serve_connection(io, service);
        tokio::spawn(async move {
            let mut leave = pin!(leave(asked_to_leave, activity));
            let answered = tokio::select! {
                biased;
                stream = answered(connection, is_stopping) => stream,
                () = idle => None,
                () = &mut leave => None,
            };
            if let Some(stream) = answered {
                tokio::select! {
                    () = linger::close(stream) => {}
                    () = leave => {}
                }
            }
            drop(slot);
        });
    }

    async fn answer(&self, mut request: Request<Incoming>, address: SocketAddr, activity: &Activity) -> Response {
        if let Some(status) = head::refused(&request) {
            let mut refusal = error::refusal(self.site.state(), request.uri(), status);
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

type Io = TokioIo<Impatient<TcpStream>>;

/// Answers all requests of a connection; returns the stream to be closed, if the client may still want to
/// read.
async fn answered<S>(
    mut connection: http1::Connection<Io, S>,
    mut is_stopping: watch::Receiver<bool>,
) -> Option<Impatient<TcpStream>>
where
    S: HttpService<Incoming, ResBody = Body, Error = Infallible> + Unpin,
    S::Future: Unpin,
{
    let ended = tokio::select! {
        biased;
        ended = poll_fn(|cx| connection.poll_without_shutdown(cx)) => ended,
        _ = async { is_stopping.wait_for(|stopping| *stopping).await.is_ok() } => {
            std::pin::Pin::new(&mut connection).graceful_shutdown();
            poll_fn(|cx| connection.poll_without_shutdown(cx)).await
        }
    };
    // hyper has answered a malformed request; aborted connections are everyday business.
    if let Err(error) = ended
        && !error.is_parse()
    {
        tracing::debug!(%error, "connection ended early");
        return None;
    }
    Some(connection.into_parts().io.into_inner())
}

/// Resolves if another connection needs the slot of this one. Dropping a connection closes it, so it is not
/// dropped if a request came in that very moment.
async fn leave(asked: oneshot::Receiver<()>, activity: Arc<Activity>) {
    if asked.await.is_err() || activity.is_served() {
        std::future::pending::<()>().await;
    }
}

/// Resolves if the server stops and the connection has not sent a request. Of the others, hyper closes the
/// idle ones at once.
async fn idle_at_the_end(mut is_stopping: watch::Receiver<bool>, has_asked: Arc<AtomicBool>) {
    if is_stopping.wait_for(|stopping| *stopping).await.is_ok() {
        tokio::time::sleep(FIRST_REQUEST_GRACE).await;
    }
    if has_asked.load(Ordering::Acquire) {
        std::future::pending::<()>().await;
    }
}
