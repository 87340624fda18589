//! The number beside the start page in the menu: the things that wait for a person, as its first lists show them.

use accounts::Counter;
use accounts::paths::DeskPath;

use super::store;

/// The number beside the start page.
pub(crate) const COUNTER: Counter = Counter {
    path: || DeskPath.to_string(),
    key: "overview-waiting-count",
    count: |conn, person| Box::pin(store::count_waiting(conn, person)),
};
