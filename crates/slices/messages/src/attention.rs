//! Messages that wait too long, for the start page of the desk.

use accounts::{Desk, DeskPage};
use base::words;
use db::Conn;
use desk_kit::{Attention, Line};
use web::Error;

use crate::inbox::Reach;
use crate::rights::READ_MESSAGES;
use crate::store::cases;
use crate::{InboxPath, MessagePath};

/// Messages that are shown; the inbox has all.
const SHOWN: i64 = 8;

pub(crate) async fn overdue(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    if !READ_MESSAGES.allows(&desk.person) {
        return Ok(Vec::new());
    }
    let today = desk.state().clock.today();
    let (total, first) = cases::overdue(conn, &Reach::of(&desk.person), today, SHOWN).await?;
    let line = |overdue: cases::Overdue| Line {
        title: overdue.number.clone(),
        href: page.href(MessagePath { number: overdue.number }),
        note: desk.t_with("message-was-due", "day", words::date(overdue.due, desk.interface())),
    };
    let all = format!("{InboxPath}?faellig=ja");
    let lines = first.into_iter().map(line).collect();
    Ok(vec![Attention { code: "messages", total, lines, all: page.href(all) }])
}
