//! The colours of the settings, named by the fields of action that they belong to.

use accounts::Desk;
use desk_kit::form::{Cell, Item, ShownPart};
use golden_thread::Kind;
use golden_thread::store::{self, CardFilter, Order};
use web::Error;

use super::shapes::in_scheme;

/// The most fields of action that have a colour of their own.
const MOST: i64 = 6;

/// Adds the titles of the fields of action to the labels of their colours.
///
/// # Errors
/// If the database fails.
pub(super) async fn name_fields(desk: &Desk, shown: &mut [ShownPart]) -> Result<(), Error> {
    let mut reader = desk.db().read().await?;
    let fields = CardFilter::of(Kind::FIELD);
    let fields = store::list(&mut reader.conn(), desk.interface(), fields, Order::Numbered, MOST, 0).await?;
    for item in shown.iter_mut().flat_map(|part| &mut part.items) {
        let Item::One(Cell::Plain(control)) = item else { continue };
        let Some((number, scheme)) = control.name.strip_prefix("colours.field_").and_then(|name| name.split_once('.'))
        else {
            continue;
        };
        let field = fields.iter().find(|field| field.number.is_some_and(|own| own.to_string() == number));
        let Some(field) = field else { continue };
        let label = desk
            .t_args("setting-colour-field-named", &[("number", number.into()), ("title", field.title.as_str().into())]);
        control.label = in_scheme(desk, scheme == "light", label);
    }
    Ok(())
}
