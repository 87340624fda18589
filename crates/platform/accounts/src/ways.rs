//! The ways to sign in that an installation offers, with their rate limits.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use base::{Email, Now};
use db::{Conn, Db};
use services::audit::{self, Actor};
use services::keys::{Key, hex, key_for};
use web::form::{Counted, Quota, Shield, Wait};

use crate::acts::AccountAct;
use crate::password::Passwords;
use crate::person::{PersonId, email_key};
use crate::provider::Provider;
use crate::quotas::{ACCOUNT, REFUSALS};
use crate::session::Way;
use crate::settings::SignInSettings;

/// Number of known pairs of person and sender that are remembered.
const KNOWN_SENDERS: usize = 4_096;

/// The ways to sign in. Cheap to clone; handlers get it from the router.
#[derive(Debug, Clone)]
pub struct SignInWays(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    /// Rate limits of sign-in; apart from those of the public forms, so that a flood of those cannot fill
    /// the table of this one.
    shield: Shield,
    /// Senders from which people have signed in before, sealed; the latest at the end.
    known_senders: Mutex<VecDeque<(PersonId, u64)>>,
    /// Seals cookies of strangers and the keys of rate limits.
    key: Key,
    /// Set if people may sign in with a password.
    passwords: Option<Passwords>,
    /// Set if there is an identity provider.
    provider: Option<Provider>,
}

impl SignInWays {
    /// Prepares each way to sign in from its settings.
    ///
    /// # Errors
    /// If the database fails, the system gives no randomness, or the settings name no sound provider.
    pub async fn open(db: &Db, Now { clock, ids }: Now<'_>, settings: &SignInSettings) -> anyhow::Result<Self> {
        let key = key_for(db, clock, "sign-in").await?;
        let shield = Shield::new(key.clone(), clock.clone(), ids.clone());
        let passwords = settings.password.then(Passwords::new).transpose()?;
        let provider = settings.oidc.as_ref().map(Provider::new).transpose()?;
        Ok(Self(Arc::new(Parts { shield, known_senders: Mutex::default(), key, passwords, provider })))
    }

    /// Charges one attempt to the rate limit of a sender, before anything is done for it.
    pub(crate) fn admit(&self, quota: &Quota, sender: IpAddr) -> Result<(), Wait> {
        self.0.shield.admit(quota, Counted::Sender(sender))
    }

    /// Charges one attempt with an account's password, before its hash is computed. `person` is the owner
    /// of the account, if it exists.
    ///
    /// Strangers who try passwords lock the password of an account for other strangers, and for its owner
    /// at an unknown sender, who signs in by link or passkey. After that, attempts from the owner's sender
    /// are counted apart, so nobody keeps the owner out for long.
    pub(crate) fn admit_password(&self, email: &Email, person: Option<PersonId>, sender: IpAddr) -> Result<(), Wait> {
        let account = self.account(email);
        let is_known =
            person.is_some_and(|person| self.known_senders().contains(&(person, self.0.shield.sender(sender))));
        let counted = if is_known { Counted::TargetFrom(&account, sender) } else { Counted::Target(&account) };
        self.0.shield.admit(&ACCOUNT, counted)
    }

    /// Remembers the sender of a successful sign-in. Attempts of strangers are not remembered.
    pub(crate) fn remember(&self, person: PersonId, sender: IpAddr) {
        let pair = (person, self.0.shield.sender(sender));
        let mut known_senders = self.known_senders();
        known_senders.retain(|known| *known != pair);
        if known_senders.len() >= KNOWN_SENDERS {
            known_senders.pop_front();
        }
        known_senders.push_back(pair);
    }

    fn known_senders(&self) -> std::sync::MutexGuard<'_, VecDeque<(PersonId, u64)>> {
        self.0.known_senders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Rate limit of the audit log: true if a refusal may be recorded, so that strangers cannot fill the
    /// log.
    pub(crate) fn may_note_refusal(&self, way: Way) -> bool {
        self.0.shield.admit(&REFUSALS, Counted::Target(way.code())).is_ok()
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

    /// The key by which an account is counted, existing or not.
    fn account(&self, email: &Email) -> String {
        hex(&self.0.key.seal(&[b"account", email_key(email).as_bytes()]))
    }
}

/// Records a refused attempt of an unknown person; see [`SignInWays::may_note_refusal`].
pub(crate) async fn note_refusal(conn: &mut Conn<'_>, now: Now<'_>, way: Way) -> db::Result<()> {
    audit::note(conn, now, Actor::NOBODY, &AccountAct::SignInRefused(way)).await
}
