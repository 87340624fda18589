//! The list of a kind and the page of an entry; one pair serves all eight kinds.

pub(crate) mod list;
pub(crate) mod show;

use golden_thread::Kind;
use web::Ctx;

use crate::outcome::PartyRole;

/// What a list of this kind is called.
fn title(ctx: &Ctx, kind: Kind) -> String {
    ctx.t(&format!("outcome-title-{kind}"))
}

/// The parts that are named even if nobody is on record for them.
fn expected(kind: Kind) -> &'static [PartyRole] {
    match kind {
        Kind::Agreement => &[PartyRole::PromisedBy, PartyRole::PromisedTo],
        Kind::Recommendation | Kind::HandOver => &[PartyRole::Addressee],
        Kind::Paper => &[PartyRole::Author],
        Kind::Reply => &[PartyRole::AnsweredBy],
        _ => &[],
    }
}

/// Whether somebody is bound to do something about it, so that silence is worth showing.
fn is_commitment(kind: Kind) -> bool {
    matches!(kind, Kind::Idea | Kind::Agreement | Kind::Project)
}
