//! Puts the rooms together: routes, menus, texts, style sheet; and the command line around them.
//!
//! The only room that knows all others: by one list, [`SLICES`].

mod acts;
pub mod backup;
pub mod cli;
mod commands;
pub mod compose;
pub mod jobs;
mod pages;
pub mod settings;
mod slices;

pub use slices::{SLICES, register};
