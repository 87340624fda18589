//! The bodies that did something for an event: its organisers and the bodies that have a role in it, each
//! named once.

use golden_thread::{Card, EntryId};
use web::Page;

use crate::event::Role;
use crate::store::Organiser;

/// The part of bodies in an event, in the order in which its page names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contribution {
    /// Invited and ran it.
    Organised,
    /// Gave money.
    Funded,
    /// Worked with those who organised it.
    Cooperated,
    /// Gave the town or the house.
    Hosted,
    /// Led through it.
    Moderated,
    /// Was paid for a service.
    Served,
    /// Took part for the state.
    Governed,
    /// Gave a talk.
    Spoke,
    /// Took part.
    Participated,
}

impl Contribution {
    const ALL: [Self; 9] = [
        Self::Organised,
        Self::Funded,
        Self::Cooperated,
        Self::Hosted,
        Self::Moderated,
        Self::Served,
        Self::Governed,
        Self::Spoke,
        Self::Participated,
    ];

    /// The heading above the bodies.
    pub(crate) fn label(self, page: &Page) -> String {
        page.t(match self {
            Self::Organised => "event-who-organised",
            Self::Funded => "event-who-funded",
            Self::Cooperated => "event-who-cooperated",
            Self::Hosted => "event-who-hosted",
            Self::Moderated => "event-who-moderated",
            Self::Served => "event-who-served",
            Self::Governed => "event-who-governed",
            Self::Spoke => "event-who-spoke",
            Self::Participated => "event-who-participated",
        })
    }
}

impl From<Role> for Contribution {
    fn from(role: Role) -> Self {
        match role {
            Role::Organiser => Self::Organised,
            Role::Partner => Self::Cooperated,
            Role::Host => Self::Hosted,
            Role::Funder => Self::Funded,
            Role::Moderation => Self::Moderated,
            Role::State => Self::Governed,
            Role::Speaker => Self::Spoke,
        }
    }
}

impl From<bodies::Role> for Contribution {
    fn from(role: bodies::Role) -> Self {
        match role {
            bodies::Role::Carrier => Self::Organised,
            bodies::Role::Funder => Self::Funded,
            bodies::Role::Partner => Self::Cooperated,
            bodies::Role::HostCity => Self::Hosted,
            bodies::Role::State => Self::Governed,
            bodies::Role::Service => Self::Served,
            bodies::Role::Participant => Self::Participated,
        }
    }
}

/// The bodies with the same contribution.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) contribution: Contribution,
    pub(crate) bodies: Vec<Card>,
}

/// Groups bodies by contribution. The event's own file takes precedence: a body that it names is not named
/// again for the role that the body's file gives it.
pub(crate) fn groups(organisers: Vec<Organiser>, roles: Vec<(Card, bodies::Role)>) -> Vec<Group> {
    let named: Vec<EntryId> = organisers.iter().map(|organiser| organiser.body.id).collect();
    let own = organisers.into_iter().map(|organiser| (Contribution::from(organiser.role), organiser.body));
    let others = roles.into_iter().filter(|(body, _)| !named.contains(&body.id));
    let all: Vec<(Contribution, Card)> =
        own.chain(others.map(|(body, role)| (Contribution::from(role), body))).collect();
    Contribution::ALL
        .into_iter()
        .map(|contribution| Group {
            contribution,
            bodies: all.iter().filter(|(did, _)| *did == contribution).map(|(_, body)| body.clone()).collect(),
        })
        .filter(|group| !group.bodies.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use base::{Locale, Slug};
    use golden_thread::Kind;

    use super::*;

    fn body(ids: &base::Ids, slug: &str) -> Card {
        Card {
            id: EntryId(ids.next()),
            kind: Kind::BODY,
            form: None,
            slug: Slug::parse(slug).unwrap(),
            number: None,
            when: None,
            field: None,
            municipality: None,
            title: slug.to_owned(),
            summary: String::new(),
            locale: Locale::De,
            updated: jiff::civil::date(2026, 11, 23),
        }
    }

    #[test]
    fn every_body_is_named_once_in_the_order_of_contributions() {
        let clock = base::Clock::fixed(jiff::Timestamp::UNIX_EPOCH);
        let ids = base::Ids::new(clock);
        let (carrier, town, fund, office) =
            (body(&ids, "carrier"), body(&ids, "town"), body(&ids, "fund"), body(&ids, "office"));
        let organisers = vec![
            Organiser { body: town.clone(), role: Role::Host },
            Organiser { body: carrier.clone(), role: Role::Organiser },
        ];
        let roles = vec![(fund, bodies::Role::Funder), (town, bodies::Role::HostCity), (office, bodies::Role::Service)];
        let named: Vec<(Contribution, String)> = groups(organisers, roles)
            .into_iter()
            .map(|group| {
                (group.contribution, group.bodies.iter().map(|body| body.title.as_str()).collect::<Vec<_>>().join(" "))
            })
            .collect();
        let expected = [
            (Contribution::Organised, "carrier"),
            (Contribution::Funded, "fund"),
            (Contribution::Hosted, "town"),
            (Contribution::Served, "office"),
        ];
        assert_eq!(named, expected.map(|(contribution, names)| (contribution, names.to_owned())));
    }
}
