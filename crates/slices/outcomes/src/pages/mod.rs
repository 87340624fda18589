//! The list of a kind and the page of an entry; one pair serves all eight kinds.

pub(crate) mod list;
pub(crate) mod show;

use golden_thread::Kind;
use web::Ctx;

use crate::kinds::{AGREEMENT, HAND_OVER, IDEA, PAPER, PROJECT, RECOMMENDATION, REPLY};
use crate::outcome::PartyRole;

/// The title of the list of a kind.
fn title(ctx: &Ctx, kind: Kind) -> String {
    ctx.t(&format!("outcome-title-{kind}"))
}

/// The roles that are named even if nobody is on record for them.
fn expected(kind: Kind) -> &'static [PartyRole] {
    match kind {
        AGREEMENT => &[PartyRole::PromisedBy, PartyRole::PromisedTo],
        RECOMMENDATION | HAND_OVER => &[PartyRole::Addressee],
        PAPER => &[PartyRole::Author],
        REPLY => &[PartyRole::AnsweredBy],
        _ => &[],
    }
}

/// True if a body has committed itself to it, so that silence is worth showing.
fn is_commitment(kind: Kind) -> bool {
    matches!(kind, IDEA | AGREEMENT | PROJECT)
}
