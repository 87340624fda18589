//! Secret keys, one per purpose. Generated on first use from the operating system's randomness and stored
//! in the database, so that all nodes share them and they survive restarts.

mod store;

use anyhow::Context as _;
use base::Clock;
use db::Db;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// Bytes of a key, and of a seal made with it.
const LENGTH: usize = 32;

/// A secret key for message authentication (HMAC-SHA-256). It is never shown.
#[derive(Clone)]
pub struct Key([u8; LENGTH]);

impl Key {
    /// A random key.
    ///
    /// # Errors
    /// If the system gives none.
    pub fn random() -> anyhow::Result<Self> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).context("the operating system gives no randomness")?;
        Ok(Self(bytes))
    }

    /// The authentication code of these parts. Without the key it can be neither made nor checked.
    pub fn seal(&self, parts: &[&[u8]]) -> [u8; LENGTH] {
        self.mac(parts).finalize().into_bytes().into()
    }

    /// True if an authentication code, or at least its first half, belongs to these parts. Takes the same
    /// time for each wrong one.
    pub fn proves(&self, parts: &[&[u8]], seal: &[u8]) -> bool {
        seal.len() >= LENGTH / 2 && self.mac(parts).verify_truncated_left(seal).is_ok()
    }

    fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in parts {
            // The length before each part makes lists of parts unambiguous.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac
    }

    fn to_hex(&self) -> String {
        hex(&self.0)
    }

    fn from_hex(text: &str) -> Option<Self> {
        unhex(text)?.try_into().ok().map(Self)
    }
}

/// Leaves the secret out.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// The key for a purpose; generated if there is none yet. Nodes that ask at the same time get the same key.
///
/// # Errors
/// If the database fails, holds something that is no key, or there is no randomness.
pub async fn key_for(db: &Db, clock: &Clock, purpose: &str) -> anyhow::Result<Key> {
    if let Some(secret) = store::find(&mut db.read().await?.conn(), purpose).await? {
        return Key::from_hex(&secret).with_context(|| format!("the key for `{purpose}` is damaged"));
    }
    let mut tx = db.write().await?;
    store::keep(&mut tx.conn(), purpose, &Key::random()?.to_hex(), clock.now()).await?;
    let secret = store::find(&mut tx.conn(), purpose).await?;
    tx.commit().await?;
    secret.and_then(|secret| Key::from_hex(&secret)).with_context(|| format!("the key for `{purpose}` is damaged"))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes of hexadecimal digits; `None` for any other text.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seal_belongs_to_its_parts_and_its_key_only() {
        let (key, other) = (Key::random().unwrap(), Key::random().unwrap());
        let seal = key.seal(&[b"ab", b"c"]);
        assert!(key.proves(&[b"ab", b"c"], &seal));
        assert!(key.proves(&[b"ab", b"c"], &seal[..16]));
        assert!(!key.proves(&[b"a", b"bc"], &seal));
        assert!(!key.proves(&[b"ab", b"c"], &seal[..15]), "half of a seal is the least");
        assert!(!key.proves(&[b"ab", b"c"], b""));
        assert!(!other.proves(&[b"ab", b"c"], &seal));
    }

    #[test]
    fn hexadecimal_digits_lead_back_to_their_bytes() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
        assert_eq!(unhex("000aff"), Some(vec![0, 10, 255]));
        for nonsense in ["0", "0g", "+1", "é"] {
            assert_eq!(unhex(nonsense), None, "{nonsense}");
        }
    }

    #[tokio::test]
    async fn every_node_gets_the_same_key_for_a_purpose_and_another_for_each() {
        let test = db::testing::TestDb::new().await;
        let clock = Clock::system();
        let asked = ["form", "form", "form", "sender"].map(|purpose| {
            let (db, clock) = (test.db.clone(), clock.clone());
            tokio::spawn(async move { key_for(&db, &clock, purpose).await.unwrap().to_hex() })
        });
        let mut keys = Vec::new();
        for key in asked {
            keys.push(key.await.unwrap());
        }
        assert!(keys[0] == keys[1] && keys[1] == keys[2] && keys[2] != keys[3]);
        assert_eq!(keys[0].len(), 64);
    }
}
