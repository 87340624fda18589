//! The form fields for name and address. Hidden fields hold what was shown, so that nobody overwrites what somebody else
//! has changed meanwhile.

use base::Email;
use web::Ctx;
use web::form::{Control, Field, Submission};

use crate::details::{Correction, Details, Shown};
use crate::person::{self, Person};

const NAME: &str = "name";
const EMAIL: &str = "email";
const SHOWN_NAME: &str = "name-zuvor";
const SHOWN_EMAIL: &str = "email-zuvor";

/// The fault of each field.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
}

/// The form as it was sent, with its faults; at first, the person as they are.
#[derive(Debug)]
pub(super) struct DetailsForm {
    name: String,
    email: String,
    shown: Shown,
    pub(super) faults: Faults,
}

impl DetailsForm {
    /// The form as it is opened.
    pub(super) fn of(person: &Person) -> Self {
        let Details { name, email } = Details::from(person);
        let shown = Shown { name: name.clone(), email: email.to_string() };
        Self { name, email: email.to_string(), shown, faults: Faults::default() }
    }

    /// The form as it was sent.
    pub(super) fn sent(sent: &Submission) -> Self {
        let shown = Shown { name: sent.get(SHOWN_NAME).to_owned(), email: sent.get(SHOWN_EMAIL).to_owned() };
        let (name, email) = (sent.get(NAME).to_owned(), sent.get(EMAIL).to_owned());
        Self { name, email, shown, faults: Faults::default() }
    }

    /// The correction that it describes; `None` after its faults were noted.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Option<Correction> {
        let name = person::name(&self.name).ok_or_else(|| ctx.t("person-name-missing"));
        let email = Email::parse(&self.email).map_err(|_| ctx.t("sign-in-email-wrong"));
        match (name, email) {
            (Ok(name), Ok(email)) => Some(Correction { shown: self.shown.clone(), wanted: Details { name, email } }),
            (name, email) => {
                self.faults = Faults { name: name.err(), email: email.err() };
                None
            }
        }
    }

    /// Notes what somebody else has changed meanwhile; true if there is a conflict. The form then shows today's state,
    /// so that it can be sent once more on purpose.
    pub(super) fn is_in_conflict(&mut self, ctx: &Ctx, correction: &Correction, current: &Person) -> bool {
        let today = Details::from(current);
        if correction.name(current).is_err() {
            self.faults.name = Some(ctx.t_with("details-changed", "value", today.name.as_str()));
            self.shown.name = today.name;
        }
        if correction.email(current).is_err() {
            self.faults.email = Some(ctx.t_with("details-changed", "value", today.email.as_str()));
            self.shown.email = today.email.to_string();
        }
        self.faults.name.is_some() || self.faults.email.is_some()
    }

    /// The fields, with a hint on the address.
    pub(super) fn fields(self, ctx: &Ctx, email_hint: &str) -> Vec<Field> {
        let hidden =
            |name: &'static str, value: &str| Field::line(name, String::new()).with(Control::Hidden).filled(value);
        vec![
            Field::line(NAME, ctx.t("person-name")).required().filled(&self.name).checked(self.faults.name),
            Field::line(EMAIL, ctx.t("sign-in-email"))
                .hinted(ctx.t(email_hint))
                .required()
                .with(Control::Line("email", "off"))
                .filled(&self.email)
                .checked(self.faults.email),
            hidden(SHOWN_NAME, &self.shown.name),
            hidden(SHOWN_EMAIL, &self.shown.email),
        ]
    }
}
