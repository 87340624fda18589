//! The fields in the form of an entry: those of every card, and those of its slice's table.

use claims::{ClaimKind, Qualifier, Unit};
use desk_kit::form::{Part, Place};
use golden_thread::sheet::{Asks, Input, Timing, inputs_of};
use golden_thread::{AttachmentLanguage, Basis, Kind, Relation};

use super::claims::misfit;

const TITLE: Input = Input::new("title", "entry-title", Asks::Line).required();
const SUMMARY: Input = Input::new("summary", "entry-summary", Asks::Text).hinted("entry-summary-hint");
const BODY: Input = Input::new("body", "entry-body", Asks::Markdown).hinted("entry-body-hint");
const SLUG: Input = Input::new("slug", "entry-slug", Asks::Name).hinted("entry-slug-hint");
const PICTURE: Input = Input::new("picture", "entry-picture", Asks::Picture).hinted("entry-picture-hint");
const WHEN: Input = Input::new("when", "entry-when", Asks::When).hinted("entry-when-hint").timed(Timing::Date);
const CERTAINTY: Input = Input::new(
    "certainty",
    "entry-certainty",
    Asks::Choice(|word| format!("entry-certainty-{word}"), || edtf::Certainty::ALL.map(edtf::Certainty::code).to_vec()),
);
const TOWN: Input = Input::new("municipality", "entry-town", Asks::Town);
const NUMBER: Input = Input::new("number", "entry-number", Asks::Number).hinted("entry-number-hint");
const FIELD_NUMBER: Input = Input::new("number", "entry-number", Asks::Number).hinted("entry-field-number-hint");
const FIELDS: Input = Input::new("fields", "entry-fields", Asks::Slugs(Kind::FIELD));
const HIGHLIGHT: Input = Input::new("highlight", "entry-highlight", Asks::Flag).hinted("entry-highlight-hint");
const SIGNED: Input = Input::new("sign_language", "entry-signed", Asks::Video).hinted("entry-signed-hint");
const SOURCES: Input = Input::new("sources", "entry-sources", Asks::Sources).hinted("entry-sources-hint");
const CLAIMS: Input = Input::new("claims", "entry-claims", Asks::Rows(CLAIM)).hinted("entry-claims-hint").ruled(misfit);
const LINKS: Input = Input::new("links", "entry-links", Asks::Standing(LINK)).hinted("entry-links-hint");
const GAPS: Input = Input::new("gaps", "entry-gaps", Asks::Rows(GAP)).hinted("entry-gaps-hint");

const ATTACHMENTS: Input =
    Input::new("attachments", "entry-attachments", Asks::Rows(ATTACHMENT)).hinted("entry-attachments-hint");

const ATTACHMENT: &[Input] = &[
    Input::new("file", "attachment-file", Asks::File).required(),
    Input::new(
        "language",
        "attachment-language",
        Asks::Choice(
            |word| format!("attachment-language-{word}"),
            || AttachmentLanguage::ALL.map(AttachmentLanguage::code).to_vec(),
        ),
    ),
    Input::new("pages", "attachment-pages-input", Asks::Number),
];

const CLAIM: &[Input] = &[
    Input::new(
        "kind",
        "claim-kind",
        Asks::Choice(|word| format!("claim-kind-{word}"), || ClaimKind::ALL.map(ClaimKind::code).to_vec()),
    )
    .required(),
    Input::new(
        "qualifier",
        "claim-qualifier",
        Asks::Choice(|word| format!("claim-qualifier-{word}"), || Qualifier::ALL.map(Qualifier::code).to_vec()),
    )
    .required(),
    Input::new("value", "claim-value", Asks::Amount),
    Input::new("min", "claim-min", Asks::Amount),
    Input::new("max", "claim-max", Asks::Amount),
    Input::new(
        "unit",
        "claim-unit",
        Asks::Choice(|word| format!("claim-unit-{word}"), || Unit::ALL.map(Unit::code).to_vec()),
    )
    .required(),
    Input::new("when", "claim-when", Asks::When),
    Input::new("source", "claim-source", Asks::Source),
    Input::new("note", "claim-note", Asks::Localized),
];

const LINK: &[Input] = &[
    Input::new(
        "relation",
        "link-relation",
        Asks::Choice(|word| format!("link-relation-{word}"), || Relation::ALL.map(Relation::code).to_vec()),
    )
    .required(),
    Input::new("to", "link-to", Asks::Entry).required(),
    Input::new("when", "link-when", Asks::When),
    Input::new("source", "link-source", Asks::Source),
    Input::new(
        "basis",
        "link-basis",
        Asks::Choice(|word| format!("link-basis-{word}"), || Basis::ALL.map(Basis::code).to_vec()),
    ),
    Input::new("asserted_by", "link-asserted-by", Asks::Slug(Kind::BODY)),
    Input::new("note", "link-note", Asks::Localized),
];

const GAP: &[Input] = &[
    Input::new(
        "side",
        "gap-side",
        Asks::Choice(
            |word| format!("gap-side-{word}"),
            || golden_thread::entry::GapSide::ALL.map(golden_thread::entry::GapSide::code).to_vec(),
        ),
    )
    .required(),
    Input::new("text", "gap-text", Asks::Localized).required(),
];

const MATTER: &str = "matter.";
const TABLE: &str = "table.";

/// The form of a kind of entry. A new entry has no address to change.
pub(crate) fn parts(kind: Kind, is_new: bool) -> Vec<Part> {
    let matter = |input| Place { root: MATTER, input };
    let mut text = vec![matter(&TITLE), matter(&SUMMARY), Place { root: "", input: &BODY }, matter(&PICTURE)];
    if !is_new {
        text.push(Place { root: "", input: &SLUG });
    }
    let table: Vec<Place> = inputs_of(kind).iter().map(|input| Place { root: TABLE, input }).collect();
    let mut ties = vec![matter(&FIELDS)];
    if kind == Kind::FIELD {
        // Cards, lists and colours know a field by its number.
        ties = vec![matter(&FIELD_NUMBER)];
    } else if kind.def().is_numbered {
        ties.push(matter(&NUMBER));
    }
    ties.extend([matter(&HIGHLIGHT), matter(&SIGNED)]);
    // Everybody fills in the first two, and nothing that is required is out of sight.
    let part = |id, title, places: Vec<Place>| {
        let folds = !["text", "when"].contains(&id) && !places.iter().any(|place| place.input.required);
        Part { id, title, places, folds }
    };
    let mut parts = vec![
        part("text", "entry-part-text", text),
        part("when", "entry-part-when", vec![matter(&WHEN), matter(&CERTAINTY), matter(&TOWN)]),
        part("own", "entry-part-own", table),
        Part { folds: !kind.def().brings_files, ..part("files", "entry-part-files", vec![matter(&ATTACHMENTS)]) },
        part("thread", "entry-part-thread", vec![matter(&LINKS)]),
        part("claims", "entry-part-claims", vec![matter(&CLAIMS)]),
        part("gaps", "entry-part-gaps", vec![matter(&GAPS)]),
        part("ties", "entry-part-ties", ties),
        part("sources", "entry-part-sources", vec![matter(&SOURCES)]),
    ];
    parts.retain(|part| !part.places.is_empty());
    parts
}
