//! What an initiative brings forth: guiding questions, project ideas, agreements, projects, papers,
//! and recommendations with their hand-over and reply.
//!
//! For visitors who want to know what was promised and what became of it. All eight kinds share one
//! table (state, due date, parties) and one pair of pages; what is special about a kind is said by
//! data ([`Outcome`], the knots of a way), not by pages of its own.
//!
//! Invariants:
//! * what is not on record (who promised, until when, the reply) is named as missing, never left out;
//! * a commitment that nobody has settled shows since when nothing more is on record;
//! * the public sees published entries and published parties only.
//!
//! Absence is `Option`, refusal is [`golden_thread::sheet::Problem`], breakage is `sqlx::Error` or `anyhow`.

mod involvement;
pub mod kinds;
mod outcome;
mod pages;
pub mod paths;
pub mod sheet;
mod store;
mod way;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

pub use involvement::involvements;
pub use outcome::{Outcome, Party, PartyRole, Status};

use pages::{list, show};

/// The texts of this slice.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of what only this slice shows.
pub const CSS: &str = include_str!("outcomes.css");

/// The public routes of this slice.
pub fn router() -> Router<AppState> {
    Router::new()
        .typed_get(list::show::<paths::QuestionsPath>)
        .typed_get(show::show::<paths::QuestionPath>)
        .typed_get(list::show::<paths::IdeasPath>)
        .typed_get(show::show::<paths::IdeaPath>)
        .typed_get(list::show::<paths::AgreementsPath>)
        .typed_get(show::show::<paths::AgreementPath>)
        .typed_get(list::show::<paths::ProjectsPath>)
        .typed_get(show::show::<paths::ProjectPath>)
        .typed_get(list::show::<paths::PapersPath>)
        .typed_get(show::show::<paths::PaperPath>)
        .typed_get(list::show::<paths::RecommendationsPath>)
        .typed_get(show::show::<paths::RecommendationPath>)
        .typed_get(list::show::<paths::HandOversPath>)
        .typed_get(show::show::<paths::HandOverPath>)
        .typed_get(list::show::<paths::RepliesPath>)
        .typed_get(show::show::<paths::ReplyPath>)
}
