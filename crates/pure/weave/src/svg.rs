//! Writes a layout as SVG. It contains only classes and geometry: no style attribute, which the content
//! security policy forbids, and no colour, which belongs to the style sheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::graph::field;
use super::layout::{Anchor, Area, Kind, Label, Picture, Spot, Step, Trace};
use super::{Knot, Words};

/// The SVG of a picture; empty without knots.
pub(super) fn write(knots: &[Knot], picture: &Picture, words: &Words, id_prefix: &str) -> String {
    if picture.spots.is_empty() {
        return String::new();
    }
    let Picture { class, width, height, size, .. } = picture;
    let anchor = match picture.spots[0].label.anchor {
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::Start => "",
    };
    let id = escape(id_prefix);
    let mut out = format!(
        "<svg class=\"weave {class}\" viewBox=\"0 0 {width} {height}\" role=\"group\" \
         aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" font-size=\"{}\"{anchor}>\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
        size.0,
        escape(&words.title),
        escape(&words.desc),
    );
    leads(&mut out, &picture.leads);
    strands(&mut out, &picture.traces);
    for spot in &picture.spots {
        link(&mut out, &knots[spot.knot], spot, picture);
    }
    numbers(&mut out, knots, &picture.spots, *size);
    out.push_str("</svg>");
    out
}

/// Writes one path for all strands that look alike; the links already say where they lead.
fn strands(out: &mut String, traces: &[Trace]) {
    let mut paths: BTreeMap<(bool, Option<u8>, Kind), String> = BTreeMap::new();
    for trace in traces {
        path(paths.entry(trace.look.layer()).or_default(), trace);
    }
    out.push_str("<g aria-hidden=\"true\" fill=\"none\">");
    for ((_, field, kind), d) in paths {
        let field = field.map(|field| format!(" field-{field}")).unwrap_or_default();
        let kind = match kind {
            Kind::Ply => " is-ply",
            Kind::Gap => " is-gap",
            Kind::Expected => " is-expected",
            Kind::Plain => "",
        };
        put(out, format_args!("<path class=\"strand{field}{kind}\" d=\"{d}\"/>"));
    }
    out.push_str("</g>");
}

/// Path data with relative steps, which are shorter.
fn path(d: &mut String, trace: &Trace) {
    let (mut x, mut y) = trace.start;
    put(d, format_args!("M{x} {y}"));
    for step in &trace.steps {
        match *step {
            Step::Line(to) if to.1 == y => put(d, format_args!("h{}", to.0 - x)),
            Step::Line(to) if to.0 == x => put(d, format_args!("v{}", to.1 - y)),
            Step::Line(to) => put(d, format_args!("l{}", pair(to, x, y))),
            Step::Curve(out, back, to) => {
                put(d, format_args!("c{} {} {}", pair(out, x, y), pair(back, x, y), pair(to, x, y)));
            }
        }
        (x, y) = match *step {
            Step::Line(to) | Step::Curve(_, _, to) => to,
        };
    }
}

fn pair(to: (i32, i32), x: i32, y: i32) -> String {
    format!("{} {}", to.0 - x, to.1 - y)
}

fn leads(out: &mut String, leads: &[(i32, i32, i32)]) {
    if leads.is_empty() {
        return;
    }
    out.push_str("<path class=\"knot-lead\" fill=\"none\" d=\"");
    for (from, to, y) in leads.iter().filter(|(from, to, _)| from < to) {
        put(out, format_args!("M{from} {y}H{to}"));
    }
    out.push_str("\"/>");
}

/// Writes one knot: an invisible target over knot and label, the knot, the label.
fn link(out: &mut String, knot: &Knot, spot: &Spot, picture: &Picture) {
    let mut name = knot.title.replace('\u{ad}', "");
    if !knot.when.is_empty() {
        name = format!("{name}, {}", knot.when);
    }
    put(out, format_args!("<a href=\"{}\"><title>{}</title>", escape(&knot.href), escape(&name)));
    let hit = Area::around(spot.x, spot.y, spot.r).union(spot.label.area);
    let (wide, tall) = (hit.right - hit.left, hit.bottom - hit.top);
    put(out, format_args!("<path class=\"knot-hit\" d=\"M{} {}h{wide}v{tall}h-{wide}z\"/>", hit.left, hit.top));
    let (x, y, r) = (spot.x, spot.y, spot.r);
    put(out, format_args!("<circle class=\"knot{}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>", knot_classes(knot)));
    text(out, &spot.label, picture);
    out.push_str("</a>");
}

fn knot_classes(knot: &Knot) -> String {
    let mut classes = field(knot).map(|field| format!(" field-{field}")).unwrap_or_default();
    for (on, class) in [(knot.main, " is-main"), (knot.gap, " is-gap"), (knot.expected && !knot.gap, " is-expected")] {
        if on {
            classes.push_str(class);
        }
    }
    classes
}

/// Writes title and date as one text with the line starts of the layout.
fn text(out: &mut String, label: &Label, picture: &Picture) {
    let (x, y) = label.at;
    put(out, format_args!("<text class=\"knot-label\" x=\"{x}\" y=\"{y}\">"));
    for (i, line) in label.lines.iter().enumerate() {
        match i {
            0 => out.push_str(&escape(line)),
            _ => put(out, format_args!("<tspan x=\"{x}\" dy=\"{}\">{}</tspan>", picture.line.0, escape(line))),
        }
    }
    let (x, y) = label.when_at;
    let size = match picture.size {
        (title, when) if title == when => String::new(),
        (_, when) => format!(" font-size=\"{when}\""),
    };
    for (i, line) in (0..).zip(&label.when) {
        let y = y + i * picture.line.1;
        put(out, format_args!("<tspan class=\"knot-when\"{size} x=\"{x}\" y=\"{y}\">{}</tspan>", escape(line)));
    }
    out.push_str("</text>");
}

/// Writes the numbers of the fields inside their knots, so that no field is known by its colour alone. One
/// text element contains all of them, with a position for each character.
fn numbers(out: &mut String, knots: &[Knot], spots: &[Spot], size: (i32, i32)) {
    let numbered = || spots.iter().filter_map(|spot| Some((spot, field(&knots[spot.knot])?)));
    if numbered().next().is_none() {
        return;
    }
    let small = if spots.iter().any(|spot| spot.r > 7) { size.1 - 1 } else { 10 };
    let list = |value: fn(&Spot) -> i32, add: i32| {
        numbered().map(|(spot, _)| (value(spot) + add).to_string()).collect::<Vec<_>>().join(" ")
    };
    let signs: String = numbered().map(|(_, field)| field.to_string()).collect();
    put(
        out,
        format_args!(
            "<text class=\"knot-nr\" aria-hidden=\"true\" pointer-events=\"none\" text-anchor=\"middle\" \
             font-size=\"{small}\" x=\"{}\" y=\"{}\">{signs}</text>",
            list(|spot| spot.x, 0),
            list(|spot| spot.y, small * 7 / 20),
        ),
    );
}

/// Appends to the string; this cannot fail.
fn put(out: &mut String, args: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(args);
}

/// Escapes a text for element content and quoted attributes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}
