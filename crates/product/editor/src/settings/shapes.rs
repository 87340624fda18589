//! Values that only the settings have: a certain day, a number of days, a colour.

use base::{Locale, words};
use edtf::{Reading, When};
use golden_thread::sheet::Shape;
use serde_json::{Value, json};
use web::Ctx;
use web::form::{Control, Sample};
use web::initiative::{Colour, Scheme, Shades, Weak};

/// Most days within which an answer can be promised.
const MOST_DAYS: u16 = 365;

/// One certain day.
pub(super) static DAY: Day = Day;
/// A number of days within which an answer is promised.
pub(super) static DAYS: Days = Days;

/// One certain day, as people type it.
#[derive(Debug)]
pub(super) struct Day;

impl Shape for Day {
    fn read(&self, ctx: &Ctx, typed: &str) -> Result<Value, String> {
        let read = When::read(typed, ctx.state().clock.today(), ctx.interface());
        let Reading { when, hours } = read.map_err(|error| web::date_fault(ctx, &error))?;
        let day = when.certain_day().filter(|_| hours.is_none());
        day.map(|day| json!(day)).ok_or_else(|| ctx.t("setting-day-vague"))
    }

    fn typed(&self, ctx: &Ctx, value: &Value) -> String {
        let day = value.as_str().unwrap_or_default();
        day.parse().map_or_else(|_| day.to_owned(), |day| words::date(day, ctx.interface()))
    }
}

/// A number of days.
#[derive(Debug)]
pub(super) struct Days;

impl Shape for Days {
    fn read(&self, ctx: &Ctx, typed: &str) -> Result<Value, String> {
        match typed.parse() {
            Ok(days @ 1..=MOST_DAYS) => Ok(json!(days)),
            _ => Err(ctx.t_count("setting-days-wrong", i64::from(MOST_DAYS))),
        }
    }
}

/// A colour on one surrounding. One that cannot be read there is refused with the nearest that can.
#[derive(Debug)]
pub(super) struct ColourOf {
    /// Its name in the settings.
    pub(super) name: &'static str,
    /// The number of its field of action.
    pub(super) number: Option<i64>,
    /// The surrounding.
    pub(super) scheme: Scheme,
}

impl ColourOf {
    /// The colour that comes with the product.
    fn own(&self) -> Option<Colour> {
        Shades::own(self.name).map(|shades| shades.of(self.scheme))
    }
}

impl Shape for ColourOf {
    fn read(&self, ctx: &Ctx, typed: &str) -> Result<Value, String> {
        let colour = Colour::parse(typed).ok_or_else(|| ctx.t("setting-colour-wrong"))?;
        colour.check(self.scheme).map(|()| json!(colour)).map_err(|Weak { ratio, nearest }| {
            let light = self.scheme == Scheme::Light;
            let key = if light { "setting-colour-weak-light" } else { "setting-colour-weak-dark" };
            let nearest = nearest.to_string();
            ctx.t_args(key, &[("ratio", in_words(ctx, ratio).into()), ("nearest", nearest.as_str().into())])
        })
    }

    /// With a sample of the colour that is typed, or else of the one that holds.
    fn control(&self, typed: &str) -> Control {
        let own = self.own().map(|colour| colour.to_string()).unwrap_or_default();
        let colour = Colour::parse(typed).map_or_else(|| own.clone(), |colour| colour.to_string());
        let grounds = self.scheme.grounds().map(|ground| ground.to_string()).collect();
        Control::Colour(Sample { colour, own, grounds })
    }

    fn label(&self, ctx: &Ctx, key: &str) -> String {
        let label = self.number.map_or_else(|| ctx.t(key), |number| ctx.t_with(key, "number", number));
        in_scheme(ctx, self.scheme == Scheme::Light, label)
    }

    fn hint(&self, ctx: &Ctx, key: &str) -> String {
        ctx.t_with(key, "own", self.own().map(|colour| colour.to_string()).unwrap_or_default())
    }
}

/// A label with the surrounding of its colour.
pub(super) fn in_scheme(ctx: &Ctx, is_light: bool, label: String) -> String {
    ctx.t_with(if is_light { "setting-in-light" } else { "setting-in-dark" }, "label", label)
}

/// A ratio with one digit behind the comma, never rounded up: 4.46 must not read as 4.5.
fn in_words(ctx: &Ctx, ratio: f64) -> String {
    let text = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    if ctx.interface() == Locale::En { text } else { text.replace('.', ",") }
}
