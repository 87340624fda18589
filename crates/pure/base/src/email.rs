//! E-mail addresses, checked as far as that is possible without sending.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A mailbox that the HTML standard would accept, with a dot in its domain; the domain is lower
/// case.
///
/// Quoted local parts and bare host names are legal mail but mistakes in every form that people
/// fill in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// The reason why a text is no address. The messages do not repeat it, because they may reach a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// No `@`, or nothing before it.
    #[error("an e-mail address needs a name, an \"@\" and a domain")]
    Parts,
    /// A character that cannot stand before the `@`, or the part is longer than 64 characters.
    #[error("the part before the \"@\" of an e-mail address has up to 64 letters, digits and marks")]
    Local,
    /// A domain without a dot, with an empty label or with other characters.
    #[error("the domain of an e-mail address has labels of a-z, 0-9 and \"-\", joined by dots")]
    Domain,
    /// More than [`Email::MAX`] characters in all.
    #[error("an e-mail address has at most {max} characters", max = Email::MAX)]
    TooLong,
}

impl Email {
    /// Most characters that fit into a mail server's envelope (RFC 5321).
    pub const MAX: usize = 254;

    /// Checks an address; surrounding blanks, as left by copying, are dropped.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(EmailError::Parts)?;
        if local.is_empty() || domain.is_empty() {
            return Err(EmailError::Parts);
        }
        if text.len() > Self::MAX {
            return Err(EmailError::TooLong);
        }
        if !is_local(local) {
            return Err(EmailError::Local);
        }
        let domain = domain.to_ascii_lowercase();
        if !is_domain(&domain) {
            return Err(EmailError::Domain);
        }
        Ok(Self(format!("{local}@{domain}")))
    }

    /// The address as a string, with its domain in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_local(local: &str) -> bool {
    let atom = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b))
    };
    local.len() <= 64 && local.split('.').all(atom)
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Email {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_addresses_are_accepted() {
        for text in ["kontakt@zukunftsbildung.example", "a.b+c@x-y.example", "o'hara@a.b.example"] {
            assert_eq!(Email::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn blanks_around_and_case_of_the_domain_do_not_matter() {
        let email = Email::parse(" Presse@Zukunftsbildung.EXAMPLE\n").unwrap();
        assert_eq!(email.as_str(), "Presse@zukunftsbildung.example");
    }

    #[test]
    fn refusal_says_which_part_is_wrong() {
        let refused = [
            ("", EmailError::Parts),
            ("kontakt", EmailError::Parts),
            ("@zukunft.example", EmailError::Parts),
            ("kontakt@", EmailError::Parts),
            ("a b@zukunft.example", EmailError::Local),
            ("a@b@zukunft.example", EmailError::Local),
            (".a@zukunft.example", EmailError::Local),
            ("a..b@zukunft.example", EmailError::Local),
            ("jörg@zukunft.example", EmailError::Local),
            ("a@localhost", EmailError::Domain),
            ("a@zukunft..example", EmailError::Domain),
            ("a@-zukunft.example", EmailError::Domain),
            ("a@zukunft.example\r\nBcc: b@zukunft.example", EmailError::Local),
            ("a@zukunft.example>", EmailError::Domain),
        ];
        for (text, error) in refused {
            assert_eq!(Email::parse(text), Err(error), "{text:?}");
        }
        assert_eq!(Email::parse(&format!("{}@zukunft.example", "a".repeat(65))), Err(EmailError::Local));
        assert_eq!(Email::parse(&format!("a@{}example", "zukunft.".repeat(32))), Err(EmailError::TooLong));
    }

    #[test]
    fn messages_do_not_repeat_the_address() {
        let error = Email::parse("geheim@ü").unwrap_err();
        assert!(!error.to_string().contains("geheim"));
    }

    proptest! {
        #[test]
        fn accepted_addresses_are_printable_ascii_and_stay_as_they_are(text in "[a-zA-Z0-9.@ -]{3,20}|.{0,20}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.as_str().bytes().all(|b| b.is_ascii_graphic()));
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
            }
        }
    }
}
