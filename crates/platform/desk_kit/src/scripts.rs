//! The ES modules that enhance forms. A page loads `desk.js`, which imports those before it, and those behind it by themselves.

macro_rules! modules {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../js/", $name)))),*]
    };
}

/// File name and source, each behind those that it imports.
pub(crate) const MODULES: &[(&str, &str)] = modules![
    "address.js",
    "dialog.js",
    "lines.js",
    "marks.js",
    "emphasis.js",
    "escape.js",
    "edit.js",
    "link.js",
    "table.js",
    "focus.js",
    "cut.js",
    "media.js",
    "insert.js",
    "paste_links.js",
    "paste_styles.js",
    "paste_html.js",
    "paste_blocks.js",
    "paste_text.js",
    "paste.js",
    "preview.js",
    "text.js",
    "pick.js",
    "rows.js",
    "medium.js",
    "drag.js",
    "parts.js",
    "desk.js",
    "unsent.js",
    "when.js",
    "colour.js",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_module_stands_behind_those_that_it_imports() {
        let mut known = HashSet::new();
        for (name, source) in MODULES {
            for import in source.split("from \"./").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(known.contains(import), "{name} imports {import}");
            }
            known.insert(*name);
        }
    }
}
