//! The state of an entry's versions, as the desk lists it.

base::coded! {
    /// The state of an entry's versions, as the desk lists it.
    pub enum Standing {
        /// The public has never seen it.
        Draft = "draft",
        /// The public sees its newest version.
        Published = "published",
        /// The public sees an older version.
        Changed = "changed",
        /// A version waits for its instant.
        Scheduled = "scheduled",
        /// The public sees it no more.
        Withdrawn = "withdrawn",
    }
}
