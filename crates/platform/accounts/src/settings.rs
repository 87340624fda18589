//! Which ways in an installation offers besides links and passkeys: the part `[sign_in]` of its
//! settings.

use serde::Deserialize;

/// The part `[sign_in]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInSettings {
    /// Whether people may sign in by a password.
    #[serde(default)]
    pub password: bool,
    /// A provider of identities.
    pub oidc: Option<ProviderSettings>,
}

/// The part `[sign_in.oidc]`: a provider that speaks `OpenID` Connect.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSettings {
    /// What people call it.
    pub name: String,
    /// Its address, exactly as it names itself.
    pub issuer: String,
    /// How it knows us.
    pub client_id: String,
    /// What only it and we know.
    pub client_secret: String,
}

/// Never the secret.
impl std::fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProviderSettings")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}
