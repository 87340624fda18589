//! A stop of the tab key: the focused element, and the visibility of the focus.

use serde::Deserialize;

/// A focused element.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Stop {
    /// The name for findings.
    pub name: String,
    /// The tag name of the element.
    pub tag: String,
    /// The target of a link, as written.
    pub href: Option<String>,
    /// The part of the page: the id or name of its section, `form` or `crumbs`.
    pub section: String,
    /// The reasons why the focus is not visible.
    faults: Vec<String>,
    is_in_picture: bool,
    /// The left, top, right and bottom edge of its first line in pixels of the page.
    edges: [f64; 4],
}

impl Stop {
    /// The reasons why the focus is not visible, each with the name of the stop.
    pub fn faults(&self) -> Vec<String> {
        self.faults.iter().map(|what| format!("{what}: {}", self.name)).collect()
    }

    /// A finding if the focus goes back to get here: up, or to the left in the same line. The top
    /// of the next column is forward, and so is any move between shapes of a picture.
    pub fn jumps_back_from(&self, before: &Self) -> Option<String> {
        let ([left, top, _, bottom], [_, other_top, other_right, other_bottom]) = (self.edges, before.edges);
        if self.is_in_picture || before.is_in_picture {
            return None;
        }
        let is_same_line = top < other_bottom - 4.0 && bottom > other_top + 4.0;
        let is_back = if is_same_line {
            self.edges[0] < before.edges[0] - 4.0 && top < other_top + 4.0
        } else {
            bottom <= other_top + 4.0 && left < other_right - 4.0
        };
        is_back.then(|| {
            format!("the order jumps back from {} {:?} to {} {:?}", before.name, before.edges, self.name, self.edges)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Stop;

    fn at(edges: [f64; 4]) -> Stop {
        Stop {
            name: "a".into(),
            tag: "a".into(),
            href: None,
            section: String::new(),
            faults: vec!["focus is not marked".into()],
            is_in_picture: false,
            edges,
        }
    }

    #[test]
    fn a_fault_names_its_stop() {
        assert_eq!(at([0.0; 4]).faults(), ["focus is not marked: a"]);
    }

    #[test]
    fn up_and_left_is_back_and_the_top_of_the_next_column_is_not() {
        let here = at([100.0, 100.0, 200.0, 120.0]);
        assert!(at([0.0, 100.0, 80.0, 120.0]).jumps_back_from(&here).is_some());
        assert!(at([100.0, 0.0, 200.0, 20.0]).jumps_back_from(&here).is_some());
        assert!(at([300.0, 0.0, 400.0, 20.0]).jumps_back_from(&here).is_none());
        assert!(at([0.0, 140.0, 80.0, 160.0]).jumps_back_from(&here).is_none());
    }
}
