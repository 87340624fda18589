//! Where the pages of this slice are. The router strips the language, so these paths have none.
//!
//! The contact form has the address of its page, [`bodies::ContactPath`].

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/barrierefreiheit`: the accessibility statement with the form to report a barrier.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/barrierefreiheit")]
pub struct BarrierPath;

/// `/nachricht/{receipt}`: what the sender of a message takes home.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/nachricht/{receipt}")]
pub struct ReceiptPath {
    /// The id of the message; nobody can guess it.
    pub receipt: Uuid,
}
