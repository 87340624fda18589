//! What a browser carries while its person is at the provider: one secret, sealed, for ten minutes.
//!
//! State, nonce and the verifier of PKCE are made from the secret by our key, so the cookie alone binds
//! all three to the browser, and who sees an address on the way learns none of the others.

use base::clock::{from_micros, micros};
use jiff::{SignedDuration, Timestamp};
use services::keys::{Key, hex, unhex};

use crate::onward::Onward;
use services::Secret;

/// How long somebody may take at the provider.
pub(crate) const STATE_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// A way to the provider and back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OidcState {
    secret: Secret,
    until: Timestamp,
    /// Where it leads in the end.
    pub(crate) onward: Onward,
}

/// What is shown on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pass {
    /// Comes back with the code.
    pub(crate) state: String,
    /// Comes back inside the token.
    pub(crate) nonce: String,
    /// Proves that who redeems the code has begun.
    pub(crate) verifier: String,
}

impl OidcState {
    /// Begins one.
    ///
    /// # Errors
    /// If the operating system gives no randomness.
    pub(crate) fn begin(now: Timestamp, onward: Onward) -> anyhow::Result<Self> {
        Ok(Self { secret: Secret::random()?, until: now + STATE_LIFETIME, onward })
    }

    /// What to show on the way.
    pub(crate) fn pass(&self, key: &Key) -> Pass {
        let part = |purpose: &[u8]| hex(&key.seal(&[b"journey", purpose, self.secret.as_str().as_bytes()]));
        Pass { state: part(b"state"), nonce: part(b"nonce"), verifier: part(b"verifier") }
    }

    /// As a cookie carries it.
    pub(crate) fn packed(&self, key: &Key) -> String {
        let (secret, until, onward) = (self.secret.as_str(), micros(self.until), hex(self.onward.as_str().as_bytes()));
        let body = format!("{secret}.{until}.{onward}");
        let seal = key.seal(&[b"journey cookie", body.as_bytes()]);
        format!("{body}.{}", hex(&seal))
    }

    /// From a cookie; `None` if it is not ours or too old.
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
        let Pass { state, nonce, verifier } = begun.pass(&key);
        assert!(state != nonce && nonce != verifier && state != verifier && verifier.len() == 64);
        assert!(![&state, &nonce, &verifier].contains(&&begun.secret.as_str().to_owned()));
        assert_ne!(begun.pass(&Key::random().unwrap()).state, state);
    }
}
