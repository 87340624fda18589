//! E-mail addresses, checked as far as that is possible without sending.

use std::fmt;
use std::str::FromStr;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Serialize};

/// A mailbox that the HTML standard would accept, with a dot in its domain; the domain is lower
/// case.
///
/// It is kept and sent in ASCII ([`Email::as_str`]: `info@xn--mller-kva.example`) and shown to people as they
/// write it ([`fmt::Display`]: `info@müller.example`). Both are read as the same address.
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
    /// A domain without a dot, with an empty label or with characters that no domain has.
    #[error("the domain of an e-mail address has labels of letters, digits and \"-\", joined by dots")]
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
        if text.chars().count() > Self::MAX {
            return Err(EmailError::TooLong);
        }
        if !is_local(local) {
            return Err(EmailError::Local);
        }
        let domain = Uts46::new()
            .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Ignore)
            .map_err(|_| EmailError::Domain)?;
        if !is_domain(&domain) {
            return Err(EmailError::Domain);
        }
        let address = format!("{local}@{domain}");
        if address.len() > Self::MAX { Err(EmailError::TooLong) } else { Ok(Self(address)) }
    }

    /// An address as people write it, of a text that may be none: what they typed stays as it is.
    pub fn shown(text: &str) -> String {
        Self::parse(text).map_or_else(|_| text.to_owned(), |email| email.to_string())
    }

    /// True for an address at which nobody reads mail: the top-level domain `.example` is reserved for documents
    /// (RFC 2606).
    pub fn is_placeholder(&self) -> bool {
        self.0.ends_with(".example")
    }

    /// The address as people write it, in pieces between which a line may end: behind the `@` and before each dot.
    pub fn pieces(&self) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for letter in self.to_string().chars() {
            match pieces.last_mut() {
                Some(piece) if letter != '.' && !piece.ends_with('@') => piece.push(letter),
                _ => pieces.push(letter.to_string()),
            }
        }
        pieces
    }

    /// The address in ASCII, as it is kept, compared and sent.
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

/// Whether a label of a domain is shown in its own letters. Those of other scripts can look like Latin ones, and would
/// let one domain pass for another; they stay in ASCII.
fn is_latin(label: &[char]) -> bool {
    label.iter().all(|c| c.is_ascii() || matches!(c, '\u{df}'..='\u{f6}' | '\u{f8}'..='\u{17f}'))
}

/// For people: a domain with umlauts is written with them.
impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.rsplit_once('@') {
            Some((local, domain)) if domain.contains("xn--") => {
                let (domain, _) = Uts46::new().to_user_interface(
                    domain.as_bytes(),
                    AsciiDenyList::STD3,
                    Hyphens::CheckFirstLast,
                    |label, _, _| is_latin(label),
                );
                f.pad(&format!("{local}@{domain}"))
            }
            _ => f.pad(&self.0),
        }
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
    fn line_ends_behind_the_at_sign_or_before_a_dot() {
        let email = Email::parse("vor.nach@zukunfts-bildung.example").unwrap();
        assert_eq!(email.pieces(), ["vor", ".nach@", "zukunfts-bildung", ".example"]);
        assert_eq!(Email::parse("info@müller.example").unwrap().pieces().concat(), "info@müller.example");
    }

    #[test]
    fn blanks_around_and_case_of_the_domain_do_not_matter() {
        let email = Email::parse(" Presse@Zukunftsbildung.EXAMPLE\n").unwrap();
        assert_eq!(email.as_str(), "Presse@zukunftsbildung.example");
    }

    #[test]
    fn domain_with_umlauts_is_kept_in_ascii_and_shown_as_people_write_it() {
        for (typed, kept, shown) in [
            ("info@müller.example", "info@xn--mller-kva.example", "info@müller.example"),
            ("Info@MÜLLER.Example", "Info@xn--mller-kva.example", "Info@müller.example"),
            ("info@mu\u{308}ller.example", "info@xn--mller-kva.example", "info@müller.example"),
            ("info@XN--MLLER-KVA.example", "info@xn--mller-kva.example", "info@müller.example"),
            ("a@straße.żółw.example", "a@xn--strae-oqa.xn--w-uga1v8h.example", "a@straße.żółw.example"),
            ("a@ort。example", "a@ort.example", "a@ort.example"),
        ] {
            let email = Email::parse(typed).unwrap();
            assert_eq!((email.as_str(), email.to_string().as_str()), (kept, shown), "{typed}");
            assert_eq!(serde_json::to_string(&email).unwrap(), format!("\"{kept}\""));
        }
    }

    #[test]
    fn domain_in_letters_that_look_like_latin_ones_is_shown_in_ascii() {
        // The first letter is Cyrillic.
        let email = Email::parse("a@\u{430}pfel.example").unwrap();
        assert_eq!(email.to_string(), email.as_str());
        assert!(email.as_str().starts_with("a@xn--"), "{email}");
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
            ("a@mül_ler.example", EmailError::Domain),
            ("a@-müller.example", EmailError::Domain),
            ("a@müller", EmailError::Domain),
            ("a@müller..example", EmailError::Domain),
            ("a@mül ler.example", EmailError::Domain),
            ("a@\u{301}müller.example", EmailError::Domain),
            ("a@xn--a.example", EmailError::Domain),
            ("a@mü\u{2028}ller.example", EmailError::Domain),
            ("a＠b.example", EmailError::Parts),
            ("a@b＠c.example", EmailError::Domain),
        ];
        for (text, error) in refused {
            assert_eq!(Email::parse(text), Err(error), "{text:?}");
        }
        assert_eq!(Email::parse(&format!("{}@zukunft.example", "a".repeat(65))), Err(EmailError::Local));
        assert_eq!(Email::parse(&format!("a@{}example", "zukunft.".repeat(32))), Err(EmailError::TooLong));
        let umlauts = |labels: usize| Email::parse(&format!("a@{}example", "ü.".repeat(labels)));
        assert_eq!(umlauts(30).unwrap().as_str().len(), 249);
        assert_eq!(umlauts(31), Err(EmailError::TooLong), "what is sent counts, and that is longer");
        assert_eq!(Email::parse(&format!("a@{}.example", "ü".repeat(64))), Err(EmailError::Domain));
    }

    #[test]
    fn reserved_domain_is_a_placeholder() {
        assert!(Email::parse("kontakt@zukunftsbildung.example").unwrap().is_placeholder());
        // Only the end of the domain is reserved.
        assert!(!Email::parse(&["kontakt@", "example.zukunft.ruhr"].concat()).unwrap().is_placeholder());
    }

    #[test]
    fn messages_do_not_repeat_the_address() {
        let error = Email::parse("geheim@ü").unwrap_err();
        assert!(!error.to_string().contains("geheim"));
    }

    proptest! {
        #[test]
        fn accepted_addresses_are_printable_ascii_and_stay_as_they_are(
            text in "[a-zA-Z0-9.@ -]{3,20}|a@[a-zäöüßñşа-я中.-]{1,20}\\.example|.{0,20}"
        ) {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.as_str().bytes().all(|b| b.is_ascii_graphic()));
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
                let shown = email.to_string();
                prop_assert_eq!(Email::parse(&shown), Ok(email.clone()));
            }
        }
    }
}
