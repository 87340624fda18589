//! Bearer secrets that are handed out once: to a browser as a cookie, to a person as a link.
//!
//! A secret is 32 random bytes of the operating system. We store its SHA-256 only, so that a reader of the
//! database cannot use it. A plain hash is enough, because nobody can try 2²⁵⁶ secrets; it needs no salt,
//! because no two are the same.

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use crate::keys::hex;

/// Bytes of a secret.
const LENGTH: usize = 32;

/// A secret as lower-case hexadecimal digits. Never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new random secret.
    ///
    /// # Errors
    /// If the operating system gives no randomness.
    pub fn random() -> anyhow::Result<Self> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).context("the operating system gives no randomness")?;
        Ok(Self(hex(&bytes)))
    }

    /// Parses a secret exactly; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let is_one = text.len() == 2 * LENGTH && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_one.then(|| Self(text.to_owned()))
    }

    /// The hash under which it is stored.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }

    /// The secret itself, for the cookie or the link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_is_known_by_its_hash_and_never_printed() {
        let (one, other) = (Secret::random().unwrap(), Secret::random().unwrap());
        assert_ne!(one.hash(), other.hash());
        assert_eq!(Secret::parse(one.as_str()).unwrap().hash(), one.hash());
        assert!(!format!("{one:?}").contains(one.as_str()) && !one.hash().contains(one.as_str()));
    }

    #[test]
    fn what_cannot_be_a_secret_is_not_looked_up() {
        for text in ["", "00", &"A".repeat(64), &"0".repeat(63), &"0".repeat(66), &"g".repeat(64), "../../etc"] {
            assert!(Secret::parse(text).is_none(), "{text}");
        }
    }

    /// Sessions and links that were handed out must survive an upgrade.
    #[test]
    fn hash_of_a_secret_never_changes() {
        let secret = Secret::parse(&"0".repeat(64)).unwrap();
        assert_eq!(secret.hash(), "60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55");
    }
}
