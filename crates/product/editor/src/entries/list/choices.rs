//! The controls of the filters.

use accounts::{Desk, Sight};
use db::Conn;
use golden_thread::Kind;
use web::Ctx;
use web::form::Choice;

use super::store;
use super::wanted::{Column, Language, Order, Wanted};
use crate::entries::standing::Standing;

/// A drop-down list of the filters.
#[derive(Debug)]
pub(super) struct Select {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) label: String,
    /// The word for no filter; empty if there must be one.
    pub(super) none: String,
    pub(super) choices: Vec<Choice>,
    pub(super) chosen: String,
}

/// All controls besides the words.
#[derive(Debug)]
pub(super) struct Choices {
    /// Those that are always in sight.
    pub(super) first: Vec<Select>,
    /// Those that unfold.
    pub(super) more: Vec<Select>,
    pub(super) unpictured: bool,
    /// Code, label, and true if the column is shown.
    pub(super) columns: Vec<(&'static str, String, bool)>,
    /// True if one of those that unfold is set.
    pub(super) is_open: bool,
}

fn choice(value: &str, label: String) -> Choice {
    Choice { value: value.to_owned(), label }
}

impl Select {
    fn new(ctx: &Ctx, (id, name): (&'static str, &'static str), key: &str, choices: Vec<Choice>) -> Self {
        let (label, none) = (ctx.t(key), ctx.t("entry-filter-all"));
        Self { id, name, label, none, choices, chosen: String::new() }
    }

    fn chosen(mut self, code: Option<impl ToString>) -> Self {
        self.chosen = code.map(|code| code.to_string()).unwrap_or_default();
        self
    }
}

impl Choices {
    /// The controls, with what is wanted.
    pub(super) async fn load(conn: &mut Conn<'_>, desk: &Desk, wanted: &Wanted) -> db::Result<Self> {
        let sight = Sight::of(&desk.person);
        let fields = belonged_to(conn, sight, Kind::FIELD).await?;
        let bodies = belonged_to(conn, sight, Kind::BODY).await?;
        let people = people(conn, desk, sight).await?;
        let kinds = Kind::all().iter().map(|kind| choice(kind.code(), desk.t(&format!("kind-{kind}")))).collect();
        let standings = Standing::ALL.map(|one| choice(one.code(), desk.t(&format!("standing-{one}")))).into();
        let languages = Language::ALL.map(|one| choice(one.code(), desk.t(&format!("entry-language-{one}")))).into();
        let orders = Order::ALL.map(|one| choice(one.code(), desk.t(&format!("entry-order-{one}")))).into();
        let select = |place, key, choices| Select::new(desk, place, key, choices);
        let first = vec![
            select(("filter-kind", "art"), "entry-filter-kind", kinds).chosen(wanted.kind),
            select(("filter-standing", "stand"), "entry-filter-standing", standings).chosen(wanted.standing),
        ];
        let more = vec![
            select(("filter-field", "feld"), "entry-filter-field", fields).chosen(wanted.field.as_ref()),
            select(("filter-body", "organisation"), "entry-filter-body", bodies).chosen(wanted.body.as_ref()),
            select(("filter-person", "person"), "entry-filter-person", people).chosen(wanted.person_code()),
            select(("filter-language", "sprache"), "entry-filter-language", languages).chosen(wanted.language),
            Select {
                none: String::new(),
                ..select(("filter-order", "folge"), "entry-filter-order", orders).chosen(Some(wanted.order))
            },
        ];
        let columns = Column::ALL
            .map(|column| (column.code(), desk.t(&format!("entry-column-{column}")), wanted.columns.contains(&column)));
        let all = Wanted::all(desk.person.id.0);
        let plain = Wanted { text: wanted.text.clone(), kind: wanted.kind, standing: wanted.standing, ..all };
        Ok(Self { first, more, unpictured: wanted.unpictured, columns: columns.into(), is_open: *wanted != plain })
    }
}

async fn belonged_to(conn: &mut Conn<'_>, sight: Sight, kind: Kind) -> db::Result<Vec<Choice>> {
    let found = store::belonged_to(conn, sight, kind).await?;
    Ok(found.into_iter().map(|(slug, title)| choice(&slug, title)).collect())
}

/// Oneself, and for who sees everything all others who have written.
async fn people(conn: &mut Conn<'_>, desk: &Desk, sight: Sight) -> db::Result<Vec<Choice>> {
    let mut people = vec![choice("ich", desk.t("entry-filter-me"))];
    if sight == Sight::ALL {
        let others = store::authors(conn).await?.into_iter().filter(|(id, _)| *id != desk.person.id.0);
        people.extend(others.map(|(id, name)| choice(&id.to_string(), name)));
    }
    Ok(people)
}
