//! Pictures and files at the desk: the list, the upload, and what is said of each.
//!
//! An upload belongs to the scope of who uploaded it. It is public as soon as it is complete and somebody has released
//! it who may publish there, and not before; who may publish releases what they upload themselves. Replacing keeps the
//! address; what is withdrawn or replaced can be brought back for thirty days. Each change stands in the audit log.

mod advice;
mod form;
mod held;
mod pages;
pub mod paths;
mod store;

pub(crate) use pages::router;
