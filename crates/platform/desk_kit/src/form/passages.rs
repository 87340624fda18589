//! Three-way merge of two texts with a common origin, passage by passage (diff3).
//!
//! A paragraph, an item of a list and a row of a table are passages. One that only one person changed is taken as it is now; one
//! that both changed is a dispute, which people settle. A passage that one person removed and the other one changed stays, so
//! that nobody's words vanish in a merge.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};

/// The most passages that are compared, all texts together; longer texts are disputed as a whole.
const MOST_PASSAGES: usize = 20_000;

/// Two texts put together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MergedText {
    /// The text with the changes of both; where they dispute, mine.
    pub(super) text: String,
    /// The passages that both changed, each in their way.
    pub(super) disputes: Vec<Passage>,
}

/// Passages that both changed, each in their way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Mine; empty if I removed it.
    pub(super) mine: String,
    /// That of the other person; empty if they removed it.
    pub(super) theirs: String,
    /// The byte of the merged text at which the passage begins that stands there.
    pub(super) at: usize,
}

/// Puts two texts together. `None` if they are too long to be compared.
pub(super) fn merged(base: &str, mine: &str, theirs: &str) -> Option<MergedText> {
    let [base, mine, theirs] = [base, mine, theirs].map(split);
    if base.len() + mine.len() + theirs.len() > MOST_PASSAGES {
        return None;
    }
    let mut merged = Joined::default();
    let mut disputes = Vec::new();
    let mut reached = [0; 3];
    for region in regions(&edits(&base, &mine), &edits(&base, &theirs)) {
        let kept = region.base.start - reached[0];
        merged.push_kept([&base[..], &mine, &theirs], reached, kept);
        reached = [region.base.end, region.mine.end, region.theirs.end];
        let (before, mine, theirs) = (&base[region.base], &mine[region.mine], &theirs[region.theirs]);
        if same(theirs, before) || same(mine, theirs) {
            merged.push(mine);
        } else if same(mine, before) {
            merged.push(theirs);
        } else {
            let at = merged.push(if mine.is_empty() { theirs } else { mine });
            disputes.push(Passage { mine: joined(mine), theirs: joined(theirs), at });
        }
    }
    merged.push_kept([&base[..], &mine, &theirs], reached, base.len() - reached[0]);
    Some(MergedText { text: merged.text, disputes })
}

/// A passage, and what stands between it and the next one.
#[derive(Debug, Clone, Copy)]
struct Block<'t> {
    words: &'t str,
    gap: &'t str,
}

/// The passages of a text that begins with one.
fn split(text: &str) -> Vec<Block<'_>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let (mut reached, mut after_blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let end = reached + line.trim_end().len();
        if line.trim().is_empty() {
            after_blank = true;
        } else if let Some(last) = ranges.last_mut().filter(|_| !after_blank && !stands_alone(line)) {
            last.end = end;
        } else {
            ranges.push(reached..end);
            after_blank = false;
        }
        reached += line.len();
    }
    let ends = ranges.iter().skip(1).map(|next| next.start).chain([text.len()]);
    ranges.iter().zip(ends).map(|(own, end)| Block { words: &text[own.clone()], gap: &text[own.end..end] }).collect()
}

/// True for the first line of a passage that needs no empty line before it: an item, a row of a table, a heading.
fn stands_alone(line: &str) -> bool {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered =
        after_number.len() < line.len() && (after_number.starts_with(". ") || after_number.starts_with(") "));
    is_numbered || line.starts_with(['|', '#']) || ["- ", "* ", "+ "].iter().any(|marker| line.starts_with(marker))
}

fn same(one: &[Block<'_>], other: &[Block<'_>]) -> bool {
    one.iter().map(|block| block.words).eq(other.iter().map(|block| block.words))
}

/// Passages of the origin that one person changed.
#[derive(Debug, PartialEq, Eq)]
struct Edit {
    place: Range<usize>,
    /// The number of passages that came, less those that went.
    growth: isize,
}

/// The edits that lead from one text to another. As many passages in the place of others are edits of one passage each, so that
/// neighbours can be changed by different people.
fn edits(before: &[Block<'_>], after: &[Block<'_>]) -> Vec<Edit> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(|block| block.words));
    input.update_after(after.iter().map(|block| block.words));
    let mut edits = Vec::new();
    for Hunk { before, after } in Diff::compute(Algorithm::Histogram, &input).hunks() {
        let place = before.start as usize..before.end as usize;
        if before.len() == after.len() {
            edits.extend(place.map(|passage| Edit { place: passage..passage + 1, growth: 0 }));
        } else {
            edits.push(Edit { place, growth: after.len().cast_signed() - before.len().cast_signed() });
        }
    }
    edits
}

