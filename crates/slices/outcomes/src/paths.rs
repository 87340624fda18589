//! Typed paths of this slice: for each kind a list and its entries.

use axum_extra::routing::TypedPath;
use base::Slug;
use golden_thread::Kind;
use serde::Deserialize;

use crate::kinds;

/// The path of a list.
pub trait ListPath: TypedPath {
    /// The kind of its entries.
    const KIND: Kind;
}

/// The path of one entry.
pub trait EntryPath: TypedPath {
    /// The kind of the entry.
    const KIND: Kind;

    /// The slug in the path.
    fn slug(&self) -> &Slug;
}

macro_rules! paths {
    ($($kind:ident: $list:ident = $list_path:literal, $entry:ident = $entry_path:literal;)+) => {
        $(
            #[doc = concat!("`", $list_path, "`")]
            #[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
            #[typed_path($list_path)]
            pub struct $list;

            impl ListPath for $list {
                const KIND: Kind = kinds::$kind;
            }

            #[doc = concat!("`", $entry_path, "`")]
            #[derive(Debug, Clone, TypedPath, Deserialize)]
            #[typed_path($entry_path)]
            pub struct $entry {
                slug: Slug,
            }

            impl $entry {
                /// The path of the entry with this slug.
                pub fn of(slug: Slug) -> Self {
                    Self { slug }
                }
            }

            impl EntryPath for $entry {
                const KIND: Kind = kinds::$kind;

                fn slug(&self) -> &Slug {
                    &self.slug
                }
            }
        )+

        /// Kind, path of its list and path of an entry, from the thread and from this slice.
        #[cfg(test)]
        fn all(slug: &Slug) -> Vec<(Kind, [String; 2], [String; 2])> {
            vec![$((
                kinds::$kind,
                [kinds::$kind.base_path().to_owned(), kinds::$kind.path(slug)],
                [$list.to_string(), $entry { slug: slug.clone() }.to_string()],
            )),+]
        }
    };
}

paths! {
    QUESTION: QuestionsPath = "/leitfragen", QuestionPath = "/leitfragen/{slug}";
    IDEA: IdeasPath = "/projektideen", IdeaPath = "/projektideen/{slug}";
    AGREEMENT: AgreementsPath = "/verabredungen", AgreementPath = "/verabredungen/{slug}";
    PROJECT: ProjectsPath = "/projekte", ProjectPath = "/projekte/{slug}";
    PAPER: PapersPath = "/papiere", PaperPath = "/papiere/{slug}";
    RECOMMENDATION: RecommendationsPath = "/empfehlungen", RecommendationPath = "/empfehlungen/{slug}";
    HAND_OVER: HandOversPath = "/empfehlungen/uebergaben", HandOverPath = "/empfehlungen/uebergaben/{slug}";
    REPLY: RepliesPath = "/empfehlungen/antworten", ReplyPath = "/empfehlungen/antworten/{slug}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_the_paths_that_the_thread_expects() {
        let paths = all(&Slug::parse("ein-eintrag").unwrap());
        let kinds: Vec<Kind> = paths.iter().map(|(kind, ..)| *kind).collect();
        let expected: Vec<Kind> = kinds::KINDS.to_vec();
        assert_eq!(kinds, expected);
        for (kind, in_thread, here) in paths {
            assert_eq!(in_thread, here, "{kind}");
        }
    }
}
