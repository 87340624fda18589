//! What the pictures promise.

use super::*;

pub(super) fn knot(title: &str, lane: Option<u8>, order: i64) -> Knot {
    Knot {
        href: format!("/{title}"),
        title: title.to_owned(),
        when: String::new(),
        lane,
        order,
        expected: false,
        gap: false,
        main: false,
    }
}

pub(super) fn strand(from: usize, to: usize) -> Strand {
    Strand { from, to, expected: false }
}