/// Passages of the origin that at least one person changed, with what became of them.
struct Region {
    base: Range<usize>,
    mine: Range<usize>,
    theirs: Range<usize>,
}

/// The changes of both, those that touch the same passages together, in their order.
fn regions(mine: &[Edit], theirs: &[Edit]) -> Vec<Region> {
    let mut regions = Vec::new();
    let (mut own, mut other) = (mine.iter().peekable(), theirs.iter().peekable());
    // Passages more than in the origin, so far.
    let (mut more_mine, mut more_theirs) = (0, 0);
    while let Some(mut base) = first(own.peek(), other.peek()) {
        let (before_mine, before_theirs) = (more_mine, more_theirs);
        let mut is_new = true;
        while let Some(next) = first(own.peek(), other.peek()).filter(|next| is_new || touches(&base, next)) {
            is_new = false;
            base.end = base.end.max(next.end);
            match own.next_if(|edit| edit.place == next) {
                Some(edit) => more_mine += edit.growth,
                None => more_theirs += other.next().map_or(0, |edit| edit.growth),
            }
        }
        let moved = |end: usize, by: isize| end.saturating_add_signed(by);
        regions.push(Region {
            mine: moved(base.start, before_mine)..moved(base.end, more_mine),
            theirs: moved(base.start, before_theirs)..moved(base.end, more_theirs),
            base,
        });
    }
    regions
}

fn first(mine: Option<&&Edit>, theirs: Option<&&Edit>) -> Option<Range<usize>> {
    let places = [mine, theirs].into_iter().flatten().map(|edit| edit.place.clone());
    places.min_by_key(|place| (place.start, place.end))
}

/// True if a change that begins no earlier is about the same passages, or puts others into the same place.
fn touches(base: &Range<usize>, next: &Range<usize>) -> bool {
    next.start < base.end || (base.is_empty() && base == next)
}

/// A text that is put together of passages.
#[derive(Default)]
struct Joined<'t> {
    text: String,
    gap: &'t str,
}

