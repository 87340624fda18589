//! Passkeys: challenges for authenticators, and the verification of their answers (`WebAuthn`).
//!
//! The protocol is the library's; this module supplies host, people and stored bytes. A challenge can be
//! answered once and for five minutes. We ask for discoverable credentials and user verification (PIN,
//! finger, face), so that a passkey alone signs in.

use anyhow::Context as _;
use services::keys::{hex, unhex};
use webauthn_rp::bin::{Decode as _, Encode as _};
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::{
    CredProtect, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, UserHandle16, Username,
};
use webauthn_rp::request::{AsciiDomain, PublicKeyCredentialDescriptor, RpId};
use webauthn_rp::response::register::{CompressedPubKey, DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration, RegistrationServerState,
};

use crate::person::{Person, PersonId};

/// A public key of any of the kinds that authenticators make: Ed25519, P-256, P-384, RSA.
type PublicKey = CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>;

/// A challenge for an authenticator, and the state to keep until it is answered.
#[derive(Debug)]
pub(crate) struct Challenge {
    /// The options for `navigator.credentials`, as JSON.
    pub(crate) options: serde_json::Value,
    /// The serialized state of the ceremony.
    pub(crate) state: Vec<u8>,
}

/// A passkey as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredKey {
    /// The credential id, in hexadecimal digits.
    pub(crate) credential_id: String,
    /// The public key and everything else that never changes.
    pub(crate) fixed: Vec<u8>,
    /// The signature counter and everything else that changes with each use.
    pub(crate) changing: Vec<u8>,
}

/// The site for which passkeys are made (the relying party).
#[derive(Debug, Clone)]
pub(crate) struct Site {
    host: RpId,
    /// Scheme, host and port, as browsers send them.
    origin: String,
}

impl Site {
    /// The site under a public address; `None` if browsers make no passkeys there: they require TLS and a
    /// host name, or `localhost`.
    pub(crate) fn of(public_url: &str) -> Option<Self> {
        let (scheme, rest) = public_url.split_once("://")?;
        let authority = rest.split('/').next()?;
        let name = authority.split(':').next()?;
        let is_number = name.split('.').all(|part| part.parse::<u8>().is_ok()) || authority.starts_with('[');
        if is_number || (scheme != "https" && name != "localhost") {
            return None;
        }
        let host = RpId::Domain(AsciiDomain::try_from(name.to_owned()).ok()?);
        Some(Self { host, origin: format!("{scheme}://{authority}") })
    }

    /// A challenge for registering a new passkey of a person who has these already.
    pub(crate) fn ask_for_key(&self, person: &Person, known: &[String]) -> anyhow::Result<Challenge> {
        let id = UserHandle16::decode(person.id.0.into_bytes()).unwrap_or_else(|never| match never {});
        let name = Username::try_from(person.email.as_str()).context("an address that is no user name")?;
        // The device shows the name beside the address; a name that it would not take is left out.
        let display_name = Nickname::try_from(person.name.as_str()).ok();
        let user = PublicKeyCredentialUserEntity { name, id: &id, display_name };
        let known = known.iter().filter_map(|id| {
            let id = CredentialId::decode(unhex(id)?).ok()?;
            Some(PublicKeyCredentialDescriptor { id, transports: AuthTransports::decode(0).ok()? })
        });
        let mut options = PublicKeyCredentialCreationOptions::passkey(&self.host, user, known.collect());
        // The library would require devices to promise that they never answer without user verification,
        // and many cannot. We ask for verification each time anyway, and check that it took place.
        options.extensions.cred_protect = CredProtect::None;
        let (server, client) = options.start_ceremony().context("a challenge for a new passkey")?;
        Ok(Challenge { options: serde_json::to_value(&client)?, state: server.encode()? })
    }

    /// Verifies the answer to a registration, and returns the new passkey.
    pub(crate) fn key_of(&self, state: &[u8], answer: &str) -> anyhow::Result<StoredKey> {
        let state = RegistrationServerState::<16>::decode(state).context("a damaged challenge")?;
        let answer = Registration::from_json_relaxed(answer.as_bytes()).context("an answer that cannot be read")?;
        let options = RegistrationVerificationOptions::<&str, &str> {
            allowed_origins: &[&self.origin],
            client_data_json_relaxed: true,
            ..Default::default()
        };
        let key = state.verify(&self.host, &answer, &options).context("an answer that is not right")?;
        let fixed = key.static_state().encode().unwrap_or_else(|never| match never {});
        let changing = key.dynamic_state().encode().unwrap_or_else(|never| match never {});
        Ok(StoredKey { credential_id: hex(key.id().as_ref()), fixed, changing: changing.to_vec() })
    }

    /// A challenge for any passkey of this site.
    pub(crate) fn ask_who(&self) -> anyhow::Result<Challenge> {
        let options = DiscoverableCredentialRequestOptions::passkey(&self.host);
        let (server, client) = options.start_ceremony().context("a challenge for any passkey")?;
        Ok(Challenge { options: serde_json::to_value(&client)?, state: server.encode()? })
    }

    /// Verifies an answer with the passkey that it names; returns the state that changed with this use.
    pub(crate) fn check(&self, state: &[u8], answer: &Answer, key: &StoredKey) -> anyhow::Result<Vec<u8>> {
        let state = DiscoverableAuthenticationServerState::decode(state).context("a damaged challenge")?;
        let fixed = StaticState::<PublicKey>::decode(&key.fixed).context("a damaged passkey")?;
        let changing = key.changing.as_slice().try_into().context("a damaged passkey")?;
        let changing = DynamicState::decode(changing).context("a damaged passkey")?;
        let (id, user) = (answer.0.raw_id(), answer.0.response().user_handle());
        let mut key = AuthenticatedCredential::new(id, user, fixed, changing).context("a damaged passkey")?;
        let options = AuthenticationVerificationOptions::<&str, &str> {
            allowed_origins: &[&self.origin],
            client_data_json_relaxed: true,
            ..Default::default()
        };
        state.verify(&self.host, &answer.0, &mut key, &options).context("an answer that is not right")?;
        Ok(key.dynamic_state().encode().unwrap_or_else(|never| match never {}).to_vec())
    }
}

/// An answer with credential id and user handle, not yet verified.
#[derive(Debug)]
pub(crate) struct Answer(DiscoverableAuthentication<16>);

impl Answer {
    /// Parses the JSON of a browser.
    pub(crate) fn read(answer: &str) -> anyhow::Result<Self> {
        let answer = DiscoverableAuthentication::from_json_relaxed(answer.as_bytes());
        answer.map(Self).context("an answer that cannot be read")
    }

    /// The credential id, in hexadecimal digits.
    pub(crate) fn credential_id(&self) -> String {
        hex(self.0.raw_id().as_ref())
    }

    /// The person that the answer claims to be from.
    pub(crate) fn person(&self) -> PersonId {
        let bytes: [u8; 16] = self.0.response().user_handle().encode().unwrap_or_else(|never| match never {});
        PersonId(uuid::Uuid::from_bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_made_where_browsers_make_them() {
        let origin = |url: &str| Site::of(url).map(|site| site.origin);
        for url in ["https://zukunft.example", "https://zukunft.example:8443", "http://localhost:8080"] {
            assert_eq!(origin(url).as_deref(), Some(url));
        }
        assert_eq!(origin("https://zukunft.example/unten").as_deref(), Some("https://zukunft.example"));
        for url in ["http://zukunft.example", "http://127.0.0.1:8080", "https://192.0.2.1", "https://[::1]:8080", "x"] {
            assert_eq!(origin(url), None, "{url}");
        }
    }
}
