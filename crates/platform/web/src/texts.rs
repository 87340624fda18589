//! Internationalization: texts of the interface, by key, in two languages (Project Fluent).
//!
//! Each room has its own `locales/{de,en}.ftl`; the app combines them once at the start.
//! A missing key shows as `⟨key⟩`, which the tests that render every page search for.

use std::borrow::Cow;

use anyhow::{Context as _, anyhow};
use base::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The texts of one room, as Fluent source.
#[derive(Debug, Clone, Copy)]
pub struct Locales {
    /// German, the source language.
    pub de: &'static str,
    /// English, with the same keys.
    pub en: &'static str,
}

/// A value for a variable of a text.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// A count, which selects the plural form.
    Number(i64),
    /// A name or phrase, inserted unchanged.
    Text(Cow<'a, str>),
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&i64> for Arg<'_> {
    fn from(number: &i64) -> Self {
        Self::Number(*number)
    }
}

impl From<&usize> for Arg<'_> {
    fn from(number: &usize) -> Self {
        (*number).into()
    }
}

impl<'a> From<&&'a String> for Arg<'a> {
    fn from(text: &&'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// The texts of all rooms.
pub struct Texts {
    de: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Texts {
    /// Combines the texts of all rooms.
    ///
    /// # Errors
    /// If a file does not parse or two rooms use the same key.
    pub fn new(rooms: &[Locales]) -> anyhow::Result<Self> {
        Ok(Self {
            de: bundle(Locale::De, rooms.iter().map(|room| room.de))?,
            en: bundle(Locale::En, rooms.iter().map(|room| room.en))?,
        })
    }

    /// The text of a key. Leichte Sprache has the German interface.
    pub fn get(&self, locale: Locale, key: &str, args: &[(&str, Arg)]) -> String {
        let bundle = if locale == Locale::En { &self.en } else { &self.de };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "text is missing");
            return format!("⟨{key}⟩");
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, fluent(value));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        if errors.is_empty() {
            return text;
        }
        tracing::error!(key, ?errors, "text cannot be filled in");
        format!("⟨{key}⟩")
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Texts")
    }
}

fn fluent<'a>(value: &'a Arg) -> FluentValue<'a> {
    match value {
        Arg::Number(number) => FluentValue::from(*number),
        Arg::Text(text) => FluentValue::from(text.as_ref()),
    }
}

fn bundle(locale: Locale, files: impl Iterator<Item = &'static str>) -> anyhow::Result<FluentBundle<FluentResource>> {
    let language = locale.code();
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse().context("language id")?]);
    // Bidi isolation marks would appear in titles and copied text; both languages run left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(if locale == Locale::En { english } else { german }));
    for file in files {
        let resource = FluentResource::try_new(file.to_owned())
            .map_err(|(_, errors)| anyhow!("{language}.ftl does not parse: {errors:?}"))?;
        bundle.add_resource(resource).map_err(|errors| anyhow!("{language}.ftl: {errors:?}"))?;
    }
    Ok(bundle)
}

/// Formats numbers in texts like all others: 40.000 in German, 40,000 in English.
fn german<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(value, Locale::De)
}

fn english<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(value, Locale::En)
}

fn number(value: &FluentValue, locale: Locale) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    number.as_string().parse().ok().map(|whole| base::words::number(whole, locale))
}
