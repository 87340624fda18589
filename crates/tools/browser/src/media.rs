//! Emulated preferences of a person's device: dark colours, forced colours, reduced motion, print.

use serde_json::{Value, json};

/// A medium or preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// Light colours, the default.
    Light,
    /// Dark colours.
    Dark,
    /// Forced colours: the few that a person has chosen on their machine.
    ForcedColours,
    /// A preference for reduced motion.
    ReducedMotion,
    /// Print.
    Print,
}

impl Media {
    /// The two colour schemes in which every page is checked.
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
