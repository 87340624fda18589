//! The tables of this room.

mod grants;
mod identities;
mod passkeys;
mod passwords;
mod people;
mod persons;
mod scopes;
mod sessions;
mod sight;

pub(crate) use grants::{grants_of, insert_grant, other_administrators, remove_grant};
pub(crate) use identities::{find_identity, insert_identity};
pub(crate) use passkeys::{
    Passkey, credential_ids, find_passkey, insert_challenge, insert_passkey, passkeys_of, purge_challenges,
    remove_passkey, take_challenge, use_passkey,
};
pub(crate) use passwords::{has_password, set_password};
pub(crate) use people::{count_people, list_people, profile, still_here};
pub(crate) use persons::{
    NewPerson, delete, find_account, insert, is_anybody, mark_signed_in, name_of_enabled, rename, set_disabled,
    set_email, touch_desk, touch_person,
};
pub(crate) use scopes::{fields, find_scope, scopes_named};
pub(crate) use sessions::{
    Opened, end_all, end_by_secret, end_others, end_session, find_by_secret, insert_session, mark_used, purge_sessions,
    sessions_of,
};
pub(crate) use sight::{own_media, publishable_by, writable, writable_by};
