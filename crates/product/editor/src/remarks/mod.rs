//! Remarks: what somebody should look at before the public sees an entry.
//!
//! They advise and never decide: one press publishes all the same. They are found in a document when somebody opens its form
//! or publishes it ([`find()`]), and every night in everything that the public sees, because the world around an entry
//! changes too: a date passes, another entry is withdrawn ([`Inspection`]).

mod find;
mod holes;
mod inspection;
mod page;
mod paths;
mod store;

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use web::Ctx;

pub(crate) use find::find;
pub(crate) use inspection::{Inspection, public_routes};
pub(crate) use page::{attention, router};
pub(crate) use paths::RemarksPath;

base::coded! {
    /// The kind of a remark, which is also the end of its text key (`remark-…`).
    pub(crate) enum RemarkKind {
        /// A picture is not known under this name.
        PictureUnknown = "picture-unknown",
        /// The public does not see a picture or file, because something about it is missing.
        MediumIncomplete = "medium-incomplete",
        /// A picture of another site, which pages do not load.
        PictureElsewhere = "picture-elsewhere",
        /// A picture has too few pixels for its place.
        PictureNarrow = "picture-narrow",
        /// A link leads nowhere.
        LinkDead = "link-dead",
        /// A link lacks `https://` or `mailto:`.
        LinkWithoutScheme = "link-without-scheme",
        /// Another entry that is named is not public.
        NotPublic = "not-public",
        /// A translation is older than its original.
        Stale = "stale",
        /// Nobody has checked a translation, so the public does not see it.
        Unchecked = "unchecked",
        /// A date has passed that is still said to be expected.
        Past = "past",
        /// A field of action has no number, by which its card, its place and its colour are known.
        Unnumbered = "unnumbered",
        /// The text has a place that is still to be filled in.
        Hole = "hole",
    }
}

/// A remark about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) kind: RemarkKind,
    /// The thing that it is about: an address, a title, a language.
    pub(crate) subject: String,
    /// More about it, in words of the page's language; may be empty.
    pub(crate) more: String,
    /// The field of the form where it can be mended; empty if there is none.
    pub(crate) field: Cow<'static, str>,
}

impl Remark {
    /// The remark as a sentence.
    pub(crate) fn in_words(&self, ctx: &Ctx) -> String {
        let args = [("subject", self.subject.as_str().into()), ("more", self.more.as_str().into())];
        ctx.t_args(&format!("remark-{}", self.kind), &args)
    }
}

/// Identifies a set of remarks, so that somebody overrules those that they have seen and no others.
pub(crate) fn fingerprint(remarks: &[Remark]) -> String {
    let mut hasher = DefaultHasher::new();
    for remark in remarks {
        (remark.kind.code(), &remark.subject).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
