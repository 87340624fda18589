//! `[event]`: place, hours, parent, organisers and programme of an event.

use std::collections::HashMap;
use std::num::NonZeroU8;

use anyhow::{Context as _, ensure};
use base::{Locale, Localized};
use db::{BoxFuture, Conn};
use edtf::ClockTime;
use golden_thread::full_text::Phrase;
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableReference, Timing, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;

use super::check_web_address;
use crate::event::{Format, Role};
use crate::store;

/// The facts about an event beyond its card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventTable {
    /// Stored as the form of the card.
    pub format: Format,
    /// Name of the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Street, number and town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Local time at which each of its days begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<ClockTime>,
    /// Local time at which each of its days ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<ClockTime>,
    /// Web address where people sign up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_up: Option<String>,
    /// Web address where people take part online. It is public; what only participants may know does not belong here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<String>,
    /// Slug of the event of which it is a sub-event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Bodies and what they do for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisers: Vec<OrganiserMatter>,
    /// Its programme, in the order that editors gave it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programme: Vec<ProgrammeMatter>,
}

/// A body with a role in the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganiserMatter {
    /// Its slug.
    pub body: String,
    /// Its part in the event.
    pub role: Role,
}

/// A part of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeMatter {
    /// Number of the day within the event, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NonZeroU8>,
    /// Begin, if it is on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<ClockTime>,
    /// Title of the item.
    pub title: Localized,
    /// Slug of the sub-event that it announces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

impl Table for EventTable {
    fn form(&self) -> Option<String> {
        Some(self.format.to_string())
    }

    fn references(&self) -> Vec<TableReference> {
        let parent = self.parent.iter().map(|slug| TableReference::new("parent", Kind::EVENT, slug));
        let items = self.programme.iter().enumerate().filter_map(|(place, item)| {
            Some(TableReference::new(format!("programme.{place}.event"), Kind::EVENT, item.event.as_ref()?))
        });
        let bodies = self.organisers.iter().enumerate().map(|(place, organiser)| {
            TableReference::new(format!("organisers.{place}.body"), Kind::BODY, &organiser.body)
        });
        parent.chain(items).chain(bodies).collect()
    }

    /// The organisers. A host, a partner or a speaker has a part in the event, but does not run it;
    /// sub-events of the programme have organisers of their own.
    fn own(&self) -> Vec<String> {
        let organisers = self.organisers.iter().filter(|organiser| organiser.role == Role::Organiser);
        organisers.map(|organiser| Kind::BODY.reference(&organiser.body)).collect()
    }

    fn above(&self) -> Option<String> {
        self.parent.as_ref().map(|slug| Kind::EVENT.reference(slug))
    }

    fn lies_in<'a>(conn: &'a mut Conn<'_>, id: EntryId, other: EntryId) -> BoxFuture<'a, db::Result<bool>> {
        Box::pin(store::lies_in(conn, id, other))
    }

    fn phrases(&self, _: Kind, _: &Texts) -> Vec<Phrase> {
        let places = self.venue.iter().chain(&self.address).map(|place| Phrase::new(Locale::De, place));
        places.chain(self.programme.iter().flat_map(|item| Phrase::both(&item.title))).collect()
    }

