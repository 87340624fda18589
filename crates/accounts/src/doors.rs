//! The ways in that an installation offers, and what guards them.

use std::sync::Arc;

use base::{Clock, Email, Ids};
use db::Db;
use services::keys::{Key, hex, key_for};
use web::form::Shield;

use crate::password::Passwords;
use crate::person::email_key;
use crate::provider::Provider;
use crate::settings::SignInSettings;

/// The ways in. Cheap to clone; the router hands it to the handlers.
#[derive(Debug, Clone)]
pub struct Doors(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    /// Counts who tries to sign in; apart from the public forms, so that nobody can lock the desk out
    /// by filling in those.
    shield: Shield,
    /// Seals what strangers carry and what we count of them.
    key: Key,
    /// If people may sign in by a password.
    passwords: Option<Passwords>,
    /// If there is a provider of identities.
    provider: Option<Provider>,
}

impl Doors {
    /// Opens the ways in.
    ///
    /// # Errors
    /// If the database fails, the system gives no randomness, or the settings name no sound provider.
    pub async fn open(db: &Db, (clock, ids): (&Clock, &Ids), settings: &SignInSettings) -> anyhow::Result<Self> {
        let key = key_for(db, clock, "sign-in").await?;
        let shield = Shield::new(key.clone(), clock.clone(), ids.clone());
        let passwords = settings.password.then(Passwords::new).transpose()?;
        let provider = settings.oidc.as_ref().map(Provider::new).transpose()?;
        Ok(Self(Arc::new(Parts { shield, key, passwords, provider })))
    }

    pub(crate) fn shield(&self) -> &Shield {
        &self.0.shield
    }

    pub(crate) fn passwords(&self) -> Option<&Passwords> {
        self.0.passwords.as_ref()
    }

    pub(crate) fn provider(&self) -> Option<&Provider> {
        self.0.provider.as_ref()
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0.key
    }

    /// What an account is counted by, existing or not: no address is kept for it.
    pub(crate) fn account(&self, email: &Email) -> String {
        hex(&self.0.key.seal(&[b"account", email_key(email).as_bytes()]))
    }
}
