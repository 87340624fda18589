//! Tests of the layout's invariants, over one simple thread and many random ones.

use std::sync::LazyLock;

use super::graph::Graph;
use super::layout::{Area, Picture, Trace};
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

fn words() -> Words {
    Words { title: "Faden".to_owned(), desc: "Von der Idee zum Ergebnis".to_owned() }
}

/// A pseudorandom generator for test graphs (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }
}

/// A thread of `count` knots whose strands mostly run forwards; some strands are invalid.
fn random(seed: u64, count: usize) -> (Vec<Knot>, Vec<Strand>) {
    const TITLES: [&str; 7] = [
        "Vielfalt",
        "Fachtag »Schulen im Ruhrgebiet: für die Zukunft lernen«",
        "Quartiersentwicklung",
        "Bildungs\u{ad}partner\u{ad}schaften zwischen Eltern und Einrichtungen",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik",
        "",
        "A",
    ];
    const WHEN: [&str; 4] = ["", "2018", "20.–21. September 2018", "voraussichtlich im Herbst 2020"];
    let mut dice = Dice(seed);
    let knots = (0..count).map(|i| {
        let lane = u8::try_from(dice.below(10)).unwrap();
        let order = i64::try_from(10 * i + dice.below(25)).unwrap();
        let mut knot = knot(TITLES[dice.below(7)], lane.checked_sub(2), order);
        WHEN[dice.below(4)].clone_into(&mut knot.when);
        (knot.expected, knot.gap, knot.main) = (dice.below(6) == 0, dice.below(9) == 0, dice.below(12) == 0);
        knot
    });
    let knots: Vec<Knot> = knots.collect();
    let mut strands = Vec::new();
    for _ in 0..=dice.below(2 * count) {
        let from = dice.below(count);
        strands.push(strand(from, from + dice.below(12)));
    }
    strands.push(strand(dice.below(count), dice.below(count)));
    (knots, strands)
}

/// Pictures of random threads of up to `most` knots, drawn by `draw`.
fn each_picture(most: usize, draw: impl Fn(&[Knot], &Graph) -> Option<Picture>) -> Vec<(Graph, Picture)> {
    let seeds = 0..60_u64;
    let drawn = seeds.filter_map(|seed| {
        let count = 1 + usize::try_from(seed).unwrap() * most / 60;
        let (knots, strands) = random(seed, count);
        let graph = Graph::new(&knots, &strands);
        let picture = draw(&knots, &graph)?;
        Some((graph, picture))
    });
    drawn.collect()
}

fn wide_pictures() -> Vec<(Graph, Picture)> {
    let pictures = each_picture(48, wide::picture);
    assert!(pictures.len() > 30, "only {} threads were short enough", pictures.len());
    pictures
}

fn tall_pictures(width: Width) -> Vec<(Graph, Picture)> {
    let pictures = each_picture(150, |knots, graph| Some(tall::picture(knots, graph, width)));
    assert_eq!(pictures.len(), 60);
    pictures
}

/// The layouts, computed once for all tests.
static PICTURES: LazyLock<Vec<(Graph, Picture)>> = LazyLock::new(|| {
    let tall = [Width::Phone, Width::Page].into_iter().flat_map(tall_pictures);
    wide_pictures().into_iter().chain(tall).collect()
});

/// True if a strand runs through a disc; its straight runs are parallel to an axis.
fn runs_through(trace: &Trace, spot: &layout::Spot) -> bool {
    let inside = |(x, y): (i32, i32)| (x - spot.x).pow(2) + (y - spot.y).pow(2) < spot.r.pow(2);
    let mut from = trace.start;
    for step in &trace.steps {
        let curve = Trace { look: trace.look, start: from, steps: vec![*step] };
        let to = curve.end();
        let hit = match step {
            layout::Step::Line(_) => {
                let nearest = |a: i32, b: i32, at: i32| at.clamp(a.min(b), a.max(b));
                inside((nearest(from.0, to.0, spot.x), nearest(from.1, to.1, spot.y)))
            }
            layout::Step::Curve(..) => plan::samples(&curve, 1).into_iter().any(inside),
        };
        if hit {
            return true;
        }
        from = to;
    }
    false
}

fn meet(a: Area, b: Area) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

fn disc(spot: &layout::Spot) -> Area {
    Area { left: spot.x - spot.r, top: spot.y - spot.r, right: spot.x + spot.r, bottom: spot.y + spot.r }
}

#[test]
fn no_label_touches_another_or_a_knot() {
    for (_, picture) in PICTURES.iter() {
        for (i, a) in picture.spots.iter().enumerate() {
            for b in &picture.spots[..i] {
                assert!(!meet(a.label.area, b.label.area), "{} {:?} {:?}", picture.class, a.label, b.label);
                assert!(!meet(disc(a), disc(b)), "{} {a:?} {b:?}", picture.class);
            }
            for b in &picture.spots {
                assert!(!meet(a.label.area, disc(b)), "{} {:?} {b:?}", picture.class, a.label);
            }
        }
    }
}

#[test]
fn everything_lies_inside_the_picture() {
    for (_, picture) in PICTURES.iter() {
        let frame = Area { left: 0, top: 0, right: picture.width, bottom: picture.height };
        let inside = |a: Area| a.union(frame) == frame;
        for spot in &picture.spots {
            assert!(inside(disc(spot)), "{} {spot:?}", picture.class);
            assert!(spot.label.lines.is_empty() || inside(spot.label.area), "{} {spot:?}", picture.class);
        }
        for point in picture.traces.iter().flat_map(|trace| plan::samples(trace, 1)) {
            assert!(inside(Area { left: point.0, top: point.1, right: point.0, bottom: point.1 }), "{point:?}");
        }
    }
}

