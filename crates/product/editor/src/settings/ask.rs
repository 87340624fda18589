//! One value of the settings: where it stands in the document, how it is asked for, what it may be.

use base::{Email, Locale, VideoAddress, words};
use edtf::When;
use serde_json::{Value, json};
use web::Ctx;
use web::form::{Choice, Control, Field, YES};
use web::initiative::{Colour, Scheme, Shades, Weak};

/// Most characters of a line.
const LINE: usize = 300;
/// Most characters of a text.
const TEXT: usize = 2_000;
/// Nobody promises an answer within more days.
const MOST_DAYS: u16 = 365;

/// A value that a form asks for.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    /// Where it stands, as a JSON pointer.
    pub(super) at: String,
    /// Its label is the text `setting-` and this.
    key: &'static str,
    shape: Shape,
    is_required: bool,
    /// The language of a text that exists in both.
    language: Option<Locale>,
    number: Option<i64>,
}

/// How a value is asked for, and what it may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// One line.
    Line,
    /// Several lines as one text.
    Text,
    /// Several lines as a list.
    Lines,
    Email,
    /// A day, as people type it.
    Day,
    /// How many days.
    Days,
    Yes,
    /// One of these words; their labels are the label's key and the word.
    Choice(&'static [&'static str]),
    Colour(Scheme),
    Video,
}

/// Something that is asked for as often as needed; each part is a text in both languages. Without parts it
/// is a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) at: &'static str,
    pub(super) key: &'static str,
    pub(super) parts: &'static [&'static str],
}

/// A text in German, which may be required, and in English.
pub(super) fn both(at: &str, key: &'static str, shape: Shape, is_required: bool) -> [Ask; 2] {
    [Locale::De, Locale::En].map(|locale| Ask {
        language: Some(locale),
        is_required: is_required && locale == Locale::De,
        ..Ask::new(format!("{at}/{locale}"), key, shape)
    })
}

impl Ask {
    pub(super) fn new(at: impl Into<String>, key: &'static str, shape: Shape) -> Self {
        Self { at: at.into(), key, shape, is_required: false, language: None, number: None }
    }

    pub(super) fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    pub(super) fn numbered(self, number: i64) -> Self {
        Self { number: Some(number), ..self }
    }

    /// Its name in the form.
    pub(super) fn name(&self) -> String {
        self.at.trim_start_matches('/').replace(['/', '_'], "-")
    }

    /// What it is called.
    pub(super) fn label(&self, ctx: &Ctx) -> String {
        let key = format!("setting-{}", self.key);
        let label = match self.number {
            Some(number) => ctx.t_with(&key, "number", number),
            None => ctx.t(&key),
        };
        let kind = match (self.language, self.shape) {
            (Some(Locale::En), _) => "setting-in-english",
            (Some(_), _) => "setting-in-german",
            (None, Shape::Colour(Scheme::Light)) => "setting-in-light",
            (None, Shape::Colour(Scheme::Dark)) => "setting-in-dark",
            _ => return label,
        };
        ctx.t_with(kind, "label", &label)
    }

    /// The field of the form, filled with the value of a document.
    pub(super) fn field(&self, ctx: &Ctx, value: Option<&Value>) -> Field {
        let control = match self.shape {
            Shape::Text => Control::Lines(4),
            Shape::Lines => Control::Lines(3),
            Shape::Yes => Control::Check,
            Shape::Choice(codes) => Control::Choice(codes.iter().map(|code| self.choice(ctx, code)).collect()),
            Shape::Email => Control::Line("email", "off"),
            Shape::Colour(scheme) => self.swatch(ctx, value, scheme),
            Shape::Line | Shape::Day | Shape::Days | Shape::Video => Control::Line("text", "off"),
        };
        let field = Field::line(self.name(), self.label(ctx)).with(control).filled(&self.typed(ctx, value));
        let field = if self.is_required { field.required() } else { field };
        match (self.hint(), self.shape) {
            (Some(hint), Shape::Colour(scheme)) => {
                let own = self.own(scheme).map(|colour| colour.to_string()).unwrap_or_default();
                field.hinted(ctx.t_with(hint, "own", own.as_str()))
            }
            (Some(hint), _) => field.hinted(ctx.t(hint)),
            (None, _) => field,
        }
    }

    /// The colour that comes with the program.
    fn own(&self, scheme: Scheme) -> Option<Colour> {
        let name = self.at.split('/').nth(2)?;
        Shades::own(name).map(|shades| shades.of(scheme))
    }

    /// The colour that holds, or the one that was typed if it is one.
    fn swatch(&self, ctx: &Ctx, value: Option<&Value>, scheme: Scheme) -> Control {
        let colour = Colour::parse(&self.typed(ctx, value)).or_else(|| self.own(scheme));
        Control::Colour(colour.map(|colour| colour.to_string()).unwrap_or_default(), scheme.paper().to_string())
    }

