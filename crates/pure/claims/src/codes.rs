//! What can be said about a number, each with its written form.

use super::phrase;
use base::Locale;
use base::coded;

coded! {
    /// How exact an amount is.
    pub enum Qualifier {
        /// Counted.
        Exact = "exact",
        /// Roughly.
        About = "about",
        /// This many or more.
        AtLeast = "at_least",
        /// More than this.
        MoreThan = "more_than",
        /// Hundreds, without any amount.
        Hundreds = "hundreds",
    }
}

coded! {
    /// What is counted.
    pub enum Unit {
        /// People.
        People = "people",
        /// Events.
        Events = "events",
        /// Towns of any size.
        Towns = "towns",
        /// Partners of a project.
        Partners = "partners",
        /// Projects.
        Projects = "projects",
        /// Schools.
        Schools = "schools",
        /// Days.
        Days = "days",
        /// Inhabitants.
        Inhabitants = "inhabitants",
        /// Cities that belong to no district.
        Cities = "cities",
        /// Districts.
        Districts = "districts",
        /// Municipalities.
        Municipalities = "municipalities",
        /// Fields of action.
        Fields = "fields",
    }
}

coded! {
    /// What kind of number it is.
    pub enum ClaimKind {
        /// A plan.
        Planned = "planned",
        /// What was reckoned with shortly before.
        Expected = "expected",
        /// How many had signed up.
        Registered = "registered",
        /// How many came.
        Attended = "attended",
        /// Somebody's estimate.
        Estimated = "estimated",
        /// Somebody's report.
        Reported = "reported",
    }
}

impl ClaimKind {
    /// The kind as an adjective: "geplant", "planned".
    pub const fn in_words(self, locale: Locale) -> &'static str {
        phrase::kind(self, locale)
    }
}
