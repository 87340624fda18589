//! Connections to the mail server, reused for the next mail (keep-alive).
//!
//! Each connection belongs to one transport of the mail library. A transport whose mail was not answered in
//! time is dropped with its connection: a late answer must not be taken for the answer to another mail.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::anyhow;
use base::Email;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tokio::time::{sleep, timeout};

use super::smtp::{Server, trouble};
use crate::jobs::Trouble;

/// Timeout for a mail without attachments, from the connection to the acceptance.
const SEND_TIMEOUT: Duration = Duration::from_secs(30);
/// Bytes per second that a server accepts at least; a larger mail gets more time accordingly.
const MIN_RATE: usize = 128 * 1024;
/// Lifetime of an unused connection; servers close theirs after a few minutes.
const IDLE_TIMEOUT: Duration = Duration::from_mins(1);
/// Time for a server that does not answer to say goodbye.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(1);
/// Number of connections that are kept.
const KEPT: usize = 4;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// A server and its unused connections.
#[derive(Debug)]
pub(super) struct Connections {
    server: Server,
    send_timeout: Duration,
    /// Each with the domain of its greeting (`EHLO`), because the sender may change.
    free: Mutex<Vec<(String, Transport)>>,
}

impl Connections {
    pub(super) fn new(server: Server) -> Self {
        Self { server, send_timeout: SEND_TIMEOUT, free: Mutex::default() }
    }

    /// Sends a mail; the domain of `from` is used in the greeting.
    pub(super) async fn send(&self, from: &Email, letter: Message) -> Result<(), Trouble> {
        let domain = from.as_str().rsplit('@').next().unwrap_or_default();
        let transport = match self.take(domain) {
            Some(transport) => transport,
            None => self.connect(domain)?,
        };
        let seconds = letter.formatted().len() / MIN_RATE;
        let limit = self.send_timeout + Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
        match timeout(limit, transport.send(letter)).await {
            Ok(Ok(_)) => {
                self.give_back(domain, transport);
                Ok(())
            }
            Ok(Err(error)) => Err(trouble(&error)),
            Err(_) => {
                tokio::spawn(close(transport));
                Err(Trouble::Outage(anyhow!("the mail server did not answer in time")))
            }
        }
    }

    fn take(&self, domain: &str) -> Option<Transport> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        free.retain(|(introduced, _)| introduced == domain);
        free.pop().map(|(_, transport)| transport)
    }

    fn give_back(&self, domain: &str, transport: Transport) {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        if free.len() < KEPT {
            free.push((domain.to_owned(), transport));
        }
    }

    /// A transport for a single connection; it connects with its first mail.
    fn connect(&self, domain: &str) -> Result<Transport, Trouble> {
        let builder = self.server.transport().map_err(|error| Trouble::Later(error.into()))?;
        Ok(builder
            .hello_name(ClientId::Domain(domain.to_owned()))
            .timeout(Some(self.send_timeout))
            .pool_config(PoolConfig::new().max_size(1).idle_timeout(IDLE_TIMEOUT))
            .build())
    }
}

/// Closes a connection on which the server does not answer. The library would say goodbye and wait for the
/// answer for ever.
async fn close(transport: Transport) {
    // The library gives the connection back to its transport in a task of its own.
    sleep(CLOSE_TIMEOUT).await;
    let _ = timeout(CLOSE_TIMEOUT, transport.shutdown()).await;
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
    use tokio::net::{TcpListener, TcpStream};

    use super::*;

    /// Greets, then falls silent once a mail begins. Counts the connections that have ended.
    async fn stall(stream: TcpStream, ended: Arc<AtomicUsize>) {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 post.example\r\n").await.unwrap();
        let mut line = String::new();
        while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
            if line.starts_with("EHLO") {
                stream.write_all(b"250 well\r\n").await.unwrap();
            }
            line.clear();
        }
        ended.fetch_add(1, Ordering::SeqCst);
    }

    #[tokio::test]
    async fn connection_that_stalls_is_closed_and_used_for_no_other_mail() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = format!("smtp://{}", listener.local_addr().unwrap()).parse().unwrap();
        let ended = Arc::<AtomicUsize>::default();
        let counted = ended.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(stall(stream, counted.clone()));
            }
        });
        let connections = Connections { send_timeout: Duration::from_millis(200), ..Connections::new(server) };
        let address: Email = "post@zukunft.example".parse().unwrap();
        for _ in 0..2 {
            let letter = Message::builder()
                .from(address.as_str().parse().unwrap())
                .to(address.as_str().parse().unwrap())
                .body(String::new())
                .unwrap();
            assert!(matches!(connections.send(&address, letter).await, Err(Trouble::Outage(_))));
            assert_eq!(connections.free.lock().unwrap().len(), 0);
        }
        let both_ended = async {
            while ended.load(Ordering::SeqCst) < 2 {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(Duration::from_secs(10), both_ended).await.expect("a socket stays open for ever");
    }
}
