//! The form kit: parsing submissions, showing them again with faults, spam protection, and CSRF protection.
//!
//! A slice describes its form as [`Field`]s. [`Submission`] parses the submitted values; [`Shield`] judges
//! if a person sent them. If there are faults, the same page is shown again with the input, a message at
//! each field and a summary on top ([`Section`]), status 422. Nothing needs JavaScript, nobody has to solve
//! puzzles, and no page with a form is cached.
//!
//! Faults of single fields are texts in the visitor's language; faults of the request as a whole are
//! [`crate::Error`].

mod cut_off;
mod described;
mod field;
mod limiter;
mod quota;
mod resend;
mod same_site;
mod shield;
mod shown;
mod submission;

pub use crate::section::Section;
pub use cut_off::{END, Whole};
pub use described::{Again, Fault, Form};
pub use field::{Choice, Control, Field, Sample, YES};
pub use quota::{Counted, Quota, Rate, Wait};
pub use resend::{Resend, ResendField, SentForm};
pub use same_site::{is_embedded, is_from_another_site};
pub use shield::{Judgement, Shield, Suspicion};
pub use shown::{ShownField, ShownForm};
pub(crate) use submission::LARGEST_BODY;
pub use submission::{FormLimit, Submission, encoded};
