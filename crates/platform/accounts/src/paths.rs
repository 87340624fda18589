//! The addresses of this room. The router strips the language, so these paths have none.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

use crate::person::PersonId;

/// `/redaktion`: the start of the desk. Its page belongs to the room `editor`.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion")]
pub struct DeskPath;

/// `/anmelden`: the sign-in page.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden")]
pub struct SignInPath;

/// `/redaktion/konto`: one's own sessions and ways to sign in.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto")]
pub struct AccountPath;

/// `/redaktion/konto/abmeldungen`: ends sessions; the form names them.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/abmeldungen")]
pub struct SignOutPath;

/// `/redaktion/konto/angaben`: one's own name and address.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/angaben")]
pub struct OwnDetailsPath;

/// `/redaktion/konto/adresse/{secret}`: confirms a new address of one's own.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/adresse/{secret}")]
pub struct NewAddressPath {
    /// The secret of the link that went to the new address.
    pub secret: String,
}

/// `/anmelden/unterwegs`: confirms that a link is on its way.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/unterwegs")]
pub struct SentPath;

/// `/anmelden/link/{secret}`: the page that a sign-in link opens.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/anmelden/link/{secret}")]
pub struct LinkPath {
    /// The secret of the link.
    pub secret: String,
}

/// `/redaktion/personen`: everybody at the desk.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen")]
pub struct PeoplePath;

/// `/redaktion/personen/einladung`: invites a person.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/einladung")]
pub struct InvitationPath;

/// `/redaktion/personen/{person}`: one person.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}")]
pub struct PersonPath {
    /// The person's id.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/rollen`: gives a role.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/rollen")]
pub struct RolesPath {
    /// The person who gets the role.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/entzug`: revokes a role; the form names it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/entzug")]
pub struct RemovalPath {
    /// The person who loses the role.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/angaben`: corrects somebody's name and address.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/angaben")]
pub struct PersonDetailsPath {
    /// The person to correct.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/loeschung`: asks before a person is deleted, and deletes them.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/loeschung")]
pub struct DeletionPath {
    /// The person to delete.
    pub person: PersonId,
}

/// `/redaktion/personen/vorschlaege`: scopes of roles by a part of their names. For our script only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/vorschlaege")]
pub struct ScopesPath;

/// `/redaktion/personen/{person}/sperre`: disables a person.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/sperre")]
pub struct LockPath {
    /// The person to disable.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/freigabe`: enables a person again.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/freigabe")]
pub struct UnlockPath {
    /// The person to enable.
    pub person: PersonId,
}

/// `/redaktion/personen/{person}/anmeldelink`: sends a person a new link.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/{person}/anmeldelink")]
pub struct NewLinkPath {
    /// The person who gets the link.
    pub person: PersonId,
}

/// `/redaktion/personen/rechte`: which role gives which right. The page stands above this room, where all slices are
/// known.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/personen/rechte")]
pub struct RightsPath;

/// `/redaktion/protokoll`: the audit log.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/protokoll")]
pub struct AuditPath;

/// `/anmelden/passkey/frage`: a challenge for any passkey. For our script only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/passkey/frage")]
pub struct WhoPath;

/// `/anmelden/passkey`: takes the answer of a passkey. For our script only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/passkey")]
pub struct PasskeyPath;

/// `/redaktion/konto/passkeys/frage`: a challenge for a new passkey. For our script only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passkeys/frage")]
pub struct NewKeyPath;

/// `/redaktion/konto/passkeys`: takes a new passkey. For our script only; answers JSON.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passkeys")]
pub struct KeysPath;

/// `/redaktion/konto/passkeys/entfernung`: removes a passkey; the form names it.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/konto/passkeys/entfernung")]
pub struct KeyRemovalPath;

/// `/anmelden/passwort`: signs in with a password, if the settings allow it.
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

/// `/anmelden/dienst`: redirects to the identity provider, if there is one.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/dienst")]
pub struct ProviderPath;

/// `/anmelden/dienst/rueckkehr`: the address to which the provider redirects back.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/anmelden/dienst/rueckkehr")]
pub struct ReturnPath;
