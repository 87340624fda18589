//! Where the pages of this room are. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

use crate::person::PersonId;

/// `/redaktion`: the start of the desk. Its page belongs to the room `desk`.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion")]
pub struct DeskPath;

/// `/anmelden`: the way in.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden")]
pub struct SignInPath;

/// `/redaktion/konto`: one's own sessions and ways to sign in.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto")]
pub struct AccountPath;

/// `/redaktion/konto/abmeldungen`: ends sessions; which ones, the form says.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/abmeldungen")]
pub struct SignOutPath;

/// `/anmelden/unterwegs`: says that a link is on its way.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/unterwegs")]
pub struct SentPath;

/// `/anmelden/link/{secret}`: what a link leads to.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/anmelden/link/{secret}")]
pub struct LinkPath {
    /// What only its holder knows.
    pub secret: String,
}

/// `/redaktion/personen`: everybody at the desk.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen")]
pub struct PeoplePath;

/// `/redaktion/personen/einladung`: invites somebody.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/einladung")]
pub struct InvitationPath;

/// `/redaktion/personen/{person}`: one person.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}")]
pub struct PersonPath {
    /// Who.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/rollen`: gives a role.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/rollen")]
pub struct RolesPath {
    /// To whom.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/entzug`: takes a role away; which one, the form says.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/entzug")]
pub struct RemovalPath {
    /// From whom.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/sperre`: lets somebody in no more.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/sperre")]
pub struct LockPath {
    /// Whom.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/freigabe`: lets somebody in again.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/freigabe")]
pub struct UnlockPath {
    /// Whom.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/anmeldelink`: sends somebody a new link.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/anmeldelink")]
pub struct NewLinkPath {
    /// To whom.
    pub person: PersonId,
}

/// `/redaktion/protokoll`: who did what.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/protokoll")]
pub struct AuditPath;

/// `/anmelden/passkey/frage`: asks passkeys who is there. For our module only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/passkey/frage")]
pub struct WhoPath;

/// `/anmelden/passkey`: takes the answer of a passkey. For our module only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/passkey")]
pub struct PasskeyPath;

/// `/redaktion/konto/passkeys/frage`: asks for a new passkey. For our module only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passkeys/frage")]
pub struct NewKeyPath;

/// `/redaktion/konto/passkeys`: takes a new passkey. For our module only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passkeys")]
pub struct KeysPath;

/// `/redaktion/konto/passkeys/entfernung`: removes a passkey; which one, the form says.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passkeys/entfernung")]
pub struct KeyRemovalPath;

/// `/anmelden/passwort`: signs in by a password, where the settings allow it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/passwort")]
pub struct PasswordPath;

/// `/redaktion/konto/passwort`: sets one's password.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passwort")]
pub struct NewPasswordPath;

/// `/redaktion/konto/passwort/entfernung`: removes one's password.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passwort/entfernung")]
pub struct PasswordRemovalPath;

/// `/anmelden/dienst`: leads to the provider of identities, where there is one.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/dienst")]
pub struct ProviderPath;

/// `/anmelden/dienst/rueckkehr`: where the provider sends people back to.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/dienst/rueckkehr")]
pub struct ReturnPath;
