//! Loads all that the shared template `entry.html` prints; slices add their own facts to it.

use askama::Template;
use base::{Locale, Slug};
use db::Conn;
use edtf::When;
use jiff::civil::Date;
use web::pattern::{self, Pattern};
use web::{Answer, ContactCard, Ctx, Error, Page};

use super::{ClaimLine, Gap, GapSide, Source, Step, Variants};
use crate::order::along_the_thread;
use crate::pages::gone;
use crate::spots::EntrySections;
use crate::{Attachment, Card, EntryId, Kind, Relation, Side, Text, store};

/// Direct steps shown on the page of an entry; more are read on the page of the whole way.
const STEPS: i64 = 24;
/// Entries of the whole way that unfold on the page itself.
const WAY: i64 = 40;

/// An entry with the content of its whole page.
#[derive(Debug, Clone)]
pub struct EntryPage {
    /// Its card.
    pub card: Card,
    /// Its full text, with the pictures in it.
    pub text: Text,
    /// The picture above it, as HTML.
    pub picture: Option<String>,
    /// The public files that belong to it.
    pub attachments: Vec<Attachment>,
    /// The fields of action to which it belongs.
    pub fields: Vec<Card>,
    /// The phase of the process in which it lies.
    pub phase: Option<Card>,
    /// Evidence for its facts.
    pub sources: Vec<Source>,
    /// Numbers stated about it, contradicting ones side by side.
    pub claims: Vec<ClaimLine>,
    /// The side before it.
    pub origins: Branch,
    /// The side after it.
    pub outcomes: Branch,
    /// Gaps about the entry itself, in words.
    pub gaps: Vec<String>,
    /// The one before it in its series.
    pub previous: Option<Card>,
    /// The one after it.
    pub next: Option<Card>,
    /// The person to ask; slices that know contacts fill it in.
    pub contact: Option<ContactCard>,
    /// Leichte Sprache and German Sign Language.
    pub variants: Variants,
    /// The sections of other slices.
    pub sections: EntrySections,
}

/// One side of the thread, seen from an entry.
#[derive(Debug, Clone)]
pub struct Branch {
    /// Origins or outcomes.
    pub side: Side,
    /// The entries one step away.
    pub steps: Vec<Step>,
    /// The entries near it over any number of steps, as it happened; empty if the steps are all.
    pub way: Vec<Card>,
    /// True if there is more than `steps` or `way` hold.
    pub goes_on: bool,
    /// Gaps on this side, in words.
    pub gaps: Vec<String>,
    /// Path of the page that shows the whole way.
    pub path: String,
}

impl Branch {
    /// True on the side of the outcomes.
    pub fn is_after(&self) -> bool {
        self.side == Side::Outcome
    }

    /// True if there is nothing to show.
    pub fn is_silent(&self) -> bool {
        self.steps.is_empty() && self.gaps.is_empty()
    }
}

impl EntryPage {
    /// The published entry at an address, or [`Error::NotFound`].
    pub async fn load(conn: &mut Conn<'_>, ctx: &Ctx, kind: Kind, slug: &Slug) -> Result<Self, Error> {
        let locale = ctx.locale();
        let Some(card) = store::find(conn, locale, kind, slug).await? else {
            return Err(gone::answer_for_missing(conn, ctx, (kind, slug), |today| kind.path(today)).await?);
        };
        let variants = store::variants(conn, card.id).await?;
        if locale == Locale::Easy && !variants.easy {
            return Err(Error::NotFound);
        }
        let gaps = store::gaps_of(conn, &[card.id]).await?.remove(&card.id).unwrap_or_default();
        let today = ctx.state().clock.today();
        let origins = Branch::load(conn, ctx, &card, Side::Origin, &gaps, today).await?;
        let outcomes = Branch::load(conn, ctx, &card, Side::Outcome, &gaps, today).await?;
        let (previous, next) = store::neighbours(conn, locale, &card).await?;
        let text = store::text(conn, locale, card.id).await?;
        let lead = store::picture(conn, card.id).await?;
        let illustrated = media::illustrate(conn, ctx, (&text.body, text.locale), lead.as_deref()).await?;
        Ok(Self {
            text: Text { body: illustrated.text, ..text },
            picture: illustrated.lead,
            attachments: store::attachments_of(conn, card.id).await?,
            fields: store::fields_of(conn, locale, card.id).await?,
            phase: store::phase_of(conn, locale, card.id).await?,
            sources: store::sources_of(conn, card.id).await?,
            claims: store::claims_of(conn, &[card.id]).await?.remove(&card.id).unwrap_or_default(),
            gaps: record_gaps(ctx, &card, &gaps, &outcomes, today),
            origins,
            outcomes,
            previous,
            next,
            contact: None,
            variants,
            sections: EntrySections::load(conn, ctx, &card).await?,
            card,
        })
    }

