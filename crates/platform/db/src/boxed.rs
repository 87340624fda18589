//! Boxed futures, for trait objects, `fn` pointers and shorter builds.

use std::future::Future;
use std::pin::Pin;

/// A boxed future that a trait object or a `fn` pointer can return.
///
/// Functions that many others call return it too, instead of being `async`: an `async fn` is compiled once
/// more in every crate that calls it, with everything that it calls; a boxed future is compiled once.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
