//! Writes TOML the way people would: one line per key, small tables inline, long lists one item
//! per line. The same values always give the same bytes.

use std::fmt::Write as _;

use serde::Serialize;
use toml::Value;
use toml::ser::Error;

/// A file of an entry: the card's plain keys, its slice's table, the card's lists, the Markdown.
///
/// # Errors
/// If a value has no TOML form.
pub fn print(card: &impl Serialize, table: Option<(&str, Value)>, body: &str) -> Result<String, Error> {
    let card = Value::try_from(card)?;
    let mut text = String::from("+++\n");
    keys(&mut text, &card, is_section);
    if let Some((name, table)) = table {
        section(&mut text, name, &table);
    }
    sections(&mut text, &card);
    text.push_str("+++\n");
    if !body.is_empty() {
        let _ = write!(text, "\n{body}\n");
    }
    Ok(text)
}

/// A whole TOML file: plain keys first, then tables, then lists of tables.
///
/// # Errors
/// If a value has no TOML form.
pub fn toml_text(value: &impl Serialize) -> Result<String, Error> {
    let value = Value::try_from(value)?;
    let mut text = String::new();
    keys(&mut text, &value, is_section);
    sections(&mut text, &value);
    Ok(text)
}

/// True if a value at the top of a file gets a heading of its own: tables and lists of tables do, a text in
/// two languages (`{ de = …, en = … }`) does not.
fn is_section(value: &Value) -> bool {
    match value {
        Value::Table(table) => !table.contains_key("de"),
        Value::Array(items) => items.first().is_some_and(is_section),
        _ => false,
    }
}

fn keys(text: &mut String, value: &Value, skip: fn(&Value) -> bool) {
    let Value::Table(table) = value else { return };
    for (key, value) in table.iter().filter(|(_, value)| !skip(value)) {
        let _ = writeln!(text, "{key} = {}", inline(value, Lists::OneItemPerLine));
    }
}

fn sections(text: &mut String, value: &Value) {
    let Value::Table(table) = value else { return };
    for (key, value) in table.iter().filter(|(_, value)| is_section(value)) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| section(text, &format!("[{key}]"), item)),
            value => section(text, key, value),
        }
    }
}

fn section(text: &mut String, name: &str, value: &Value) {
    if !text.is_empty() && !text.ends_with("+++\n") {
        text.push('\n');
    }
    let _ = writeln!(text, "[{name}]");
    keys(text, value, |_| false);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    OneItemPerLine,
    OnOneLine,
}

/// A value on the right of an equals sign. Only lists of tables take more than one line.
fn inline(value: &Value, lists: Lists) -> String {
    match value {
        Value::Array(items) if lists == Lists::OneItemPerLine && items.iter().any(Value::is_table) => {
            let lines: Vec<String> =
                items.iter().map(|item| format!("    {},\n", inline(item, Lists::OnOneLine))).collect();
            format!("[\n{}]", lines.concat())
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(item, Lists::OnOneLine)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) => {
            let pairs: Vec<String> =
                table.iter().map(|(key, value)| format!("{key} = {}", inline(value, Lists::OnOneLine))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Value::String(text) => quoted(text),
        plain => plain.to_string(),
    }
}

/// A basic string. Written out here because the library chooses among four kinds of quotes by
/// what is inside, which people then imitate wrongly.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_before_tables_and_tables_before_lists() {
        let value: toml::Table = toml::from_str(
            "name = { de = \"a\" }\nlist = [{ x = 1, y = { de = \"b\" } }]\n[place]\nlines = [\"c\"]\nrows = [{ z = 1.5 }]\n",
        )
        .unwrap();
        assert_eq!(
            toml_text(&value).unwrap(),
            "name = { de = \"a\" }\n\n[[list]]\nx = 1\ny = { de = \"b\" }\n\n[place]\nlines = [\"c\"]\nrows = [\n    { z = 1.5 },\n]\n"
        );
    }

    #[test]
    fn strings_survive_the_way_out_and_back() {
        for text in ["", "„Vielfalt“", "a \"b\" \\ c", "x\ny\tz\u{7}", "1"] {
            let file = format!("key = {}", quoted(text));
            let table: toml::Table = toml::from_str(&file).unwrap();
            assert_eq!(table["key"].as_str(), Some(text), "{file}");
        }
    }
}
