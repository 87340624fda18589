//! The vocabulary of bodies: roles, sectors and stages of education.

use web::Page;

base::coded! {
    /// A role of a body in the initiative, or in one entry.
    pub enum Role {
        /// Has the idea and answers for the whole.
        Carrier = "carrier",
        /// Pays for it.
        Funder = "funder",
        /// Works with the carriers.
        Partner = "partner",
        /// A ministry or the state government.
        State = "state",
        /// Is paid for a service.
        Service = "service",
        /// The town that invites.
        HostCity = "host_city",
        /// Takes part.
        Participant = "participant",
    }
}

impl Role {
    /// The name of the role.
    pub fn label(self, page: &Page) -> String {
        page.t(&format!("body-role-{self}"))
    }
}

base::coded! {
    /// The part of society that a body belongs to.
    pub enum Sector {
        /// Nurseries, schools, education initiatives.
        Education = "education",
        /// Universities and research.
        Science = "science",
        /// Towns, districts, authorities.
        Administration = "administration",
        /// Companies and their associations.
        Business = "business",
        /// Foundations, associations, parents.
        CivilSociety = "civil_society",
        /// Parliament and government.
        Politics = "politics",
    }
}

impl Sector {
    /// The name of the sector.
    pub fn label(self, page: &Page) -> String {
        page.t(&format!("body-sector-{self}"))
    }

    /// The class that colours it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Education => "sector-education",
            Self::Science => "sector-science",
            Self::Administration => "sector-administration",
            Self::Business => "sector-business",
            Self::CivilSociety => "sector-civil-society",
            Self::Politics => "sector-politics",
        }
    }
}

base::coded! {
    /// A station on the way through education.
    pub enum Stage {
        /// Before school.
        Kita = "kita",
        /// Primary school.
        Primary = "primary",
        /// Secondary school.
        Secondary = "secondary",
        /// Learning a trade.
        Vocational = "vocational",
        /// University.
        University = "university",
        /// Learning as an adult.
        FurtherEducation = "further_education",
    }
}

impl Stage {
    /// The name of the stage.
    pub fn label(self, page: &Page) -> String {
        page.t(&format!("body-stage-{self}"))
    }
}
