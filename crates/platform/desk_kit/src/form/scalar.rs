//! Single values as people type them. The error of each is a sentence that says what to type.

use std::num::NonZeroU8;

use base::words;
use edtf::When;
use jiff::civil::Time;
use markdown::{MOST_BLOCKS, MOST_BYTES, MOST_LEVELS, MOST_PICTURES, Unfit};
use serde_json::{Value, json};
use web::Ctx;

use super::amount;

/// A whole number.
pub(super) fn number(ctx: &Ctx, text: &str) -> Result<Value, String> {
    text.parse::<i64>().map(|number| json!(number)).map_err(|_| ctx.t("input-no-number"))
}

/// A number in a row that begins with 1: the day of an event.
pub(super) fn ordinal(ctx: &Ctx, text: &str) -> Result<Value, String> {
    let number = text.parse::<NonZeroU8>().map(|number| json!(number));
    number.map_err(|_| ctx.t_with("input-no-ordinal", "most", i64::from(u8::MAX)))
}

/// A number with at most one decimal place; thousands may be set apart.
pub(super) fn amount(ctx: &Ctx, text: &str) -> Result<Value, String> {
    amount::read(text, ctx.interface()).map(|number| json!(number)).ok_or_else(|| ctx.t("input-no-amount"))
}

/// A time of day: `9:30`, `9.30`, `9 Uhr`, `9`; `24:00` and `24 Uhr` are the end of the day.
pub(super) fn time(ctx: &Ctx, text: &str) -> Result<Value, String> {
    if matches!(plain_time(text).as_str(), "24" | "24:00") {
        return Ok(json!("24:00"));
    }
    clock_time(ctx, text).map(|time| json!(format!("{:02}:{:02}", time.hour(), time.minute())))
}

/// A time of day from 0:00 to 23:59, typed as for a field.
pub fn clock_time(ctx: &Ctx, text: &str) -> Result<Time, String> {
    let plain = plain_time(text);
    let (hour, minute) = plain.split_once(':').unwrap_or((&plain, "00"));
    let minute = minute.parse::<i8>().ok().filter(|_| minute.len() == 2);
    let time = hour.parse::<i8>().ok().zip(minute).and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    time.ok_or_else(|| ctx.t("input-no-time"))
}

fn plain_time(text: &str) -> String {
    text.trim_end_matches("Uhr").trim_end_matches('h').trim().replace('.', ":")
}

/// A web address.
pub fn address(ctx: &Ctx, text: &str) -> Result<Value, String> {
    let is_address = ["https://", "http://"].iter().any(|start| text.len() > start.len() && text.starts_with(start));
    if is_address && !text.contains(char::is_whitespace) { Ok(json!(text)) } else { Err(ctx.t("input-no-address")) }
}

/// A text in Markdown that can be shown.
pub fn markdown(ctx: &Ctx, text: &str) -> Result<Value, String> {
    markdown::check(text).map(|()| json!(text)).map_err(|unfit| no_markdown(ctx, unfit))
}

/// The reason why a text in Markdown cannot be shown, in words.
pub fn no_markdown(ctx: &Ctx, unfit: Unfit) -> String {
    let number = |number: usize| words::number(i64::try_from(number).unwrap_or(i64::MAX), ctx.interface());
    let told = |key: &str, name: &str, value: usize, most: usize| {
        ctx.t_args(key, &[(name, number(value).into()), ("most", number(most).into())])
    };
    match unfit {
        Unfit::TooLong(bytes) => told("input-text-too-long", "bytes", bytes, MOST_BYTES),
        Unfit::TooDeep { line } => told("input-text-too-deep", "line", line, MOST_LEVELS),
        Unfit::TooManyBlocks { line } => told("input-text-too-many-blocks", "line", line, MOST_BLOCKS),
        Unfit::TooManyPictures { line } => told("input-text-too-many-pictures", "line", line, MOST_PICTURES),
    }
}

/// One of these words.
pub(super) fn choice(ctx: &Ctx, text: &str, words: &[&str]) -> Result<Value, String> {
    if words.contains(&text) { Ok(json!(text)) } else { Err(ctx.t("input-no-choice")) }
}

/// A date that may be vague.
pub fn when(ctx: &Ctx, text: &str) -> Result<edtf::Reading, String> {
    When::read(text, ctx.state().clock.today(), ctx.interface()).map_err(|error| web::date_fault(ctx, &error))
}
