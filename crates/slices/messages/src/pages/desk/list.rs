//! `/redaktion/nachrichten`: the messages of visitors, those due first on top.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::extract::Query;
use base::clock::day_of;
use base::words;
use bodies::Addressee;
use jiff::civil::Date;
use serde::Deserialize;
use web::{Answer, Ctx, PAGE_SIZE, PageNumber, Pager, html};

use super::{addressees, topic};
use crate::InboxPath;
use crate::inbox::Reach;
use crate::message::{MessageKind, MessageState};
use crate::paths::MessagePath;
use crate::rights::READ_MESSAGES;
use crate::store::cases::{self, Case, CaseFilter};

#[derive(Template)]
#[template(path = "pages/desk/list.html")]
struct InboxPage {
    page: DeskPage,
    lines: Vec<Line>,
    choices: Choices,
    total: i64,
    pager: Pager,
}

/// A message in a row of the list.
struct Line {
    case: Case,
    topic: String,
    received: Date,
    /// The day until which it is to be answered, in words.
    due: String,
    is_overdue: bool,
}

/// The options of the filters: form value, label, and true for the chosen one.
struct Choices {
    kinds: Vec<(&'static str, String, bool)>,
    states: Vec<(&'static str, String, bool)>,
    fields: Vec<(String, String, bool)>,
    overdue: bool,
    mine: bool,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct InboxQuery {
    art: Option<String>,
    stand: Option<String>,
    feld: Option<String>,
    faellig: Option<String>,
    meine: Option<String>,
    #[serde(default)]
    seite: PageNumber,
}

/// Value of the filter for messages in any state.
const EVERY: &str = "alle";
const YES: &str = "ja";
const OPEN: [MessageState; 2] = [MessageState::New, MessageState::Assigned];

pub(super) async fn show(_: InboxPath, desk: Desk, Query(query): Query<InboxQuery>) -> Answer {
    desk.require(READ_MESSAGES.allows(&desk.person))?;
    let addressees = addressees(&desk, desk.locale()).await?;
    let today = desk.state().clock.today();
    let (filter, reach) = (query.filter(&desk, &addressees, today), Reach::of(&desk.person));
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let found = cases::list(conn, &filter, &reach, (PAGE_SIZE, query.seite.offset(PAGE_SIZE))).await?;
    let total = cases::count(conn, &filter, &reach).await?;
    let lines = found.into_iter().map(|case| line(&desk, case, &addressees, today)).collect();
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, &query.filters());
    let choices = query.choices(&desk, &addressees, &reach);
    let page = DeskPage::new(&desk, desk.t("inbox-title"));
    html(&InboxPage { page, lines, choices, total, pager })
}

fn line(ctx: &Ctx, case: Case, addressees: &[Addressee], today: Date) -> Line {
    let is_overdue = case.due < today && OPEN.contains(&case.state);
    let (topic, due) = (topic(ctx, &case, addressees), words::date(case.due, ctx.interface()));
    Line { topic, received: day_of(case.received_at), due, is_overdue, case }
}

impl InboxQuery {
    fn kind(&self) -> Option<MessageKind> {
        self.art.as_deref().and_then(MessageKind::from_code)
    }

    /// The state that the query string names; empty for any state; by default those in which something is left
    /// to do.
    fn states(&self) -> Vec<MessageState> {
        match self.stand.as_deref() {
            Some(EVERY) => Vec::new(),
            Some(code) => MessageState::from_code(code).map_or_else(|| OPEN.to_vec(), |state| vec![state]),
            None => OPEN.to_vec(),
        }
    }

    fn is_overdue(&self) -> bool {
        self.faellig.as_deref() == Some(YES)
    }

    fn is_mine(&self) -> bool {
        self.meine.as_deref() == Some(YES)
    }

    fn filter(&self, desk: &Desk, addressees: &[Addressee], today: Date) -> CaseFilter {
        let fields = addressees.iter().filter_map(|addressee| addressee.field.as_ref());
        let chosen = self.feld.as_deref();
        CaseFilter {
            kind: self.kind(),
            states: self.states(),
            field: fields.into_iter().find(|field| Some(field.slug.as_str()) == chosen).map(|field| field.id),
            due_before: self.is_overdue().then_some(today),
            assignee: self.is_mine().then_some(desk.person.id.0),
            waiting_for: None,
        }
    }

    /// The filters as a query string; unknown values are dropped.
    fn filters(&self) -> String {
        let kind = self.kind().map(|kind| format!("art={kind}"));
        let state = self.stand.as_deref().filter(|code| *code == EVERY || MessageState::from_code(code).is_some());
        let field = self.feld.as_deref().and_then(|slug| base::Slug::parse(slug).ok());
        [
            kind,
            state.map(|state| format!("stand={state}")),
            field.map(|field| format!("feld={field}")),
            self.is_overdue().then(|| "faellig=ja".to_owned()),
            self.is_mine().then(|| "meine=ja".to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("&")
    }

    fn choices(&self, ctx: &Ctx, addressees: &[Addressee], reach: &Reach) -> Choices {
        let kind = |kind: MessageKind| (kind.code(), ctx.t(&format!("inbox-kind-{kind}")), self.kind() == Some(kind));
        let state = |state: MessageState| {
            let is_chosen = self.stand.as_deref() == Some(state.code());
            (state.code(), ctx.t(&format!("inbox-state-{state}")), is_chosen)
        };
        let every = (EVERY, ctx.t("inbox-state-every"), self.stand.as_deref() == Some(EVERY));
        let fields = addressees.iter().filter_map(|addressee| addressee.field.as_ref());
        let fields = fields.filter(|field| reach.holds(Some(field.id))).map(|field| {
            let is_chosen = self.feld.as_deref() == Some(field.slug.as_str());
            (field.slug.to_string(), field.numbered_title(), is_chosen)
        });
        Choices {
            kinds: MessageKind::ALL.map(kind).to_vec(),
            states: MessageState::ALL.map(state).into_iter().chain([every]).collect(),
            fields: fields.collect(),
            overdue: self.is_overdue(),
            mine: self.is_mine(),
        }
    }
}
