//! Checks for every page: sound HTML that everyone can use.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};

use crate::reply::Page;

/// Every fault of a page, in words; none if it is sound.
pub fn faults(page: &Page, language: &str) -> Vec<String> {
    let mut faults: Vec<String> =
        page.html.errors.iter().filter(|error| !is_about_svg(error)).map(|error| format!("HTML: {error}")).collect();
    let html = &page.html;
    if count(html, "h1") != 1 {
        faults.push(format!("{} h1", count(html, "h1")));
    }
    if html.root_element().attr("lang") != Some(language) {
        faults.push(format!("lang is {:?}", html.root_element().attr("lang")));
    }
    faults.extend(doubled_ids(html));
    faults.extend(dangling_references(html));
    faults.extend(unnamed_controls(html));
    faults.extend(skipped_headings(html));
    faults.extend(foreign_or_inline(html));
    faults.extend(surprising_enter(html));
    if page.source.contains('⟨') {
        faults.push("a text is missing (⟨key⟩)".to_owned());
    }
    faults
}

/// The parser has no complaint about our SVG, but names attributes it adjusts.
fn is_about_svg(error: &str) -> bool {
    error.contains("Unacknowledged self-closing")
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a sound selector")).collect()
}

fn count(html: &Html, selector: &str) -> usize {
    all(html, selector).len()
}

fn doubled_ids(html: &Html) -> Vec<String> {
    let mut seen = HashSet::new();
    let ids = all(html, "[id]").into_iter().filter_map(|element| element.attr("id"));
    ids.filter(|id| !seen.insert(*id)).map(|id| format!("id `{id}` is there twice")).collect()
}

/// Labels, descriptions and fragments must name an id of the page.
fn dangling_references(html: &Html) -> Vec<String> {
    let ids: HashSet<&str> = all(html, "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
    let mut named = Vec::new();
    for attribute in ["for", "aria-labelledby", "aria-describedby"] {
        for element in all(html, &format!("[{attribute}]")) {
            named.extend(element.attr(attribute).unwrap_or_default().split_whitespace());
        }
    }
    let fragments = all(html, "a[href^='#']").into_iter().filter_map(|element| element.attr("href")?.strip_prefix('#'));
    named.extend(fragments);
    named.into_iter().filter(|id| !ids.contains(id)).map(|id| format!("nothing has the id `{id}`")).collect()
}

fn unnamed_controls(html: &Html) -> Vec<String> {
    let labelled: HashSet<&str> = all(html, "label[for]").into_iter().filter_map(|label| label.attr("for")).collect();
    let mut faults = Vec::new();
    for control in all(html, "input:not([type='hidden']), select, textarea") {
        let is_within =
            || control.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "label");
        if !control.attr("id").is_some_and(|id| labelled.contains(id)) && !is_within() {
            faults.push(format!("{} has no label", control.value().name()));
        }
    }
    for link in all(html, "a, button, summary, h1, h2, h3, h4, title") {
        let text: String = link.text().collect();
        let pictures = link.descendent_elements().filter_map(|element| element.attr("alt"));
        let is_named = !text.trim().is_empty() || link.attr("aria-label").is_some();
        if !is_named && pictures.collect::<String>().trim().is_empty() {
            faults.push(format!("{} has no text: {}", link.value().name(), link.html()));
        }
    }
    for image in all(html, "img:not([alt])") {
        faults.push(format!("image without alternative text: {}", image.html()));
    }
    for image in all(html, "img:not([width]), img:not([height])") {
        faults.push(format!("image that shifts the page when it comes: {}", image.html()));
    }
    faults
}

fn skipped_headings(html: &Html) -> Vec<String> {
    let mut level = 0;
    let mut faults = Vec::new();
    for heading in all(html, "main h1, main h2, main h3, main h4, main h5, main h6") {
        let next = heading.value().name()[1..].parse().unwrap_or(0);
        if next > level + 1 {
            faults.push(format!("heading h{next} after h{level}: {}", heading.text().collect::<String>()));
        }
        level = next;
    }
    faults
}

/// The Enter key presses the first button of a form in the order of the page. Where the form has one that saves, it is that one,
/// and none beside the form that does more.
fn surprising_enter(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for form in all(html, "form[id]") {
        let id = form.attr("id").unwrap_or_default();
        let is_own = |button: &ElementRef<'_>| match button.attr("form") {
            Some(owner) => owner == id,
            None => button.ancestors().any(|above| above.id() == form.id()),
        };
        let buttons: Vec<_> = all(html, "button:not([type='button'])").into_iter().filter(is_own).collect();
        let saves = |button: &&ElementRef<'_>| button.attr("value") == Some("speichern");
        if let Some(first) = buttons.first().filter(|first| buttons.iter().any(|one| saves(&one)) && !saves(first)) {
            faults.push(format!("the Enter key presses {}", first.html()));
        }
    }
    faults
}

/// Nothing is loaded from elsewhere, and nothing is written inline that the policy forbids.
fn foreign_or_inline(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for element in
        all(html, "link[rel='stylesheet'], link[rel='preload'], link[rel='icon'], script, iframe, use, object, embed")
    {
        let address =
            ["href", "src", "srcset", "data"].into_iter().find_map(|name| element.attr(name)).unwrap_or_default();
        if !address.starts_with("/assets/") {
            faults.push(format!("loads `{address}`: {}", element.html()));
        }
    }
    for element in all(html, "img, source, audio, video") {
        let addresses = ["src", "srcset"].into_iter().filter_map(|name| element.attr(name));
        let foreign = addresses.flat_map(|list| list.split(", ")).find(|address| !is_medium(address));
        faults.extend(foreign.map(|address| format!("loads `{address}`: {}", element.html())));
    }
    if count(html, "[style], style, script:not([src])") > 0 {
        faults.push("inline style or script".to_owned());
    }
    let handlers = html.root_element().descendent_elements();
    faults.extend(
        handlers
            .filter(|element| element.value().attrs().any(|(name, _)| name.starts_with("on")))
            .map(|element| format!("inline handler: {}", element.html())),
    );
    faults
}

/// An address of ours for pictures, the public one or that of the desk.
fn is_medium(address: &str) -> bool {
    let address = address.strip_prefix("/en").unwrap_or(address);
    address.starts_with("/medien/") || address.starts_with("/redaktion/medien/")
}
