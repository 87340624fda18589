//! What a person's device asks of a page: dark colours, forced colours, rest, paper.

use serde_json::{Value, json};

/// How a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// Light colours, the usual way.
    Light,
    /// Dark colours.
    Dark,
    /// The few colours that a person has chosen on their machine.
    ForcedColours,
    /// As little movement as possible.
    ReducedMotion,
    /// On paper.
    Print,
}

impl Media {
    /// The two schemes in which every page is read.
    pub const SCHEMES: [Self; 2] = [Self::Light, Self::Dark];

    /// The parameters of the command `Emulation.setEmulatedMedia`.
    pub(crate) fn parameters(self) -> Value {
        let feature =
            |name: &str, on: bool, yes: &str, no: &str| json!({"name": name, "value": if on { yes } else { no }});
        json!({
            "media": if self == Self::Print { "print" } else { "" },
            "features": [
                feature("prefers-color-scheme", self == Self::Dark, "dark", "light"),
                feature("forced-colors", self == Self::ForcedColours, "active", "none"),
                feature("prefers-reduced-motion", self == Self::ReducedMotion, "reduce", "no-preference"),
            ],
        })
    }
}
