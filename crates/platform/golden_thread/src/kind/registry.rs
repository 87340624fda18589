//! The kinds of this program, registered once at the start.
//!
//! They are read in every row of a list, deep in stores that have no state of the application at hand, so they
//! stand in one static list. It only ever grows, and to register the same kinds again changes nothing: several
//! applications in one process (tests) share it.

use base::Registry;

use super::{Kind, own};

static KINDS: Registry<Kind> = Registry::new(own::KINDS);

/// Two kinds that could not be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the kinds `{0}` and `{1}` have the same code, folder, path or place in the row")]
pub struct Taken(pub Kind, pub Kind);

impl Kind {
    /// Makes kinds known to the whole program, in addition to those known already.
    ///
    /// # Errors
    /// If one has the code, folder, path or order of another. None is registered then.
    pub fn register(kinds: &[Self]) -> Result<(), Taken> {
        KINDS.grow(|known| {
            let mut all = known.to_vec();
            for kind in kinds.iter().filter(|kind| !known.contains(kind)) {
                if let Some(other) = all.iter().find(|other| kind.is_like(**other)) {
                    return Err(Taken(*kind, *other));
                }
                all.push(*kind);
            }
            all.sort();
            Ok(all)
        })
    }

    fn is_like(self, other: Self) -> bool {
        let (one, two) = (self.def(), other.def());
        one.code == two.code || one.folder == two.folder || one.base_path == two.base_path || one.order == two.order
    }

    /// All kinds, in the order in which filters and lists name them.
    pub fn all() -> &'static [Self] {
        KINDS.all()
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().iter().copied().find(|kind| kind.code() == code)
    }

    /// The kind whose files are in this folder.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::all().iter().copied().find(|kind| kind.folder() == folder)
    }

    /// The kinds with a property, as SQL has a list: `('event', 'paper')`. Without any it matches nothing.
    pub fn sql_list(has: impl Fn(Self) -> bool) -> String {
        let codes: Vec<String> =
            Self::all().iter().filter(|kind| has(**kind)).map(|kind| format!("'{kind}'")).collect();
        if codes.is_empty() { "('')".to_owned() } else { format!("({})", codes.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KindDef;
    use crate::testing::{self, ARTICLE, NOTE};

    /// In the folder of another kind.
    const TOME: Kind = Kind::of(&KindDef {
        code: "test_tome",
        order: 9_002,
        folder: NOTE.folder(),
        base_path: "/test-tome",
        ..KindDef::PLAIN
    });

    #[test]
    fn a_registered_kind_is_found_by_code_and_folder_and_registering_it_again_changes_nothing() {
        testing::register();
        let known = Kind::all().len();
        testing::register();
        assert_eq!(Kind::all().len(), known);
        assert_eq!(Kind::from_code("test_note"), Some(NOTE));
        assert_eq!(Kind::from_folder("test-seiten"), Some(NOTE));
        assert_eq!(Kind::all().last(), Some(&NOTE));
        assert_eq!(Kind::sql_list(|kind| kind == ARTICLE || kind == Kind::FIELD), "('field', 'test_article')");
        assert_eq!(Kind::sql_list(|_| false), "('')");
    }

    #[test]
    fn a_kind_that_would_be_taken_for_another_is_refused() {
        testing::register();
        assert_eq!(Kind::register(&[TOME]), Err(Taken(TOME, NOTE)));
        assert_eq!(Kind::from_code("test_tome"), None);
    }
}