#[test]
fn no_strand_runs_through_a_foreign_knot() {
    for (graph, picture) in PICTURES.iter() {
        let plain = |trace: &&Trace| trace.look.kind != layout::Kind::Ply;
        for (edge, trace) in graph.edges.iter().zip(picture.traces.iter().filter(plain)) {
            let foreign = |spot: &&layout::Spot| spot.knot != edge.from && spot.knot != edge.to;
            for spot in picture.spots.iter().filter(foreign) {
                assert!(!runs_through(trace, spot), "{} {edge:?} {spot:?}", picture.class);
            }
        }
    }
}

#[test]
fn every_strand_joins_its_knots_and_runs_forwards() {
    for (graph, picture) in PICTURES.iter() {
        let plain = |trace: &&Trace| trace.look.kind != layout::Kind::Ply;
        assert_eq!(picture.traces.iter().filter(plain).count(), graph.edges.len());
        for (edge, trace) in graph.edges.iter().zip(picture.traces.iter().filter(plain)) {
            let spot = |knot| picture.spots.iter().find(|spot| spot.knot == knot).unwrap();
            for (end, spot) in [(trace.start, spot(edge.from)), (trace.end(), spot(edge.to))] {
                assert!((end.0 - spot.x).abs().max((end.1 - spot.y).abs()) <= spot.r, "{end:?} {spot:?}");
            }
            let along = |point: &(i32, i32)| if picture.class == "weave-wide" { point.0 } else { point.1 };
            assert!(plan::samples(trace, 1).is_sorted_by_key(along), "{} {trace:?}", picture.class);
        }
    }
}

#[test]
fn every_target_is_large_enough_for_a_finger() {
    for (_, picture) in PICTURES.iter() {
        for spot in &picture.spots {
            let hit = Area::around(spot.x, spot.y, spot.r).union(spot.label.area);
            assert!(hit.right - hit.left >= 24 && hit.bottom - hit.top >= 24, "{hit:?}");
        }
    }
}

#[test]
fn text_is_escaped_everywhere() {
    let mut nasty = knot("\"><script>&'", Some(1), 0);
    nasty.when = "<b>\"".to_owned();
    let words = Words { title: "<t>".to_owned(), desc: "\"d\"&".to_owned() };
    for picture in [wide(&[nasty.clone()], &[], &words, "a\"b"), tall(&[nasty], &[], &words, "a\"b", Width::Phone)] {
        for raw in ["<script", "<b>", "<t>", "&'", "a\"b", "style="] {
            assert!(!picture.contains(raw), "{raw} in {picture}");
        }
        assert!(picture.contains("href=\"/&quot;&gt;&lt;script&gt;&amp;&#39;\""), "{picture}");
        assert!(picture.contains("aria-labelledby=\"a&quot;b-title\""), "{picture}");
    }
}

#[test]
fn a_knot_is_a_link_with_its_full_title_and_date() {
    let mut long = knot(&format!("Bildungs\u{ad}partnerschaften{}", " zwischen Eltern und Schulen".repeat(3)), None, 0);
    long.when = "Sommer 2017".to_owned();
    long.href = "/x".to_owned();
    let picture = tall(&[long], &[], &words(), "p", Width::Phone);
    let name = format!("Bildungspartnerschaften{}, Sommer 2017", " zwischen Eltern und Schulen".repeat(3));
    assert!(picture.contains(&format!("<a href=\"/x\"><title>{name}</title>")), "{picture}");
    assert!(picture.contains('…'), "{picture}");
}

#[test]
fn classes_tell_field_gap_and_expectation() {
    let mut knots = [knot("a", None, 0), knot("b", Some(3), 1), knot("c", None, 2), knot("d", None, 3)];
    (knots[0].main, knots[1].expected, knots[2].gap) = (true, true, true);
    let strands = [Strand { expected: true, ..strand(0, 1) }, strand(0, 2), strand(2, 3)];
    for picture in [wide(&knots, &strands, &words(), "p"), tall(&knots, &strands, &words(), "p", Width::Page)] {
        for class in [
            "\"knot is-main\"",
            "\"knot field-3 is-expected\"",
            "\"knot is-gap\"",
            "\"knot\"",
            "\"strand field-3 is-expected\"",
            "\"strand is-gap\"",
            "\"strand\"",
        ] {
            assert!(picture.contains(class), "{class} not in {picture}");
        }
    }
}

#[test]
fn the_same_thread_gives_the_same_picture_in_any_order_of_strands() {
    let (knots, mut strands) = random(7, 30);
    let drawn =
        |strands: &[Strand]| wide(&knots, strands, &words(), "p") + &tall(&knots, strands, &words(), "p", Width::Page);
    let first = drawn(&strands);
    strands.reverse();
    assert_eq!(first, drawn(&strands));
}

#[test]
fn a_chain_too_long_for_the_width_runs_downwards() {
    let knots: Vec<Knot> = (0..20).map(|i| knot("k", None, i)).collect();
    let strands: Vec<Strand> = (0..19).map(|i| strand(i, i + 1)).collect();
    assert!(wide(&knots, &strands, &words(), "p").contains("weave-page"));
    assert!(wide(&knots[..5], &strands, &words(), "p").contains("weave-wide"));
}

#[test]
fn nothing_gives_nothing() {
    assert_eq!(wide(&[], &[], &words(), "p"), "");
    assert_eq!(tall(&[], &[strand(0, 1)], &words(), "p", Width::Phone), "");
}