    fn check(&self) -> Result<(), Flaw> {
        for (path, url) in [("sign_up", &self.sign_up), ("online", &self.online)] {
            check_web_address(path, url.as_deref())?;
        }
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            return Err(Flaw {
                path: "ends".to_owned(),
                value: ends.to_string(),
                reason: format!("the event ends at {ends}, before it starts at {starts}"),
                text: "event-input-ends-early",
            });
        }
        let starts =
            self.programme.iter().zip(0..).map(|(item, place)| (item.starts, format!("programme.{place}.starts")));
        let mut starts = std::iter::once((self.starts, "starts".to_owned())).chain(starts);
        if let Some((Some(late), path)) = starts.find(|(starts, _)| *starts == Some(ClockTime::END_OF_DAY)) {
            return Err(Flaw {
                path,
                value: late.to_string(),
                reason: format!("nothing starts at {late}, where the day ends"),
                text: "event-input-starts-late",
            });
        }
        if let Some((place, item)) = self.programme.iter().enumerate().find(|(_, item)| item.title.de.trim().is_empty())
        {
            return Err(Flaw {
                path: format!("programme.{place}.title"),
                value: item.title.de.clone(),
                reason: "a programme item needs a title".to_owned(),
                text: "event-input-item-untitled",
            });
        }
        Ok(())
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn clear<'a>(conn: &'a mut Conn<'_>, id: EntryId) -> Written<'a> {
        Box::pin(async move { Ok(store::clear_event(conn, id).await?) })
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let event = |slug: &String| references.id_in(Kind::EVENT.folder(), slug);
            let parent = self.parent.as_ref().map(event).transpose()?;
            ensure!(parent != Some(id), "the event `{}` cannot be its own parent", references.reference(id)?);
            store::insert_event(conn, &self.row(id, parent)).await?;
            for (organiser, position) in self.organisers.iter().zip(0..) {
                let body_id = references.id_in(Kind::BODY.folder(), &organiser.body)?;
                let role = organiser.role.to_string();
                store::insert_organiser(conn, &store::OrganiserRow { event_id: id, position, body_id, role }).await?;
            }
            for (item, position) in self.programme.iter().zip(0..) {
                let shows_id = item.event.as_ref().map(event).transpose()?;
                store::insert_programme_item(conn, &item.row(id, position, shows_id)).await?;
            }
            Ok(())
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let mut tables = HashMap::new();
            for row in store::all_events(conn).await? {
                tables.insert(row.entry_id, table(row, references)?);
            }
            for row in store::all_organisers(conn).await? {
                let table = tables.get_mut(&row.event_id).context("an organiser of no event")?;
                table.organisers.push(organiser(&row, references)?);
            }
            for row in store::all_programmes(conn).await? {
                let table = tables.get_mut(&row.event_id).context("a programme item of no event")?;
                table.programme.push(item(&row, references)?);
            }
            Ok(tables)
        })
    }
}

const INPUTS: &[Input] = &[
    Input::new(
        "format",
        "event-input-format",
        Asks::Choice(|word| format!("kind-event-{word}"), || Format::ALL.map(Format::code).to_vec()),
    )
    .required(),
    Input::new("venue", "event-input-venue", Asks::Line),
    Input::new("address", "event-input-address", Asks::Line),
    Input::new("starts", "event-input-starts", Asks::Time).hinted("event-input-starts-hint").timed(Timing::Starts),
    Input::new("ends", "event-input-ends", Asks::Time).timed(Timing::Ends),
    Input::new("sign_up", "event-input-sign-up", Asks::Address).hinted("event-input-sign-up-hint").of_occasion(),
    Input::new("online", "event-input-online", Asks::Address).hinted("event-input-online-hint").of_occasion(),
    Input::new("parent", "event-input-parent", Asks::Slug(Kind::EVENT)).hinted("event-input-parent-hint").of_occasion(),
    Input::new("organisers", "event-input-organisers", Asks::Rows(ORGANISER)),
    Input::new("programme", "event-input-programme", Asks::Rows(PROGRAMME)).hinted("event-input-programme-hint"),
];

const ORGANISER: &[Input] = &[
    Input::new("body", "event-input-body", Asks::Slug(Kind::BODY)).required(),
    Input::new(
        "role",
        "event-input-role",
        Asks::Choice(|word| format!("event-role-{word}"), || Role::ALL.map(Role::code).to_vec()),
    )
    .required(),
];

// Most events last one day, so the day comes behind what every item has.
const PROGRAMME: &[Input] = &[
    Input::new("starts", "event-input-item-starts", Asks::Time),
    Input::new("title", "event-input-item-title", Asks::Localized).required(),
    Input::new("day", "event-input-day", Asks::Ordinal),
    Input::new("event", "event-input-item-event", Asks::Slug(Kind::EVENT)).of_occasion(),
];

impl EventTable {
    fn row(&self, entry_id: EntryId, parent_id: Option<EntryId>) -> store::EventRow {
        store::EventRow {
            entry_id,
            form: None,
            venue: self.venue.clone(),
            address: self.address.clone(),
            starts: self.starts.map(String::from),
            ends: self.ends.map(String::from),
            sign_up: self.sign_up.clone(),
            online: self.online.clone(),
            parent_id,
        }
    }
}

impl ProgrammeMatter {
    fn row(&self, event_id: EntryId, position: i64, shows_id: Option<EntryId>) -> store::ProgrammeRow {
        store::ProgrammeRow {
            event_id,
            position,
            day: self.day.map(|day| i64::from(day.get())),
            starts: self.starts.map(String::from),
            title_de: self.title.de.clone(),
            title_en: self.title.en.clone(),
            shows_id,
        }
    }
}

fn table(row: store::EventRow, references: &References) -> anyhow::Result<EventTable> {
    let format = row.form.as_deref().and_then(Format::from_code);
    Ok(EventTable {
        format: format.with_context(|| format!("format {:?} of event {} is unknown", row.form, row.entry_id.0))?,
        venue: row.venue,
        address: row.address,
        starts: row.starts.as_deref().map(ClockTime::parse).transpose()?,
        ends: row.ends.as_deref().map(ClockTime::parse).transpose()?,
        sign_up: row.sign_up,
        online: row.online,
        parent: row.parent_id.map(|id| references.slug(id).map(ToOwned::to_owned)).transpose()?,
        organisers: Vec::new(),
        programme: Vec::new(),
    })
}

