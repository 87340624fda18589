//! The rules of the house that the compiler cannot check.
//!
//! One file holds one rule: a function from the [`tree::Tree`] to [`finding::Finding`]s, a test
//! that this repository has none, and a proof that the rule catches what it forbids. The rules
//! read text as text; where they need more than that, they ask cargo.

mod css;
mod finding;
mod fluent;
mod glossary;
mod imports;
mod inline;
mod kinds;
mod length;
mod manifest;
mod markup;
mod migrations;
mod names;
mod papers;
mod paths;
mod slices;
mod sql;
mod texts;
mod traces;
mod tree;
mod unfinished;
