//! Messages that wait, for the start page of the desk and its menu.

use accounts::{Counter, Desk, DeskPage, Person};
use base::words;
use db::Conn;
use desk_kit::{Attention, Line};
use web::Error;

use crate::inbox::Reach;
use crate::rights::{ANSWER_MESSAGES, READ_MESSAGES};
use crate::store::cases::{self, Case, CaseFilter};
use crate::{InboxPath, MessagePath};

/// Messages that are shown; the inbox has all.
const SHOWN: i64 = 8;

/// The number beside the inbox in the menu.
pub(crate) const COUNTER: Counter = Counter {
    path: || InboxPath.to_string(),
    key: "inbox-waiting",
    count: |conn, person| Box::pin(count(conn, person)),
};

/// The number of messages that wait for somebody who answers messages.
async fn count(conn: &mut Conn<'_>, person: &Person) -> db::Result<i64> {
    if !ANSWER_MESSAGES.allows(person) {
        return Ok(0);
    }
    cases::count(conn, &CaseFilter::waiting_for(person.id.0), &Reach::of(person)).await
}

/// The messages that wait for a person, and those that have waited too long for anybody.
pub(crate) async fn attention(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    if !READ_MESSAGES.allows(&desk.person) {
        return Ok(Vec::new());
    }
    let today = desk.state().clock.today();
    let reach = Reach::of(&desk.person);
    let mut lists = Vec::new();
    if ANSWER_MESSAGES.allows(&desk.person) {
        let filter = CaseFilter::waiting_for(desk.person.id.0);
        let (total, first) = cases::first(conn, &filter, &reach, SHOWN).await?;
        let line = |case: Case| {
            let key = if case.due < today { "message-was-due" } else { "message-is-due" };
            line(page, case, key)
        };
        let lines = first.into_iter().map(line).collect();
        lists.push(Attention { code: "new-messages", waits: true, total, lines, all: page.href(InboxPath) });
    }
    let (total, first) = cases::first(conn, &CaseFilter::overdue(today), &reach, SHOWN).await?;
    let lines = first.into_iter().map(|case| line(page, case, "message-was-due")).collect();
    let all = page.href(format!("{InboxPath}?faellig=ja"));
    lists.push(Attention { code: "messages", waits: false, total, lines, all });
    Ok(lists)
}

fn line(page: &DeskPage, case: Case, key: &str) -> Line {
    Line {
        note: page.t_with(key, "day", words::date(case.due, page.interface())),
        href: page.href(MessagePath { number: case.number.clone() }),
        title: case.number,
    }
}
