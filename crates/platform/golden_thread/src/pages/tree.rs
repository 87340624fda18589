//! The thread as a nested list: every entry once, below the latest of those it came from.

use std::collections::HashMap;

use crate::Card;
use weave::Strand;

/// One entry of the list, with the tags that open and close around it.
#[derive(Debug)]
pub(super) struct Branch<'a> {
    /// The entry.
    pub(super) card: &'a Card,
    /// The others it came from, besides the one it stands below.
    pub(super) also_from: Vec<&'a Card>,
    /// True if entries below it follow.
    pub(super) opens: bool,
    /// Number of lists that end after it.
    pub(super) closes: usize,
}

/// Arranges cards that are sorted by time. A card below another comes after it.
pub(super) fn arrange<'a>(cards: &'a [Card], strands: &[Strand]) -> Vec<Branch<'a>> {
    let mut origins: HashMap<usize, Vec<usize>> = HashMap::new();
    for strand in strands {
        origins.entry(strand.to).or_default().push(strand.from);
    }
    let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for place in 0..cards.len() {
        // Only an earlier card may be above: that also keeps circles of undirected links out.
        let above = origins.get(&place).and_then(|from| from.iter().copied().filter(|from| *from < place).max());
        below.entry(above).or_default().push(place);
    }
    let mut branches = Vec::with_capacity(cards.len());
    // A stack instead of recursion, because a thread may be of any length.
    let mut stack: Vec<std::vec::IntoIter<usize>> = vec![below.remove(&None).unwrap_or_default().into_iter()];
    while let Some(siblings) = stack.last_mut() {
        let Some(place) = siblings.next() else {
            stack.pop();
            if let (false, Some(last)) = (stack.is_empty(), branches.last_mut()) {
                let last: &mut Branch<'_> = last;
                last.closes += 1;
            }
            continue;
        };
        let children = below.remove(&Some(place)).unwrap_or_default();
        let from = origins.get(&place).map_or(&[][..], Vec::as_slice);
        let above = from.iter().copied().filter(|from| *from < place).max();
        branches.push(Branch {
            card: &cards[place],
            also_from: from.iter().filter(|from| Some(**from) != above).map(|from| &cards[*from]).collect(),
            opens: !children.is_empty(),
            closes: 0,
        });
        if !children.is_empty() {
            stack.push(children.into_iter());
        }
    }
    branches
}