    fn choice(&self, ctx: &Ctx, code: &str) -> Choice {
        Choice { value: code.to_owned(), label: ctx.t(&format!("setting-{}-{code}", self.key)) }
    }

    fn hint(&self) -> Option<&'static str> {
        Some(match (self.key, self.shape) {
            ("imprint-address", _) => "setting-address-hint",
            ("english", _) => "setting-english-hint",
            ("mail-address", _) => "setting-mail-address-hint",
            ("mail-name", _) => "setting-mail-name-hint",
            ("demonstration", _) => "setting-demonstration-hint",
            (_, Shape::Colour(Scheme::Light)) => "setting-colour-hint-light",
            (_, Shape::Colour(Scheme::Dark)) => "setting-colour-hint-dark",
            (_, Shape::Day) => "setting-day-hint",
            (_, Shape::Video) => "setting-video-hint",
            _ => return None,
        })
    }

    /// The value as people would type it.
    pub(super) fn typed(&self, ctx: &Ctx, value: Option<&Value>) -> String {
        match (self.shape, value) {
            (_, None | Some(Value::Null)) => String::new(),
            (Shape::Day, Some(Value::String(day))) => {
                day.parse().map_or_else(|_| day.clone(), |day| words::date(day, ctx.interface()))
            }
            (Shape::Email, Some(Value::String(text))) => Email::shown(text),
            (_, Some(Value::String(text))) => text.clone(),
            (_, Some(Value::Bool(yes))) => {
                if *yes {
                    YES.to_owned()
                } else {
                    String::new()
                }
            }
            (_, Some(Value::Array(lines))) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
            (_, Some(other)) => other.to_string(),
        }
    }

    /// Reads what was typed; none for a value that is left out.
    pub(super) fn read(&self, ctx: &Ctx, typed: &str) -> Result<Option<Value>, String> {
        if let Shape::Yes = self.shape {
            return Ok(Some(json!(typed == YES)));
        }
        if typed.is_empty() {
            return if self.is_required { Err(ctx.t("setting-missing")) } else { Ok(None) };
        }
        let most = if matches!(self.shape, Shape::Text | Shape::Lines) { TEXT } else { LINE };
        if typed.chars().count() > most {
            return Err(ctx.t_count("setting-too-long", most));
        }
        self.read_shape(ctx, typed).map(Some)
    }

    fn read_shape(&self, ctx: &Ctx, typed: &str) -> Result<Value, String> {
        let line = || typed.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.shape {
            Shape::Line | Shape::Yes => Ok(json!(line())),
            Shape::Text => Ok(json!(typed)),
            Shape::Lines => Ok(json!(typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>())),
            Shape::Email => Email::parse(typed).map(|email| json!(email)).map_err(|_| ctx.t("setting-email-wrong")),
            Shape::Video => {
                VideoAddress::parse(typed).map(|address| json!(address)).map_err(|_| ctx.t("setting-video-wrong"))
            }
            Shape::Choice(codes) if codes.contains(&typed) => Ok(json!(typed)),
            Shape::Choice(_) => Err(ctx.t("setting-missing")),
            Shape::Days => match typed.parse() {
                Ok(days @ 1..=MOST_DAYS) => Ok(json!(days)),
                _ => Err(ctx.t_count("setting-days-wrong", i64::from(MOST_DAYS))),
            },
            Shape::Day => day(ctx, typed),
            Shape::Colour(scheme) => colour(ctx, typed, scheme),
        }
    }
}

/// One certain day, as people type it.
fn day(ctx: &Ctx, typed: &str) -> Result<Value, String> {
    let read = When::read(typed, ctx.state().clock.today(), ctx.interface());
    let reading = read.map_err(|error| web::date_fault(ctx, &error))?;
    match reading
        .when
        .earliest()
        .filter(|_| !reading.when.is_vague() && reading.when.earliest() == reading.when.latest())
    {
        Some(day) => Ok(json!(day)),
        None => Err(ctx.t("setting-day-vague")),
    }
}

/// A colour that can be read.
fn colour(ctx: &Ctx, typed: &str, scheme: Scheme) -> Result<Value, String> {
    let colour = Colour::parse(typed).ok_or_else(|| ctx.t("setting-colour-wrong"))?;
    match colour.check(scheme) {
        Ok(()) => Ok(json!(colour)),
        Err(Weak { ratio, nearest }) => {
            let key = if scheme == Scheme::Light { "setting-colour-weak-light" } else { "setting-colour-weak-dark" };
            let nearest = nearest.to_string();
            Err(ctx.t_args(key, &[("ratio", in_words(ctx, ratio).into()), ("nearest", nearest.as_str().into())]))
        }
    }
}

/// A ratio with one digit behind the comma, never rounded up: 4.46 must not read as 4.5.
fn in_words(ctx: &Ctx, ratio: f64) -> String {
    let text = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    if ctx.interface() == Locale::En { text } else { text.replace('.', ",") }
}
