//! Outcomes of an initiative: guiding questions, project ideas, agreements, projects, papers,
//! and recommendations with their hand-over and reply.
//!
//! For visitors who want to know what was promised and how it went on. All eight kinds share one table
//! (state, due date, parties) and one pair of pages; differences between kinds are data ([`Outcome`], the
//! knots of a way), not pages of their own.
//!
//! Invariants:
//! * facts that are not on record (the promising body, the due date, the reply) are named as missing, never
//!   left out;
//! * a commitment that nobody has settled shows the date of the last thing on record;
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
use desk_kit::{Frontend, Slice};
use golden_thread::host;
use web::AppState;
use web::{Locales, MenuItem, MenuPart};

use involvement::involvements;
pub use outcome::{Outcome, Party, PartyRole, Status};
use paths::{AgreementsPath, PapersPath, ProjectsPath, QuestionsPath, RecommendationsPath};

use pages::{list, show};

/// The registrations of this slice.
pub const SLICE: Slice = Slice {
    name: "outcomes",
    frontend: Frontend {
        css: include_str!("outcomes.css"),
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    kinds: kinds::KINDS,
    tables: sheet::TABLES,
    public: router,
    menu: &[
        MenuItem::of(MenuPart::More, 10, || QuestionsPath.to_string(), "menu-questions"),
        MenuItem::of(MenuPart::More, 20, || AgreementsPath.to_string(), "menu-agreements"),
        MenuItem::of(MenuPart::More, 30, || ProjectsPath.to_string(), "menu-projects"),
        MenuItem::of(MenuPart::More, 40, || RecommendationsPath.to_string(), "menu-recommendations"),
        MenuItem::of(MenuPart::More, 50, || PapersPath.to_string(), "menu-papers"),
    ],
    involvements: Some(|conn, ctx, body| Box::pin(involvements(conn, ctx, body))),
    hosts: &[
        host!(kinds::QUESTION, paths::QuestionPath::of, show::show),
        host!(kinds::IDEA, paths::IdeaPath::of, show::show),
        host!(kinds::AGREEMENT, paths::AgreementPath::of, show::show),
        host!(kinds::PROJECT, paths::ProjectPath::of, show::show),
        host!(kinds::PAPER, paths::PaperPath::of, show::show),
        host!(kinds::RECOMMENDATION, paths::RecommendationPath::of, show::show),
        host!(kinds::HAND_OVER, paths::HandOverPath::of, show::show),
        host!(kinds::REPLY, paths::ReplyPath::of, show::show),
    ],
    ..Slice::EMPTY
};

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
