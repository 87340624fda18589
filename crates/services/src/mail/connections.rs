//! Connections to the mail server, kept for the next mail.
//!
//! Each connection belongs to one transport of the mail library. A transport whose mail was not answered in time is
//! thrown away with its connection: what the server says later must not be taken for the answer to another mail.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::anyhow;
use base::Email;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tokio::time::timeout;

use super::smtp::{Server, trouble};
use crate::jobs::Trouble;

/// How long the server may take for a mail, from the connection to its *yes*.
const SEND_TIMEOUT: Duration = Duration::from_secs(30);
/// How long a connection is kept that nobody uses; servers close theirs after a few minutes.
const IDLE_TIMEOUT: Duration = Duration::from_mins(1);
/// How many connections are kept.
const KEPT: usize = 4;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// A server and the connections to it that are free.
#[derive(Debug)]
pub(super) struct Connections {
    server: Server,
    /// With the domain as which we introduced ourselves: settings may change.
    free: Mutex<Vec<(String, Transport)>>,
}

impl Connections {
    pub(super) fn new(server: Server) -> Self {
        Self { server, free: Mutex::default() }
    }

    /// Hands a mail to the server; `from` says who we are.
    pub(super) async fn send(&self, from: &Email, letter: Message) -> Result<(), Trouble> {
        let domain = from.as_str().rsplit('@').next().unwrap_or_default();
        let transport = match self.take(domain) {
            Some(transport) => transport,
            None => self.connect(domain)?,
        };
        match timeout(SEND_TIMEOUT, transport.send(letter)).await {
            Ok(Ok(_)) => {
                self.give_back(domain, transport);
                Ok(())
            }
            Ok(Err(error)) => Err(trouble(&error)),
            Err(_) => Err(Trouble::Outage(anyhow!("the mail server did not answer in time"))),
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

    /// A transport that holds one connection; it connects with its first mail.
    fn connect(&self, domain: &str) -> Result<Transport, Trouble> {
        let builder = self.server.transport().map_err(|error| Trouble::Later(error.into()))?;
        Ok(builder
            .hello_name(ClientId::Domain(domain.to_owned()))
            .timeout(Some(SEND_TIMEOUT))
            .pool_config(PoolConfig::new().max_size(1).idle_timeout(IDLE_TIMEOUT))
            .build())
    }
}
