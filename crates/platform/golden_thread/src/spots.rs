//! Spots: named places on the page of one slice at which other slices add sections.
//!
//! The page asks [`at`] for the sections of a spot and prints them; they come from the slices that have a
//! [`SpotDef`] for it. Neither knows the other. A form in a section is sent to its own slice; if it has
//! faults it comes back on the same page ([`show_again`]), which its slice names as a [`Host`].

use std::sync::{PoisonError, RwLock};

use askama::Template;
use base::Slug;
use db::{BoxFuture, Conn};
use web::{Answer, Ctx, Error, Section, Sections};

use crate::{Card, Kind};

/// All registered sections and pages, of all slices; static for the reason
/// that `kind::registry` gives.
static KNOWN: RwLock<Known> = RwLock::new(Known { defs: Vec::new(), hosts: Vec::new() });

struct Known {
    defs: Vec<SpotDef>,
    hosts: Vec<Host>,
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// On the page of an entry of this kind, below its facts.
    BelowFacts(Kind),
    /// On the page of an entry of this kind, beside its text.
    Beside(Kind),
    /// On the page of an entry of this kind, at its end.
    AtEnd(Kind),
    /// On a page that is no entry's; its path, without language prefix.
    Page(&'static str),
}

impl Spot {
    /// Whether two spots are on the same page, as far as its slice is concerned.
    fn is_on_the_page_of(self, other: Self) -> bool {
        let kind = |spot| match spot {
            Self::BelowFacts(kind) | Self::Beside(kind) | Self::AtEnd(kind) => Some(kind),
            Self::Page(_) => None,
        };
        self == other || (kind(self).is_some() && kind(self) == kind(other))
    }
}

/// Makes a section for a page; for the page of an entry with its card. None where there is nothing to say.
pub type SectionFn =
    for<'a, 'c> fn(&'a mut Conn<'c>, &'a Ctx, Option<&'a Card>) -> BoxFuture<'a, Result<Option<Section>, Error>>;

/// A section that a slice adds at a spot.
#[derive(Debug, Clone, Copy)]
pub struct SpotDef {
    /// The place of the section.
    pub spot: Spot,
    /// Unique in the whole program: `message-contact`.
    pub name: &'static str,
    /// Renders the section.
    pub section: SectionFn,
}

/// Answers with the page of a spot; the slug is given on the page of an entry.
pub type HostFn = fn(Ctx, Option<Slug>) -> BoxFuture<'static, Answer>;

/// The page on which spots are, as its slice prints it. For pages of entries, [`host!`](crate::host) makes one.
#[derive(Debug, Clone, Copy)]
pub struct Host {
    /// Any of the places on it.
    pub spot: Spot,
    /// Renders the page.
    pub page: HostFn,
}

/// Makes sections and pages known to the whole program. Registering one again changes nothing.
pub fn register(defs: &[SpotDef], hosts: &[Host]) {
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    for def in defs {
        if known.defs.iter().all(|other| other.name != def.name) {
            known.defs.push(*def);
        }
    }
    for host in hosts {
        if known.hosts.iter().all(|other| other.spot != host.spot) {
            known.hosts.push(*host);
        }
    }
}

fn defs_at(spot: Spot) -> Vec<SpotDef> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    known.defs.iter().filter(|def| def.spot == spot).copied().collect()
}

fn host_of(spot: Spot) -> Option<Host> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    known.hosts.iter().find(|host| host.spot.is_on_the_page_of(spot)).copied()
}

/// The pages of entries of a kind, as [`Host`]: the kind, its typed path made of a slug, the handler.
#[macro_export]
macro_rules! host {
    ($kind:expr, $path:expr, $show:expr) => {
        $crate::spots::Host {
            spot: $crate::spots::Spot::AtEnd($kind),
            page: |ctx, slug| {
                Box::pin(async move {
                    match slug {
                        Some(slug) => $show($path(slug), ctx).await,
                        None => Err(::web::Error::NotFound),
                    }
                })
            },
        }
    };
}

/// The sections of all slices at a spot, in the order of the slices.
///
/// # Errors
/// If a slice cannot make its section.
pub async fn at(conn: &mut Conn<'_>, ctx: &Ctx, spot: Spot, card: Option<&Card>) -> Result<Sections, Error> {
    let mut sections = Vec::new();
    for def in defs_at(spot) {
        match ctx.given(def.name) {
            Some(given) => sections.push(given.clone()),
            None => sections.extend((def.section)(conn, ctx, card).await?),
        }
    }
    Ok(Sections::of(sections))
}

/// Answers with the page of a spot once more, with one section replaced: a form with the submitted values
/// and its faults. `slug` is that of the entry whose page it is.
///
/// # Errors
/// [`Error::NotFound`] if no slice prints such a page; else those of the page.
pub async fn show_again(ctx: &Ctx, def: &SpotDef, slug: Option<Slug>, section: Section) -> Answer {
    let Some(host) = host_of(def.spot) else {
        tracing::error!(spot = def.name, "no slice prints the page of this spot");
        return Err(Error::NotFound);
    };
    (host.page)(ctx.giving(def.name, section), slug).await
}

/// The sections of other slices on the page of an entry, which the page of every kind has.
#[derive(Debug, Clone, Default)]
pub struct EntrySections {
    /// Below the facts.
    pub below_facts: Sections,
    /// Beside the text.
    pub beside: Sections,
    /// At the end.
    pub at_end: Sections,
}

impl EntrySections {
    pub(crate) async fn load(conn: &mut Conn<'_>, ctx: &Ctx, card: &Card) -> Result<Self, Error> {
        Ok(Self {
            below_facts: at(conn, ctx, Spot::BelowFacts(card.kind), Some(card)).await?,
            beside: at(conn, ctx, Spot::Beside(card.kind), Some(card)).await?,
            at_end: at(conn, ctx, Spot::AtEnd(card.kind), Some(card)).await?,
        })
    }

    /// All of them, from the top of the page.
    pub fn all(&self) -> Vec<&Section> {
        self.below_facts.iter().chain(self.beside.iter()).chain(self.at_end.iter()).collect()
    }

    /// Renders the page with these sections.
    ///
    /// # Errors
    /// If a template breaks.
    pub fn answer(&self, page: &impl Template) -> Answer {
        Sections::of(self.all().into_iter().cloned().collect()).answer(page)
    }
}
