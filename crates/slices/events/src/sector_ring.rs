//! The bodies that took part in an event, by sector: a ring, and the numbers beside it.
//!
//! The ring is decoration for those who see it: the legend beside it names every sector with its
//! number, so that nothing depends on colour or on the picture.

use std::collections::HashMap;
use std::fmt::Write as _;

use bodies::Sector;
use golden_thread::EntryId;

/// Fewest bodies for a ring, which says nothing about fewer.
const FEWEST_BODIES: usize = 3;
/// Units per body along the ring, so that gaps can be fractions of a body.
const PER_BODY: usize = 100;

/// The number of bodies of a sector that took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) sector: Sector,
    pub(crate) count: usize,
}

/// The shares of the sectors that took part, in the order of the sectors; empty if there are too few bodies
/// or sectors for a ring.
pub(crate) fn shares(sectors: &HashMap<EntryId, Sector>) -> Vec<Share> {
    let count = |sector: Sector| sectors.values().filter(|other| **other == sector).count();
    let shares: Vec<Share> = Sector::ALL
        .into_iter()
        .map(|sector| Share { sector, count: count(sector) })
        .filter(|share| share.count > 0)
        .collect();
    if sectors.len() < FEWEST_BODIES || shares.len() < 2 { Vec::new() } else { shares }
}

/// The ring: one dash per sector on a circle whose length is counted in bodies, clockwise from the
/// top, with the number of all bodies in its middle.
pub(crate) fn svg(shares: &[Share]) -> String {
    let sum: usize = shares.iter().map(|share| share.count).sum();
    let around = sum * PER_BODY;
    let mut svg = String::from("<svg viewBox=\"0 0 120 120\" aria-hidden=\"true\">");
    let mut start = 0;
    for Share { sector, count } in shares {
        // The gap between neighbours is about an eightieth of the ring, and at most half of a part.
        let gap = (around / 80).min(count * PER_BODY / 2);
        let (dash, offset) = (count * PER_BODY - gap, start * PER_BODY + gap / 2);
        let class = sector.class();
        let _ = write!(
            svg,
            "<circle class=\"{class}\" cx=\"60\" cy=\"60\" r=\"50\" pathLength=\"{around}\" \
             stroke-dasharray=\"{dash} {around}\" stroke-dashoffset=\"-{offset}\"/>"
        );
        start += count;
    }
    let _ = write!(svg, "<text class=\"event-ring-sum\" x=\"60\" y=\"60\">{sum}</text></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sectors(of: &[Sector]) -> HashMap<EntryId, Sector> {
        let ids = base::Ids::new(base::Clock::fixed(jiff::Timestamp::UNIX_EPOCH));
        of.iter().map(|sector| (EntryId(ids.next()), *sector)).collect()
    }

    #[test]
    fn shares_count_bodies_in_the_order_of_sectors() {
        let bodies = sectors(&[Sector::Business, Sector::Education, Sector::Business, Sector::Science]);
        let counts: Vec<_> = shares(&bodies).into_iter().map(|share| (share.sector, share.count)).collect();
        assert_eq!(counts, [(Sector::Education, 1), (Sector::Science, 1), (Sector::Business, 2)]);
    }

    #[test]
    fn too_little_makes_no_ring() {
        assert_eq!(shares(&sectors(&[Sector::Science, Sector::Business])), []);
        assert_eq!(shares(&sectors(&[Sector::Science, Sector::Science, Sector::Science])), []);
    }

    #[test]
    fn parts_follow_each_other_and_fill_the_ring() {
        let share = |sector, count| Share { sector, count };
        let ring = svg(&[share(Sector::Education, 3), share(Sector::Science, 1)]);
        assert_eq!(ring.matches("pathLength=\"400\"").count(), 2, "{ring}");
        assert!(ring.contains("class=\"sector-education\" cx=\"60\" cy=\"60\" r=\"50\""), "{ring}");
        assert!(ring.contains("stroke-dasharray=\"295 400\" stroke-dashoffset=\"-2\""), "{ring}");
        assert!(ring.contains("stroke-dasharray=\"95 400\" stroke-dashoffset=\"-302\""), "{ring}");
        assert!(ring.contains(">4</text>"), "{ring}");
    }
}
