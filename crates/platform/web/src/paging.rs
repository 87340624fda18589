//! Pagination: lists in pages of fifty, with the page number in the address (`?seite=2`).

use serde::Deserialize;

use crate::ctx::Ctx;

/// The entries on one page of a list.
pub const PAGE_SIZE: i64 = 50;
/// The greatest page number, which keeps offsets small; nobody pages that far by hand.
const LAST_PAGE: i64 = 10_000;

/// A page number from the address. Anything else than a valid number counts as 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct PageNumber(i64);

impl Default for PageNumber {
    fn default() -> Self {
        Self(1)
    }
}

impl From<String> for PageNumber {
    fn from(text: String) -> Self {
        Self(text.trim().parse().unwrap_or(1).clamp(1, LAST_PAGE))
    }
}

impl PageNumber {
    /// The number of entries to skip with `size` entries per page.
    pub fn offset(self, size: i64) -> i64 {
        (self.0 - 1) * size
    }
}

/// The position in a list, with links to the previous and the next page.
#[derive(Debug, Clone)]
pub struct Pager {
    /// This page, from 1.
    pub number: i64,
    /// The number of pages, at least 1.
    pub pages: i64,
    /// The address of the previous page.
    pub previous: Option<String>,
    /// The address of the next page.
    pub next: Option<String>,
}

impl Pager {
    /// The pager of a list of `total` entries, `size` to a page. `filters` is the rest of the
    /// query, already encoded, without page number.
    pub fn new(ctx: &Ctx, number: PageNumber, size: i64, total: i64, filters: &str) -> Self {
        let pages = (total + size - 1).div_euclid(size).max(1);
        let page = |number: i64| {
            let path = ctx.href(ctx.path());
            let and = if filters.is_empty() { "" } else { "&" };
            if number == 1 && filters.is_empty() { path } else { format!("{path}?{filters}{and}seite={number}") }
        };
        Self {
            number: number.0,
            pages,
            previous: (number.0 > 1).then(|| page((number.0 - 1).min(pages))),
            next: (number.0 < pages).then(|| page(number.0 + 1)),
        }
    }

    /// True if there is more than one page.
    pub fn is_needed(&self) -> bool {
        self.pages > 1 || self.number > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_is_the_first_page() {
        for nonsense in ["", "-3", "0", "abc", "9e99"] {
            assert_eq!(PageNumber::from(nonsense.to_owned()).offset(50), 0, "{nonsense}");
        }
        assert_eq!(PageNumber::from("3".to_owned()).offset(50), 100);
    }
}
