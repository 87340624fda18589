//! The mail server of the installation: its address, and the meaning of its error codes.

use std::str::FromStr;

use anyhow::anyhow;
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error};
use lettre::{AsyncSmtpTransport, Tokio1Executor};

use crate::jobs::Trouble;

/// Codes about the server, our account or our use of the protocol, not about a mail (RFC 5321, 4954, 3207):
/// they concern every mail, and end when the server is back or somebody corrects the settings.
const ABOUT_SERVER: [u16; 6] = [421, 454, 530, 534, 535, 538];

/// The address of the mail server.
///
/// `smtps://USER:PASSWORD@HOST:465` uses TLS from the start; `smtp://HOST:25?tls=required` requires
/// STARTTLS; `?tls=opportunistic` uses it if it is offered; plain `smtp://HOST:25` is for a server on the
/// same machine. Neither `Debug` nor `Display` shows the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Server(String);

/// The address of the server is not understood. It is not repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the mail server's address is not understood: use smtps://USER:PASSWORD@HOST:465 or \
     smtp://HOST:25, with ?tls=required or ?tls=opportunistic"
)]
pub struct ServerError;

impl FromStr for Server {
    type Err = ServerError;

    fn from_str(text: &str) -> Result<Self, ServerError> {
        AsyncSmtpTransport::<Tokio1Executor>::from_url(text).map_err(|_| ServerError)?;
        Ok(Self(text.to_owned()))
    }
}

/// Scheme and host, without user and password.
impl std::fmt::Display for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (scheme, rest) = self.0.split_once("://").unwrap_or(("", &self.0));
        let host = rest.rsplit('@').next().unwrap_or_default();
        write!(f, "{scheme}://{host}")
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Server({self})")
    }
}

impl Server {
    /// A builder for transports to it.
    pub(super) fn transport(&self) -> Result<AsyncSmtpTransportBuilder, ServerError> {
        AsyncSmtpTransport::<Tokio1Executor>::from_url(&self.0).map_err(|_| ServerError)
    }
}

/// Classifies an error of the server by its code, without its words: they may repeat an address.
pub(super) fn trouble(error: &Error) -> Trouble {
    let Some(code) = error.status().map(u16::from) else {
        let kind = if error.is_timeout() { "did not answer in time" } else { "could not be reached" };
        return Trouble::Outage(anyhow!("the mail server {kind}"));
    };
    let said = anyhow!("the mail server answered {code}");
    if ABOUT_SERVER.contains(&code) {
        Trouble::Outage(said)
    } else if error.is_permanent() {
        Trouble::Never(said)
    } else {
        Trouble::Later(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn server_is_shown_without_its_password() {
        let server: Server = "smtps://post:geheim@mail.example:465".parse().unwrap();
        assert_eq!(server.to_string(), "smtps://mail.example:465");
        assert_eq!(format!("{server:?}"), "Server(smtps://mail.example:465)");
    }

    #[test]
    fn unknown_address_is_refused_without_being_repeated() {
        for text in ["mail.example", "http://post:geheim@mail.example", "smtp://mail.example?tls=perhaps"] {
            let error = text.parse::<Server>().unwrap_err().to_string();
            assert!(error.contains("smtps://USER") && !error.contains("geheim"), "{text}: {error}");
        }
    }
}
