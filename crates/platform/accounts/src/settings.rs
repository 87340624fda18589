//! The ways to sign in that an installation offers besides links and passkeys: the part `[sign_in]` of its
//! settings.

use serde::Deserialize;

/// The part `[sign_in]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInSettings {
    /// True if people may sign in with a password; default false.
    #[serde(default)]
    pub password: bool,
    /// An identity provider; none by default.
    pub oidc: Option<ProviderSettings>,
}

/// The part `[sign_in.oidc]`: a provider that speaks `OpenID` Connect.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSettings {
    /// The name on the button.
    pub name: String,
    /// The address of the issuer, exactly as it names itself.
    pub issuer: String,
    /// Our id at the provider.
    pub client_id: String,
    /// The secret that we share with the provider.
    pub client_secret: String,
}

/// Leaves the secret out.
impl std::fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProviderSettings")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}
