//! A static list that only grows, for what the parts of a program declare and the whole program reads.

use std::sync::{PoisonError, RwLock};

/// A static list of declarations. It only ever grows, and to add the same again changes nothing, so several
/// applications in one process (tests) share it.
#[derive(Debug)]
pub struct Registry<T: 'static>(RwLock<&'static [T]>);

impl<T> Registry<T> {
    /// A registry that begins with these.
    #[must_use]
    pub const fn new(first: &'static [T]) -> Self {
        Self(RwLock::new(first))
    }

    /// All declarations so far.
    pub fn all(&self) -> &'static [T] {
        *self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts the longer list that `grow` makes of the present one in its place; a list that is not longer changes
    /// nothing. Nobody else registers meanwhile.
    ///
    /// # Errors
    /// Those of `grow`; then nothing is changed.
    pub fn grow<E>(&self, grow: impl FnOnce(&'static [T]) -> Result<Vec<T>, E>) -> Result<(), E> {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let all = grow(*known)?;
        if all.len() > known.len() {
            // The former list is leaked: a few hundred bytes, once for each set of declarations.
            *known = Box::leak(all.into_boxed_slice());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_grows_by_what_is_new_and_stays_as_it_is_after_a_refusal() {
        let registry = Registry::new(&[1]);
        let add = |new: i32| {
            registry.grow(|known| match known.contains(&new) {
                true if new == 1 => Err("one is taken"),
                true => Ok(known.to_vec()),
                false => Ok([known, &[new]].concat()),
            })
        };
        assert_eq!((add(2), add(2), add(3), add(1)), (Ok(()), Ok(()), Ok(()), Err("one is taken")));
        assert_eq!(registry.all(), [1, 2, 3]);
    }
}
