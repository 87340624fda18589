//! `/handlungsfelder/{slug}`: a field of action with its leading body, its guiding questions and its
//! entries.

use askama::Template;
use bodies::BodyLink;
use db::Conn;
use golden_thread::entry::EntryPage;
use golden_thread::{Card, Kind};
use web::{Answer, ContactCard, Ctx, Error, Page};

use crate::store::{self, KindCount};
use crate::{FieldPath, FieldsPath};

/// Entries of a kind on the page; the list of the whole thread has the others.
const OF_EACH: i64 = 8;

#[derive(Template)]
#[template(path = "pages/field.html")]
struct FieldPage {
    page: Page,
    entry: EntryPage,
    lead: Option<BodyLink>,
    /// The contacts besides the one that every entry page names.
    more_contacts: Vec<ContactCard>,
    total: i64,
    questions: Vec<Card>,
    forums: Vec<Card>,
    groups: Vec<Group>,
}

/// Entries of one kind that belong to the field.
#[derive(Debug)]
struct Group {
    kind: Kind,
    /// Number of entries, shown here or not.
    count: i64,
    cards: Vec<Card>,
}

impl Group {
    /// Number and kind: `3 Veranstaltungen`.
    fn title(&self, page: &Page) -> String {
        page.t_count(&format!("kind-some-{}", self.kind), self.count)
    }

    /// True if there are more than the page shows.
    fn goes_on(&self) -> bool {
        i64::try_from(self.cards.len()).is_ok_and(|shown| shown < self.count)
    }

    /// Path of the list of all of them.
    fn path(&self, field: &Card) -> String {
        format!("/faden?feld={}&art={}", field.slug, self.kind)
    }
}

pub(crate) async fn show(path: FieldPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, Kind::FIELD, &path.slug).await?;
    let id = entry.card.id;
    let (entry, more_contacts) = with_contacts(conn, &ctx, entry).await?;
    let lead = match store::lead_of(conn, id).await? {
        Some(lead) => bodies::links_of(conn, &ctx, &[lead]).await?.remove(&lead),
        None => None,
    };
    let counts = store::count_by_kind(conn, id).await?;
    let cards = store::of_field(conn, ctx.locale(), id, OF_EACH).await?;
    let (forums, cards): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(is_forum);
    let (questions, cards): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(|card| card.kind.def().leads_field);
    let page = entry.page(ctx.clone(), Some((ctx.t("process-fields"), FieldsPath.to_string())));
    entry.answer(|entry| FieldPage {
        page,
        entry,
        lead,
        more_contacts,
        total: counts.iter().map(|one| one.count).sum(),
        groups: groups(cards, &counts, forums.len()),
        questions,
        forums,
    })
}

/// The first contact is the one that every entry page names; a field without contacts has the general one.
async fn with_contacts(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    entry: EntryPage,
) -> Result<(EntryPage, Vec<ContactCard>), Error> {
    let mut contacts = bodies::contacts_of_field(conn, ctx, entry.card.id).await?;
    if contacts.is_empty() {
        let general = bodies::contact_for(conn, ctx, &[]).await?;
        return Ok((entry.with_contact(general), Vec::new()));
    }
    let first = contacts.remove(0);
    Ok((entry.with_contact(Some(first)), contacts))
}

fn is_forum(card: &Card) -> bool {
    card.kind == Kind::EVENT && card.form.as_deref() == Some("forum")
}

/// Groups by kind, in the order in which kinds are listed everywhere. `forums` is the number of events that
/// the page shows elsewhere.
fn groups(cards: Vec<Card>, counts: &[KindCount], forums: usize) -> Vec<Group> {
    let forums = i64::try_from(forums).unwrap_or_default();
    let count_of = |kind| counts.iter().find(|one| one.kind == kind).map_or(0, |one| one.count);
    let mut groups: Vec<Group> = Kind::all()
        .iter()
        .copied()
        .map(|kind| {
            let elsewhere = if kind == Kind::EVENT { forums } else { 0 };
            Group { kind, count: count_of(kind) - elsewhere, cards: Vec::new() }
        })
        .collect();
    for card in cards {
        if let Some(group) = groups.iter_mut().find(|group| group.kind == card.kind) {
            group.cards.push(card);
        }
    }
    groups.retain(|group| !group.cards.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use golden_thread::testing::{self, ARTICLE, LEADING};

    use super::*;
    use crate::timeline::tests::card;

    #[test]
    fn groups_follow_the_order_of_kinds_and_leave_out_what_is_shown_elsewhere() {
        testing::register();
        let cards = vec![card(ARTICLE, "n", "2019"), card(Kind::EVENT, "a", "2018"), card(Kind::EVENT, "b", "2019")];
        let count = |kind, count| KindCount { kind, count };
        let counts = [count(ARTICLE, 30), count(Kind::EVENT, 3), count(LEADING, 3)];
        let groups = groups(cards, &counts, 1);
        let shown: Vec<_> =
            groups.iter().map(|group| (group.kind, group.count, group.cards.len(), group.goes_on())).collect();
        assert_eq!(shown, [(Kind::EVENT, 2, 2, false), (ARTICLE, 30, 1, true)]);
    }
}
