//! The closed lists of a claim: qualifiers, units and kinds, each value with its written form.

use super::phrase;
use base::Locale;
use base::coded;

coded! {
    /// The precision of an amount.
    pub enum Qualifier {
        /// A number that was counted.
        Exact = "exact",
        /// Roughly this number.
        About = "about",
        /// This number or more.
        AtLeast = "at_least",
        /// More than this number.
        MoreThan = "more_than",
        /// Hundreds: the source gives no figure.
        Hundreds = "hundreds",
    }
}

coded! {
    /// The things that a claim counts.
    pub enum Unit {
        /// People ("Personen").
        People = "people",
        /// Events ("Veranstaltungen").
        Events = "events",
        /// Towns of any size.
        Towns = "towns",
        /// Partners of a project.
        Partners = "partners",
        /// Projects ("Projekte").
        Projects = "projects",
        /// Schools ("Schulen").
        Schools = "schools",
        /// Days, the only unit that may have a fraction.
        Days = "days",
        /// Inhabitants ("Einwohnerinnen und Einwohner").
        Inhabitants = "inhabitants",
        /// Cities that belong to no district.
        Cities = "cities",
        /// Districts ("Kreise").
        Districts = "districts",
        /// Municipalities ("Kommunen").
        Municipalities = "municipalities",
        /// Fields of action ("Handlungsfelder").
        Fields = "fields",
        /// Day-care centres ("Kitas").
        Kitas = "kitas",
        /// Universities of any kind ("Hochschulen").
        Universities = "universities",
        /// Companies ("Unternehmen").
        Companies = "companies",
        /// Children ("Kinder").
        Children = "children",
        /// Pupils ("Schülerinnen und Schüler").
        Pupils = "pupils",
        /// Teachers ("Lehrkräfte").
        Teachers = "teachers",
        /// Those who signed up ("Anmeldungen").
        Registrations = "registrations",
        /// Project ideas ("Projektideen").
        Ideas = "ideas",
        /// Agreements ("Verabredungen").
        Agreements = "agreements",
        /// Money ("Euro"), in whole euros.
        Euros = "euros",
    }
}

coded! {
    /// The origin of a number.
    pub enum ClaimKind {
        /// A number that was planned.
        Planned = "planned",
        /// A number expected shortly before the event.
        Expected = "expected",
        /// The count of those who signed up.
        Registered = "registered",
        /// The count of those who came.
        Attended = "attended",
        /// The count of anything else: schools that take part, ideas on a wall.
        Counted = "counted",
        /// An estimate instead of a count.
        Estimated = "estimated",
        /// A number taken from somebody's report.
        Reported = "reported",
    }
}

impl ClaimKind {
    /// The kind as an adjective: "geplant", "planned".
    pub const fn in_words(self, locale: Locale) -> &'static str {
        phrase::kind(self, locale)
    }
}
