//! Boxed futures.

use std::future::Future;
use std::pin::Pin;

/// A future that a trait object or a `fn` pointer can return.
///
/// Functions through which many others go return it too, instead of being `async`: what an `async fn` does is
/// compiled once more in every room that calls it, with all that it calls; behind a pointer it is compiled once.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
