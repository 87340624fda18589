//! An identity provider (`OpenID` Connect): the address to send a person to, and their identity when they
//! come back.
//!
//! The protocol is the library's: authorization code with PKCE, state and nonce. All three are derived from
//! one secret in a short-lived cookie of the browser ([`OidcState`]), so an answer counts only in the
//! browser that began. An identity is the pair of issuer and subject; an address counts only if the
//! provider has verified it. Metadata and keys are loaded anew each time: few people sign in, and a
//! provider may change its keys at any moment.

mod http;
mod oidc_state;

use anyhow::{Context as _, bail};
use base::Email;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, IssuerUrl, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _,
};

use crate::settings::ProviderSettings;

pub(crate) use oidc_state::{OidcParams, OidcState, STATE_LIFETIME};

/// The provider of an installation.
#[derive(Debug)]
pub(crate) struct Provider {
    settings: ProviderSettings,
    issuer: IssuerUrl,
    trust: http::Trust,
}

/// The identity of a person at the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) issuer: String,
    /// The issuer never gives it to anybody else.
    pub(crate) subject: String,
    /// An address that the provider has verified.
    pub(crate) email: Option<Email>,
}

impl Provider {
    /// Checks the settings.
    ///
    /// # Errors
    /// If the issuer is no address, or one without TLS that is not on this machine.
    pub(crate) fn new(settings: &ProviderSettings) -> anyhow::Result<Self> {
        let issuer = IssuerUrl::new(settings.issuer.clone()).context("the issuer is no address")?;
        let url = issuer.url();
        let is_here = matches!(url.host_str(), Some("127.0.0.1" | "localhost"));
        if url.scheme() != "https" && !is_here {
            bail!("the issuer `{}` must begin with https://", settings.issuer);
        }
        Ok(Self { settings: settings.clone(), issuer, trust: http::Trust::of_this_machine()? })
    }

    /// The name for the button.
    pub(crate) fn name(&self) -> &str {
        &self.settings.name
    }

    /// The authorization address to which the browser is sent.
    pub(crate) async fn address(&self, back: &str, params: &OidcParams) -> anyhow::Result<String> {
        let (state, nonce) = (CsrfToken::new(params.state.clone()), Nonce::new(params.nonce.clone()));
        let verifier = PkceCodeVerifier::new(params.verifier.clone());
        let client = CoreClient::from_provider_metadata(self.ask().await?, self.id(), Some(self.secret()))
            .set_redirect_uri(RedirectUrl::new(back.to_owned())?);
        let (address, _, _) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(address.into())
    }

    /// Redeems the code for the verified identity.
    pub(crate) async fn identity(&self, back: &str, code: String, params: &OidcParams) -> anyhow::Result<Identity> {
        let client = CoreClient::from_provider_metadata(self.ask().await?, self.id(), Some(self.secret()))
            .set_redirect_uri(RedirectUrl::new(back.to_owned())?);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .context("the provider names no address for tokens")?
            .set_pkce_verifier(PkceCodeVerifier::new(params.verifier.clone()))
            .request_async(&self.trust)
            .await
            .context("the provider gives no token")?;
        let token = tokens.id_token().context("the provider says nothing of who it is")?;
        let claims = token.claims(&client.id_token_verifier(), &Nonce::new(params.nonce.clone()));
        let claims = claims.context("what the provider says is not right")?;
        let mut email = verified(claims.email().map(|email| email.as_str()), claims.email_verified());
        if email.is_none()
            && let Ok(request) = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        {
            let more: CoreUserInfoClaims =
                request.request_async(&self.trust).await.context("the provider tells no more")?;
            email = verified(more.email().map(|email| email.as_str()), more.email_verified());
        }
        let (issuer, subject) = (claims.issuer().as_str().to_owned(), claims.subject().as_str().to_owned());
        Ok(Identity { issuer, subject, email })
    }

    async fn ask(&self) -> anyhow::Result<CoreProviderMetadata> {
        let asked = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.trust).await;
        asked.context("the provider does not say how to ask it")
    }

    fn id(&self) -> ClientId {
        ClientId::new(self.settings.client_id.clone())
    }

    fn secret(&self) -> ClientSecret {
        ClientSecret::new(self.settings.client_secret.clone())
    }
}

/// The address, if the provider has verified it.
fn verified(email: Option<&str>, is_verified: Option<bool>) -> Option<Email> {
    email.filter(|_| is_verified == Some(true)).and_then(|email| Email::parse(email).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provider_elsewhere_must_have_tls() {
        let with = |issuer: &str| {
            Provider::new(&ProviderSettings {
                name: "Dienst".into(),
                issuer: issuer.into(),
                client_id: "x".into(),
                client_secret: "y".into(),
            })
        };
        for issuer in ["https://dienst.example", "http://127.0.0.1:9400", "http://localhost:9400"] {
            assert!(with(issuer).is_ok(), "{issuer}");
        }
        for issuer in ["http://dienst.example", "http://127.0.0.1.example", "dienst", ""] {
            assert!(with(issuer).is_err(), "{issuer}");
        }
    }

    #[test]
    fn address_counts_only_if_it_is_verified() {
        assert_eq!(verified(Some("a@ort.example"), Some(true)).unwrap().as_str(), "a@ort.example");
        for (email, is_verified) in [
            (Some("a@ort.example"), Some(false)),
            (Some("a@ort.example"), None),
            (None, Some(true)),
            (Some("a"), Some(true)),
        ] {
            assert_eq!(verified(email, is_verified), None);
        }
    }
}
