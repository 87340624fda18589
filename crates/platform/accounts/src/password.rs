//! Passwords, for installations that want them: long, not on a list of stolen ones, stored as a slow hash.
//!
//! The hash is argon2id with the parameters that OWASP recommends (19 MiB, 2 passes, 1 lane). It takes time
//! and memory on purpose, so few are computed at once, on blocking threads. A hash is also computed for an
//! account without a password and for an unknown one, so that the answer takes as long.

use anyhow::{Context as _, anyhow};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zxcvbn::Score;

/// Fewest characters.
pub(crate) const SHORTEST: usize = 12;
/// Most characters.
pub(crate) const LONGEST: usize = 128;
/// Memory in KiB, passes, lanes.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);
/// Hashes that are computed at the same time.
const AT_ONCE: usize = 2;

/// Computes and verifies hashes.
#[derive(Debug)]
pub(crate) struct Passwords {
    turns: Semaphore,
    /// The hash of a random password, for accounts that have none.
    nobodys: String,
}

/// The reason why a new password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weakness {
    /// Less than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// It is on a list of stolen passwords, consists of the person's own words, or is as easy to guess.
    Known,
}

impl Passwords {
    /// Prepares the hash for accounts without a password.
    ///
    /// # Errors
    /// If the operating system gives no randomness.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let nobodys = hash(services::Secret::random()?.as_str())?;
        Ok(Self { turns: Semaphore::new(AT_ONCE), nobodys })
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: String) -> anyhow::Result<String> {
        let _turn = self.turns.acquire().await?;
        tokio::task::spawn_blocking(move || hash(&password)).await?
    }

    /// True if a password has this hash; false if there is none, but after the same time.
    pub(crate) async fn is_right(&self, password: String, kept: Option<String>) -> anyhow::Result<bool> {
        let _turn = self.turns.acquire().await?;
        let is_somebodys = kept.is_some();
        let kept = kept.unwrap_or_else(|| self.nobodys.clone());
        let fits = tokio::task::spawn_blocking(move || {
            let kept = PasswordHash::new(&kept).map_err(|error| anyhow!("a damaged password hash: {error}"))?;
            anyhow::Ok(hasher()?.verify_password(password.as_bytes(), &kept).is_ok())
        });
        Ok(fits.await?? && is_somebodys)
    }
}

/// The weakness of a new password for a person with this name and address, if it has one.
pub(crate) fn weakness(password: &str, name: &str, email: &str) -> Option<Weakness> {
    match password.chars().count() {
        ..SHORTEST => return Some(Weakness::Short),
        length if length > LONGEST => return Some(Weakness::Long),
        _ => {}
    }
    let own: Vec<&str> = name.split_whitespace().chain(email.split(['@', '.'])).chain(["zukunftsbildung"]).collect();
    // Blanks between a person's own words make them no harder to guess.
    let closed_up: String = password.split_whitespace().collect();
    let is_known = |text: &str| zxcvbn::zxcvbn(text, &own).score() < Score::Four;
    (is_known(password) || is_known(&closed_up)).then_some(Weakness::Known)
}

fn hasher() -> anyhow::Result<Argon2<'static>> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| anyhow!("cost of a hash: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str) -> anyhow::Result<String> {
    let hash = hasher()?.hash_password(password.as_bytes()).map_err(|error| anyhow!("a password hash: {error}"));
    Ok(hash.context("no hash")?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_that_are_short_known_or_ones_own_words_are_refused() {
        let weakness = |password: &str| weakness(password, "Anna Beispiel", "anna@ort.example");
        assert_eq!(weakness("Kohle7!Faden"), None);
        assert_eq!(weakness("drei Tauben auf dem Förderturm"), None);
        assert_eq!(weakness("elf zeichen"), Some(Weakness::Short));
        assert_eq!(weakness(&"ab1 ".repeat(33)), Some(Weakness::Long));
        for known in [
            "password1234",
            "123456789012",
            "qwertzuiop12",
            "aaaaaaaaaaaa",
            "annabeispiel",
            "Anna Beispiel 1",
            "Zukunftsbildung1",
        ] {
            assert_eq!(weakness(known), Some(Weakness::Known), "{known}");
        }
    }

    #[tokio::test]
    async fn hash_is_argon2id_as_owasp_asks_and_fits_its_password_only() {
        let passwords = Passwords::new().unwrap();
        let (one, same) = (passwords.hash("Kohle7!Faden".into()).await, passwords.hash("Kohle7!Faden".into()).await);
        let (one, same) = (one.unwrap(), same.unwrap());
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && one != same, "{one}");
        let is_right = async |password: &str, kept| passwords.is_right(password.into(), kept).await.unwrap();
        assert!(is_right("Kohle7!Faden", Some(one.clone())).await);
        assert!(!is_right("Kohle7!faden", Some(one)).await);
        assert!(!is_right("", None).await);
    }
}
