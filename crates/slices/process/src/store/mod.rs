//! Fields of action and the timeline in the database. Queries return published entries only, unless
//! a function says otherwise.

mod field;
#[cfg(test)]
mod tests;
mod timeline;

pub(crate) use field::{
    KindCount, count_by_kind, first_questions, goal_texts, insert_field, lead_of, leads, of_field, stored_fields,
};
pub(crate) use timeline::{count_items, items, items_of_phase};