fn organiser(row: &store::OrganiserRow, references: &References) -> anyhow::Result<OrganiserMatter> {
    let role = Role::from_code(&row.role).with_context(|| format!("role {:?} at an event is unknown", row.role))?;
    Ok(OrganiserMatter { body: references.slug(row.body_id)?.to_owned(), role })
}

fn item(row: &store::ProgrammeRow, references: &References) -> anyhow::Result<ProgrammeMatter> {
    Ok(ProgrammeMatter {
        day: row.day.map(|day| u8::try_from(day).and_then(NonZeroU8::try_from)).transpose()?,
        starts: row.starts.as_deref().map(ClockTime::parse).transpose()?,
        title: row.title(),
        event: row.shows_id.map(|id| references.slug(id).map(ToOwned::to_owned)).transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<EventTable, String> {
        golden_thread::sheet::parse_toml("event.md", text, 1).map_err(|problem| problem.to_string())
    }

    #[test]
    fn table_is_read_with_all_it_refers_to() {
        let table = read(
            "format = \"forum\"\nparent = \"kongress\"\norganisers = [{ body = \"rvr\", role = \"host\" }]\n\
             programme = [{ day = 1, starts = \"10:00\", title = { de = \"Plenum\" }, event = \"plenum\" }]\n",
        )
        .unwrap();
        assert_eq!(table.form().as_deref(), Some("forum"));
        let named: Vec<(String, String)> = table.references().into_iter().map(|one| (one.path, one.to)).collect();
        let expected = [
            ("parent", "veranstaltungen/kongress"),
            ("programme.0.event", "veranstaltungen/plenum"),
            ("organisers.0.body", "mitwirkende/rvr"),
        ];
        assert_eq!(named, expected.map(|(path, to)| (path.to_owned(), to.to_owned())));
        assert_eq!(table.programme[0].day.map(NonZeroU8::get), Some(1));
        assert_eq!(table.check(), Ok(()));
    }

    #[test]
    fn what_makes_no_sense_is_refused_in_its_line() {
        let cases = [
            ("format = \"party\"\n", "event.md:1: unknown variant `party`"),
            ("format = \"forum\"\nstarts = \"9:30\"\n", "event.md:2: time \"9:30\": expected hours and minutes"),
            ("format = \"forum\"\nprogramme = [{ day = 0, title = { de = \"x\" } }]\n", "event.md:2: invalid value"),
            ("format = \"forum\"\nhost = \"x\"\n", "event.md:2: unknown field `host`"),
        ];
        for (text, beginning) in cases {
            let problem = read(text).unwrap_err();
            assert!(problem.starts_with(beginning), "{problem}");
        }
    }

    #[test]
    fn event_does_not_end_before_it_starts() {
        let table = |starts: &str, ends: &str| {
            read(&format!("format = \"fachtag\"\nstarts = \"{starts}\"\nends = \"{ends}\"\n")).unwrap()
        };
        assert_eq!(table("12:00", "16:30").check(), Ok(()));
        assert_eq!(table("12:00", "12:00").check(), Ok(()));
        let flaw = table("12:00", "09:30").check().unwrap_err();
        assert_eq!((flaw.path.as_str(), flaw.value.as_str()), ("ends", "09:30"));
        assert_eq!(flaw.reason, "the event ends at 09:30, before it starts at 12:00");
    }

    #[test]
    fn day_ends_at_24_and_nothing_starts_then() {
        let table = |text: &str| read(&format!("format = \"fachtag\"\n{text}")).unwrap();
        assert_eq!(table("starts = \"18:00\"\nends = \"24:00\"").check(), Ok(()));
        assert_eq!(table("starts = \"24:00\"").check().unwrap_err().path, "starts");
        let item = "programme = [{ starts = \"09:00\", title = { de = \"a\" } }, { starts = \"24:00\", title = { de = \"b\" } }]";
        assert_eq!(table(item).check().unwrap_err().path, "programme.1.starts");
    }

    #[test]
    fn programme_items_have_titles() {
        let table = read("format = \"forum\"\nprogramme = [{ title = { de = \" \" } }]\n").unwrap();
        let flaw = table.check().unwrap_err();
        assert_eq!((flaw.path.as_str(), flaw.reason.as_str()), ("programme.0.title", "a programme item needs a title"));
    }
}
