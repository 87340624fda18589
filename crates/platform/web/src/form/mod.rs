//! The form kit: reading what was sent, showing it again with messages, and keeping machines out.
//!
//! A slice describes its form as [`Field`]s. [`Submission`] reads what a visitor sent; [`Shield`]
//! judges whether a person did. If something is wrong, the same page comes back with the input, a
//! message at each field and a summary on top ([`Section`]), status 422. Nothing needs JavaScript,
//! nothing asks people to solve puzzles, and no page with a form is kept by anybody.
//!
//! Refusals of single fields are texts in the visitor's language; what concerns the request as a
//! whole is [`crate::Error`].

mod cut_off;
mod field;
mod form;
mod limiter;
mod quota;
mod resend;
mod same_site;
mod shield;
mod shown;
mod submission;

pub use crate::section::Section;
pub use cut_off::{END, Whole};
pub use field::{Choice, Control, Field, YES};
pub use form::{Again, Fault, Form};
pub use quota::{Counted, Quota, Rate, Wait};
pub(crate) use resend::{Resend, SentForm};
pub use same_site::{is_embedded, is_from_another_site};
pub use shield::{Judgement, Shield, Suspicion};
pub use shown::{ShownField, ShownForm};
pub(crate) use submission::LARGEST_BODY;
pub use submission::{FormLimit, Submission, encoded};
