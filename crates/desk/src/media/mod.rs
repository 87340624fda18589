//! Pictures and files at the desk: the list, the upload, and what is said of each.
//!
//! An upload is public as soon as it is complete, and not before. Replacing keeps the address; what is
//! withdrawn can be brought back for thirty days.

mod advice;
mod form;
mod pages;
pub mod paths;
mod store;

pub(crate) use pages::router;