    /// The frame for this entry's page. `list` is the title and path of the list it belongs to.
    pub fn page(&self, ctx: Ctx, list: Option<(String, String)>) -> Page {
        let page = Page::new(ctx, self.card.title.clone())
            .described(self.card.summary.clone())
            .updated(self.card.updated)
            .refused(self.sections.all().iter().any(|section| section.is_refused()));
        match list {
            Some((title, path)) => page.below(title, path),
            None => page,
        }
    }

    /// Answers with the page of this entry, and what the sections on it ask for.
    ///
    /// # Errors
    /// If a template breaks.
    pub fn answer<T: Template>(self, page: impl FnOnce(Self) -> T) -> Answer {
        let sections = self.sections.clone();
        sections.answer(&page(self))
    }

    /// Sets the person to ask.
    #[must_use]
    pub fn with_contact(mut self, contact: Option<ContactCard>) -> Self {
        self.contact = contact;
        self
    }

    /// True if the same thing was counted with different results.
    pub fn claims_differ(&self) -> bool {
        self.claims.iter().enumerate().any(|(place, one)| {
            self.claims[..place].iter().any(|other| {
                let same_thing = one.claim.unit() == other.claim.unit() && one.claim.note == other.claim.note;
                same_thing
                    && (one.claim.amount(), one.claim.qualifier()) != (other.claim.amount(), other.claim.qualifier())
            })
        })
    }

    /// The generated pattern of its field, seeded with its slug, if it belongs to exactly one field or is one.
    pub fn cover(&self) -> Option<String> {
        let field = match self.fields.as_slice() {
            [field] => field,
            [] if self.card.kind == Kind::FIELD => &self.card,
            _ => return None,
        };
        let pattern = Pattern::from_code(field.form.as_deref()?)?;
        Some(pattern::cover(pattern, self.card.slug.as_str()))
    }
}

impl Branch {
    async fn load(
        conn: &mut Conn<'_>,
        ctx: &Ctx,
        card: &Card,
        side: Side,
        gaps: &[Gap],
        today: Date,
    ) -> Result<Self, Error> {
        let locale = ctx.locale();
        let mut steps =
            store::steps_of(conn, locale, &[card.id], side, STEPS + 1).await?.remove(&card.id).unwrap_or_default();
        let more_steps = steps.len() > limit(STEPS);
        steps.truncate(limit(STEPS));
        let mut way = store::nearest(conn, locale, card.id, side, WAY + 1).await?;
        let more_way = way.len() > limit(WAY);
        way.truncate(limit(WAY));
        if way.len() <= steps.len() {
            way.clear();
        }
        let ids: Vec<EntryId> = way.iter().map(|card| card.id).collect();
        let way = along_the_thread(way, &store::strands_among(conn, &ids).await?);
        let mut words: Vec<String> = gaps
            .iter()
            .filter(|gap| {
                matches!((gap.side, side), (GapSide::Origin, Side::Origin) | (GapSide::Outcome, Side::Outcome))
            })
            .map(|gap| gap.text.get(locale).0.to_owned())
            .collect();
        // A report about something is no outcome of it.
        let is_open = steps.iter().all(|step| side == Side::Outcome && step.relation.only_tells());
        if is_open && words.is_empty() {
            words.extend(missing(ctx, card, side, today));
        }
        let path = format!("/faden/{}/{}", if side == Side::Origin { "woher" } else { "wohin" }, card.reference());
        Ok(Self { side, steps, way, goes_on: more_steps || more_way, gaps: words, path })
    }
}

fn limit(number: i64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The sentence for an empty side, if an entry of this kind should have one there.
fn missing(ctx: &Ctx, card: &Card, side: Side, today: Date) -> Option<String> {
    if !card.kind.def().is_in_thread {
        return None;
    }
    let is_ahead = card.when.and_then(When::earliest).is_some_and(|day| day > today);
    if side == Side::Origin {
        return Some(ctx.t(if is_ahead { "gap-no-origin-yet" } else { "gap-no-origin" }));
    }
    match card.when.and_then(When::latest) {
        Some(day) if day >= today => Some(ctx.t("gap-not-yet")),
        // A vague date has no exact last day from which to count.
        Some(day) if card.when.is_some_and(|when| !when.is_vague()) => {
            Some(ctx.t_with("gap-no-outcome-since", "day", base::words::date(day, ctx.interface())))
        }
        _ => Some(ctx.t("gap-no-outcome")),
    }
}

/// Gaps about the entry itself: those that editors wrote down, else the one that can be seen.
fn record_gaps(ctx: &Ctx, card: &Card, gaps: &[Gap], outcomes: &Branch, today: Date) -> Vec<String> {
    let written: Vec<String> = gaps
        .iter()
        .filter(|gap| gap.side == GapSide::Record)
        .map(|gap| gap.text.get(ctx.locale()).0.to_owned())
        .collect();
    let is_over = card.when.and_then(When::latest).is_some_and(|day| day < today);
    let is_documented = outcomes.steps.iter().any(|step| step.relation == Relation::DocumentedIn);
    if written.is_empty() && card.kind == Kind::EVENT && is_over && !is_documented {
        return vec![ctx.t("gap-no-documentation")];
    }
    written
}