impl<'t> Joined<'t> {
    /// Appends passages and says where they begin.
    fn push(&mut self, blocks: &[Block<'t>]) -> usize {
        let mut begin = None;
        for block in blocks {
            if !self.text.is_empty() {
                let has_gap = if stands_alone(block.words) {
                    self.gap.contains('\n')
                } else {
                    self.gap.matches('\n').count() > 1
                };
                let follows = stands_alone(block.words) && stands_alone(self.last_line());
                let gap = if has_gap {
                    self.gap
                } else if follows {
                    "\n"
                } else {
                    "\n\n"
                };
                self.text.push_str(gap);
            }
            begin.get_or_insert(self.text.len());
            self.text.push_str(block.words);
            self.gap = block.gap;
        }
        begin.unwrap_or(self.text.len())
    }

    /// Appends passages that nobody changed, but perhaps the space after them.
    fn push_kept(&mut self, [base, mine, theirs]: [&[Block<'t>]; 3], from: [usize; 3], count: usize) {
        for block in 0..count {
            let [base, mine, theirs] = [base[from[0] + block], mine[from[1] + block], theirs[from[2] + block]];
            self.push(&[Block { gap: if mine.gap == base.gap { theirs.gap } else { mine.gap }, ..mine }]);
        }
    }

    fn last_line(&self) -> &str {
        self.text.rsplit('\n').next().unwrap_or_default()
    }
}

fn joined(blocks: &[Block<'_>]) -> String {
    let mut joined = Joined::default();
    joined.push(blocks);
    joined.text
}

/// The text with another passage in the place of the one that it holds, of several alike the one that is nearest to `at`. `None` if
/// it holds none like it any more.
pub(super) fn replaced(text: &str, held: &str, other: &str, at: usize) -> Option<String> {
    let (start, _) = text.match_indices(held).min_by_key(|(start, _)| start.abs_diff(at))?;
    let (before, after) = (&text[..start], &text[start + held.len()..]);
    Some(if other.is_empty() {
        format!("{before}{}", after.trim_start_matches('\n')).trim_end().to_owned()
    } else {
        format!("{before}{other}{after}")
    })
}

/// Both passages, one below the other.
pub(super) fn both(mine: &str, theirs: &str) -> String {
    let mut joined = Joined::default();
    joined.push(&[Block { words: mine, gap: "" }, Block { words: theirs, gap: "" }]);
    joined.text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn merge(base: &str, mine: &str, theirs: &str) -> (String, Vec<(String, String)>) {
        let merged = merged(base, mine, theirs).unwrap();
        (merged.text, merged.disputes.into_iter().map(|one| (one.mine, one.theirs)).collect())
    }

    fn pair(mine: &str, theirs: &str) -> Vec<(String, String)> {
        vec![(mine.to_owned(), theirs.to_owned())]
    }

    #[test]
    fn changes_in_different_paragraphs_are_put_together() {
        let (text, disputes) =
            merge("Eins.\n\nZwei.\n\nDrei.", "EINS.\n\nZwei.\n\nDrei.", "Eins.\n\nZwei.\n\nDREI.\n\nVier.");
        assert_eq!((text.as_str(), disputes), ("EINS.\n\nZwei.\n\nDREI.\n\nVier.", vec![]));
    }

    #[test]
    fn paragraph_that_both_changed_is_disputed_and_the_others_are_not() {
        let (text, disputes) = merge("Eins.\n\nZwei.\n\nDrei.", "Eins.\n\nMeins.\n\nDrei.", "Eins!\n\nIhres.\n\nDrei.");
        assert_eq!((text.as_str(), disputes), ("Eins!\n\nMeins.\n\nDrei.", pair("Meins.", "Ihres.")));
    }

    #[test]
    fn paragraph_that_one_removed_and_the_other_changed_stays() {
        let both = ("Eins.\n\nZwei, anders.", pair("", "Zwei, anders."));
        let (text, disputes) = merge("Eins.\n\nZwei.", "Eins.", "Eins.\n\nZwei, anders.");
        assert_eq!((text.as_str(), disputes), both);
        let (text, disputes) = merge("Eins.\n\nZwei.", "Eins.\n\nZwei, anders.", "Eins.");
        assert_eq!((text.as_str(), disputes), (both.0, pair("Zwei, anders.", "")));
    }

    #[test]
    fn paragraphs_that_both_appended_are_disputed() {
        let (text, disputes) = merge("Eins.", "Eins.\n\nMeins.", "Eins.\n\nIhres.");
        assert_eq!((text.as_str(), disputes), ("Eins.\n\nMeins.", pair("Meins.", "Ihres.")));
    }

    #[test]
    fn items_and_rows_are_passages_and_keep_their_distance() {
        let (text, disputes) = merge("Wir:\n- a\n- b\n- c", "Wir:\n- A\n- b\n- c", "Wir:\n- a\n- b\n- C\n- d");
        assert_eq!((text.as_str(), disputes), ("Wir:\n- A\n- b\n- C\n- d", vec![]));
        let (text, _) = merge("| a |\n|---|\n| 1 |", "| a |\n|---|\n| 1 |\n| 2 |", "| b |\n|---|\n| 1 |");
        assert_eq!(text, "| b |\n|---|\n| 1 |\n| 2 |");
        let (text, _) = merge("- a\n- b", "- a\n- b\n\nEnde.", "- A\n- b");
        assert_eq!(text, "- A\n- b\n\nEnde.");
    }

    #[test]
    fn largest_texts_are_disputed_as_a_whole() {
        let text = "a\n\n".repeat(MOST_PASSAGES);
        assert_eq!(merged(&text, &text, &text), None);
    }

    proptest! {
        #[test]
        fn change_of_one_alone_is_taken_to_the_letter(base in "([ab-]{1,3} ?[ab]\n{1,3}){0,8}", other in "([ab-]{1,3} ?[ab]\n{1,3}){0,8}") {
            let (base, other) = (base.trim(), other.trim());
            prop_assert_eq!(merge(base, other, base), (other.to_owned(), vec![]));
            prop_assert_eq!(merge(base, base, other), (other.to_owned(), vec![]));
            prop_assert_eq!(merge(base, other, other), (other.to_owned(), vec![]));
        }

        #[test]
        fn every_passage_of_both_is_in_the_text_or_disputed_or_was_removed_by_somebody(
            base in "([a-e]\n\n){0,8}", mine in "([a-h]\n\n){0,8}", theirs in "([a-hxyz]\n\n){0,8}",
        ) {
            let (base, mine, theirs) = (base.trim(), mine.trim(), theirs.trim());
            let (text, disputes) = merge(base, mine, theirs);
            let held: Vec<&str> = text.split("\n\n").chain(disputes.iter().flat_map(|(mine, theirs)| mine.split("\n\n").chain(theirs.split("\n\n")))).collect();
            for passage in mine.split("\n\n").chain(theirs.split("\n\n")) {
                prop_assert!(held.contains(&passage) || base.contains(passage), "{} of {:?}", passage, text);
            }
        }
    }
}
