//! Sessions: a session binds a browser to a person until it ends.
//!
//! Every sign-in creates a new one with a new secret and ends the one before it in the same browser; a
//! secret that a browser brings along is never adopted (no session fixation).

use axum::http::{HeaderMap, HeaderValue, header};
use base::coded;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::provider::STATE_LIFETIME;
use services::Secret;

/// Longest lifetime of a session, even if it is in use.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Lifetime of an unused session: a night, not a weekend.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);
/// Time after a sign-in in which a person may add another way to sign in. Later they sign in once more
/// first, so that a browser left open, or a stolen session, does not become a lasting key.
pub const FRESH: SignedDuration = SignedDuration::from_mins(15);
/// Precision of the time of last use, so that not every click is a write.
pub(crate) const EXACTNESS: SignedDuration = SignedDuration::from_mins(1);

/// Tolerance for sessions that began or were used in the future, because the clock was set back meanwhile.
/// Beyond it a session ends; else it would last for as long as the clock ran ahead.
pub(crate) const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// The id of a session, which is not its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Deserialize)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct SessionId(pub Uuid);

coded! {
    /// The way in which a person signed in.
    pub enum Way {
        /// By a link, mailed or handed over.
        Link = "link",
        /// By a passkey.
        Passkey = "passkey",
        /// By a password.
        Password = "password",
        /// By a provider of identities.
        Provider = "provider",
    }
}

/// A session as its person sees it.
#[derive(Debug, Clone)]
pub struct Session {
    /// Names the session in forms; not its secret.
    pub id: SessionId,
    /// The way of its sign-in.
    pub way: Way,
    /// Browser and system in short (`Firefox, Linux`); empty if the header names neither.
    pub device: String,
    /// Time of the sign-in.
    pub started_at: Timestamp,
    /// Time of the last use, to the minute.
    pub used_at: Timestamp,
}

/// The earliest start and the earliest last use of a session that is still valid.
pub(crate) fn holds_since(now: Timestamp) -> (Timestamp, Timestamp) {
    (now - LONGEST, now - IDLE)
}

/// The session cookie, with its name for a public address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cookie {
    is_secure: bool,
}

impl Cookie {
    /// With TLS, browsers send the cookie to this very host only (`__Host-`) and never in the clear. A
    /// trial on this machine has no TLS, and browsers would refuse such a cookie.
    pub(crate) fn of(public_url: &str) -> Self {
        let is_here = ["http://127.0.0.1", "http://localhost"].into_iter().any(|here| {
            public_url.strip_prefix(here).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        Self { is_secure: !is_here }
    }

    fn name(self) -> &'static str {
        if self.is_secure { "__Host-session" } else { "session" }
    }

    /// The secret in the cookie of a request.
    pub(crate) fn read(self, headers: &HeaderMap) -> Option<Secret> {
        Secret::parse(value_of(headers, self.name())?)
    }

    /// Sets the cookie. The browser keeps it no longer than the session may last.
    pub(crate) fn set(self, secret: &Secret) -> HeaderValue {
        self.header(self.name(), secret.as_str(), LONGEST)
    }

    /// Deletes the cookie.
    pub(crate) fn clear(self) -> HeaderValue {
        self.header(self.name(), "", SignedDuration::ZERO)
    }

    /// The OIDC state in the cookie of a request.
    pub(crate) fn read_oidc_state(self, headers: &HeaderMap) -> Option<&str> {
        value_of(headers, self.oidc_state_name())
    }

    /// Sets the cookie of the OIDC state.
    pub(crate) fn set_oidc_state(self, packed: &str) -> HeaderValue {
        self.header(self.oidc_state_name(), packed, STATE_LIFETIME)
    }

    /// Deletes the cookie of the OIDC state.
    pub(crate) fn clear_oidc_state(self) -> HeaderValue {
        self.header(self.oidc_state_name(), "", SignedDuration::ZERO)
    }

    fn oidc_state_name(self) -> &'static str {
        if self.is_secure { "__Host-journey" } else { "journey" }
    }

    fn header(self, name: &str, value: &str, age: SignedDuration) -> HeaderValue {
        let secure = if self.is_secure { "; Secure" } else { "" };
        let text = format!("{name}={value}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}", age.as_secs());
        // All parts are our own ASCII, so this cannot fail.
        HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
    }
}

/// The value of a cookie of a request.
fn value_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookie_is_for_this_host_and_tls_only_but_for_a_site_on_this_machine() {
        let secret = Secret::random().unwrap();
        let line = |url: &str| Cookie::of(url).set(&secret).to_str().unwrap().to_owned();
        let secure = line("https://zukunft.example");
        let expected =
            format!("__Host-session={}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure", secret.as_str());
        assert_eq!(secure, expected);
        for url in ["http://zukunft.example", "http://127.0.0.1.evil.example", "http://localhost.example:80"] {
            assert_eq!(line(url), secure, "{url}");
        }
        for url in ["http://127.0.0.1:8080", "http://localhost:8080", "http://localhost"] {
            let expected = format!("session={}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax", secret.as_str());
            assert_eq!(line(url), expected, "{url}");
        }
    }

    #[test]
    fn secret_is_found_among_other_cookies() {
        let secret = Secret::random().unwrap();
        let cookie = Cookie::of("https://zukunft.example");
        let read = |line: String| cookie.read(&HeaderMap::from_iter([(header::COOKIE, line.parse().unwrap())]));
        assert_eq!(read(format!("a=b; __Host-session={}; c=d", secret.as_str())), Some(secret.clone()));
        assert_eq!(read(format!("session={}", secret.as_str())), None, "another name");
        assert_eq!(read("__Host-session=".to_owned()), None);
        assert_eq!(read(format!("__Host-session={}x", secret.as_str())), None);
    }
}
