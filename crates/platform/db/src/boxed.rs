//! Boxed futures, for trait objects and `fn` pointers.

use std::future::Future;
use std::pin::Pin;

/// A boxed future that a trait object or a `fn` pointer can return.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
