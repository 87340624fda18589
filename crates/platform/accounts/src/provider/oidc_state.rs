//! The OIDC state cookie of a browser whose person is at the provider: one sealed secret, for ten minutes.
//!
//! State, nonce and PKCE verifier are derived from the secret with our key, so the cookie alone binds all
//! three to the browser, and an observer of one address learns none of the others.

use base::clock::{from_micros, micros};
use jiff::{SignedDuration, Timestamp};
use services::keys::{Key, hex, unhex};

use crate::onward::Onward;
use services::Secret;

/// Time for signing in at the provider.
pub(crate) const STATE_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// A sign-in by the provider that has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OidcState {
    secret: Secret,
    until: Timestamp,
    /// The page to go to afterwards.
    pub(crate) onward: Onward,
}

/// The parameters of the protocol, derived from the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OidcParams {
    /// `state`: returned beside the code.
    pub(crate) state: String,
    /// `nonce`: returned inside the token.
    pub(crate) nonce: String,
    /// `code_verifier`: proves that the browser that redeems the code has begun the sign-in.
    pub(crate) verifier: String,
}

impl OidcState {
    /// Begins a sign-in with a random secret.
    ///
    /// # Errors
    /// If the operating system gives no randomness.
    pub(crate) fn begin(now: Timestamp, onward: Onward) -> anyhow::Result<Self> {
        Ok(Self { secret: Secret::random()?, until: now + STATE_LIFETIME, onward })
    }

    /// Derives the parameters of the protocol.
    pub(crate) fn params(&self, key: &Key) -> OidcParams {
        let part = |purpose: &[u8]| hex(&key.seal(&[b"journey", purpose, self.secret.as_str().as_bytes()]));
        OidcParams { state: part(b"state"), nonce: part(b"nonce"), verifier: part(b"verifier") }
    }

    /// The value of the cookie.
    pub(crate) fn packed(&self, key: &Key) -> String {
        let (secret, until, onward) = (self.secret.as_str(), micros(self.until), hex(self.onward.as_str().as_bytes()));
        let body = format!("{secret}.{until}.{onward}");
        let seal = key.seal(&[b"journey cookie", body.as_bytes()]);
        format!("{body}.{}", hex(&seal))
    }

    /// Reads the value of a cookie; `None` if the seal is not ours or it has expired.
    pub(crate) fn unpacked(key: &Key, cookie: &str, now: Timestamp) -> Option<Self> {
        let (body, seal) = cookie.rsplit_once('.')?;
        if !key.proves(&[b"journey cookie", body.as_bytes()], &unhex(seal)?) {
            return None;
        }
        let mut parts = body.split('.');
        let secret = Secret::parse(parts.next()?)?;
        let until = from_micros(parts.next()?.parse().ok()?).ok().filter(|until| *until > now)?;
        let onward = Onward::parse(&String::from_utf8(unhex(parts.next()?)?).ok()?)?;
        Some(Self { secret, until, onward })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookie_of_ours_leads_back_for_ten_minutes() {
        let key = Key::random().unwrap();
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let state = OidcState::begin(now, Onward::parse("/redaktion/konto?x=y").unwrap()).unwrap();
        let cookie = state.packed(&key);
        let unpacked =
            |cookie: &str, minutes| OidcState::unpacked(&key, cookie, now + SignedDuration::from_mins(minutes));
        assert_eq!(unpacked(&cookie, 9), Some(state.clone()));
        assert_eq!(unpacked(&cookie, 10), None, "too old");
        assert_eq!(OidcState::unpacked(&Key::random().unwrap(), &cookie, now), None, "somebody else's");
        let mut forged = cookie.clone();
        forged.replace_range(0..1, if cookie.starts_with('0') { "1" } else { "0" });
        for bad in ["", ".", "a.b.c.d", &forged, &cookie[1..]] {
            assert_eq!(unpacked(bad, 0), None, "{bad}");
        }
    }

    #[test]
    fn nothing_on_the_way_tells_the_other_parts() {
        let key = Key::random().unwrap();
        let onward = Onward::parse("/redaktion").unwrap();
        let begun = OidcState::begin(Timestamp::UNIX_EPOCH, onward).unwrap();
        let OidcParams { state, nonce, verifier } = begun.params(&key);
        assert!(state != nonce && nonce != verifier && state != verifier && verifier.len() == 64);
        assert!(![&state, &nonce, &verifier].contains(&&begun.secret.as_str().to_owned()));
        assert_ne!(begun.params(&Key::random().unwrap()).state, state);
    }
}
