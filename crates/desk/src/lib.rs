//! Where editors work: everything that the public sees, from the first draft to its history.
//!
//! For one to three people in a coordination office without technical training, and for organisers
//! and facilitators who see to their own events.
//!
//! Invariants:
//! * every save is a fixed version with author and time; none is changed or deleted;
//! * who saves after somebody else sees both texts, and loses none;
//! * what the public sees changes in one transaction, together with search and page cache;
//! * nothing needs JavaScript.

/// The texts of this room.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };
