//! The vocabulary of events: formats, roles of bodies, and the words for their hours.

use edtf::ClockTime;
use web::Ctx;

base::coded! {
    /// The format of an event; the form of its card.
    pub enum Format {
        /// The first meeting.
        KickOff = "kick_off",
        /// A group works on something.
        Workshop = "workshop",
        /// Hundreds of people, several days.
        Congress = "congress",
        /// A field's working group at a congress.
        Forum = "forum",
        /// A day for people of one profession or question.
        Fachtag = "fachtag",
        /// Decision makers discuss before an audience.
        Summit = "summit",
        /// Stands to walk along.
        Fair = "fair",
        /// Talks and discussion.
        Conference = "conference",
        /// Many events in one period.
        Festival = "festival",
        /// A few people talk.
        Meeting = "meeting",
        /// Something begins in public.
        Launch = "launch",
        /// One person speaks.
        Talk = "talk",
        /// Everybody takes part over the network.
        Online = "online",
        /// None of these.
        Other = "other",
    }
}

base::coded! {
    /// The role of a body in an event, in the order in which pages name them.
    pub enum Role {
        /// Invites and runs it.
        Organiser = "organiser",
        /// Organises it along with others.
        Partner = "partner",
        /// Gives the town or the house.
        Host = "host",
        /// Gives money.
        Funder = "funder",
        /// Leads through it.
        Moderation = "moderation",
        /// Takes part for the state.
        State = "state",
        /// Gives a talk.
        Speaker = "speaker",
    }
}

impl Role {
    /// The name of the role.
    pub fn label(self, ctx: &Ctx) -> String {
        ctx.t(&format!("event-role-{self}"))
    }
}

base::coded! {
    /// The format of a document; the form of its card.
    pub enum DocumentFormat {
        /// A report on the whole event.
        Report = "report",
        /// A record of talks and decisions.
        Minutes = "minutes",
        /// The slides of a talk.
        Slides = "slides",
        /// A page elsewhere on the web.
        Web = "web",
    }
}

/// The hours of a day in words, as far as they are on record: `12:00–16:30 Uhr`, `ab 10:00 Uhr`.
pub fn hours(ctx: &Ctx, starts: Option<ClockTime>, ends: Option<ClockTime>) -> Option<String> {
    let words = |time: ClockTime| time.to_string().into();
    match (starts, ends) {
        (Some(starts), Some(ends)) => {
            Some(ctx.t_args("event-hours", &[("starts", words(starts)), ("ends", words(ends))]))
        }
        (Some(starts), None) => Some(ctx.t_args("event-hours-from", &[("starts", words(starts))])),
        (None, Some(ends)) => Some(ctx.t_args("event-hours-until", &[("ends", words(ends))])),
        (None, None) => None,
    }
}
