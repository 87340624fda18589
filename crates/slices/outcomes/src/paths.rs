//! Typed paths of this slice: for each kind a list and its entries.

use axum_extra::routing::TypedPath;
use base::Slug;
use golden_thread::Kind;
use serde::Deserialize;

/// The path of a list.
pub trait ListPath: TypedPath {
    /// What it lists.
    const KIND: Kind;
}

/// The path of one entry.
pub trait EntryPath: TypedPath {
    /// What it is.
    const KIND: Kind;

    /// Its name in addresses.
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
                const KIND: Kind = Kind::$kind;
            }

            #[doc = concat!("`", $entry_path, "`")]
            #[derive(Debug, Clone, TypedPath, Deserialize)]
            #[typed_path($entry_path)]
            pub struct $entry {
                slug: Slug,
            }

            impl EntryPath for $entry {
                const KIND: Kind = Kind::$kind;

                fn slug(&self) -> &Slug {
                    &self.slug
                }
            }
        )+

        /// Kind, path of its list and path of an entry, as the thread and as this slice have them.
        #[cfg(test)]
        fn all(slug: &Slug) -> Vec<(Kind, [String; 2], [String; 2])> {
            vec![$((
                Kind::$kind,
                [Kind::$kind.base_path(), Kind::$kind.path(slug)],
                [$list.to_string(), $entry { slug: slug.clone() }.to_string()],
            )),+]
        }
    };
}

paths! {
    Question: QuestionsPath = "/leitfragen", QuestionPath = "/leitfragen/{slug}";
    Idea: IdeasPath = "/projektideen", IdeaPath = "/projektideen/{slug}";
    Agreement: AgreementsPath = "/verabredungen", AgreementPath = "/verabredungen/{slug}";
    Project: ProjectsPath = "/projekte", ProjectPath = "/projekte/{slug}";
    Paper: PapersPath = "/papiere", PaperPath = "/papiere/{slug}";
    Recommendation: RecommendationsPath = "/empfehlungen", RecommendationPath = "/empfehlungen/{slug}";
    HandOver: HandOversPath = "/empfehlungen/uebergaben", HandOverPath = "/empfehlungen/uebergaben/{slug}";
    Reply: RepliesPath = "/empfehlungen/antworten", ReplyPath = "/empfehlungen/antworten/{slug}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_with_an_outcome_table_has_the_paths_that_the_thread_expects() {
        let paths = all(&Slug::parse("ein-eintrag").unwrap());
        let kinds: Vec<Kind> = paths.iter().map(|(kind, ..)| *kind).collect();
        let expected: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.table() == Some("outcome")).collect();
        assert_eq!(kinds, expected);
        for (kind, in_thread, here) in paths {
            assert_eq!(in_thread, here, "{kind}");
        }
    }
}
