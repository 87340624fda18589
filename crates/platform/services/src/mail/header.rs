//! Headers of a mail besides sender, recipient and subject. Each has a type of its own, which accepts no
//! line break: no text of a visitor can become a header (header injection).

use base::coded;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The further headers of a mail, as JSON in the outbox. One that is missing in a row is not set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Headers {
    pub(super) auto_submitted: AutoSubmitted,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unsubscribe: Option<Unsubscribe>,
    /// Earlier mails of the same conversation, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) follows: Vec<Uuid>,
}

coded! {
    /// The header `Auto-Submitted` (RFC 3834), by which automatic responders know which mails to leave
    /// alone.
    #[derive(Default)]
    pub enum AutoSubmitted {
        /// A machine wrote it, so no machine should answer: sign-in links, receipts, notices.
        #[default]
        Generated = "auto-generated",
        /// A person wrote it.
        No = "no",
    }
}

/// The headers `List-Unsubscribe` (RFC 2369) and `List-Unsubscribe-Post` (RFC 8058): the address of a page
/// that takes the recipient off the list, with one click in the mail program if it begins with `https://`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Unsubscribe(String);

impl Unsubscribe {
    /// Most bytes of an address; a line of a mail has 998.
    pub const MAX: usize = 900;

    /// The address of a page, which must take a POST without any cookie.
    ///
    /// # Errors
    /// If it is no web address, too long, or contains blanks, line breaks, angle brackets or non-ASCII
    /// characters.
    pub fn new(address: &str) -> Result<Self, UnsubscribeError> {
        let is_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
        let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b','));
        let is_one = is_web && is_plain && address.len() <= Self::MAX;
        if is_one { Ok(Self(address.to_owned())) } else { Err(UnsubscribeError) }
    }

    /// The address of the page.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// True if the mail program may unsubscribe with one click, without a page: over TLS only.
    pub fn by_one_click(&self) -> bool {
        self.0.starts_with("https://")
    }
}

/// The text is no address for `List-Unsubscribe`. It is not repeated: it may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("List-Unsubscribe takes an address of the web in ASCII, at most {} bytes long", Unsubscribe::MAX)]
pub struct UnsubscribeError;

impl TryFrom<String> for Unsubscribe {
    type Error = UnsubscribeError;

    fn try_from(address: String) -> Result<Self, UnsubscribeError> {
        Self::new(&address)
    }
}

impl From<Unsubscribe> for String {
    fn from(unsubscribe: Unsubscribe) -> Self {
        unsubscribe.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_to_unsubscribe_is_one_word_of_the_web() {
        let secret = "https://zukunft.example/abmeldung/0a1b?x=1&y=%20";
        assert_eq!(Unsubscribe::new(secret).unwrap().address(), secret);
        assert!(Unsubscribe::new(secret).unwrap().by_one_click());
        assert!(!Unsubscribe::new("http://127.0.0.1:8080/abmeldung/0a1b").unwrap().by_one_click());
        let long = |length: usize| format!("https://{}", "a".repeat(length - 8));
        assert!(Unsubscribe::new(&long(Unsubscribe::MAX)).is_ok());
        for wrong in [
            "",
            "mailto:a@ort.example",
            "javascript:alert(1)",
            "https://a.example/\r\nBcc: alle@ort.example",
            "https://a.example/>,<https://b.example",
            "https://a.example/a b",
            "https://a.example/ü",
            "https://a.example/\0",
            &long(Unsubscribe::MAX + 1),
        ] {
            assert_eq!(Unsubscribe::new(wrong), Err(UnsubscribeError), "{wrong:?}");
            assert!(serde_json::from_value::<Unsubscribe>(wrong.into()).is_err(), "{wrong:?} in the outbox");
        }
    }

    #[test]
    fn headers_that_older_versions_have_stored_are_understood() {
        for stored in ["[]", "{}"] {
            assert_eq!(serde_json::from_str::<Headers>(stored).unwrap(), Headers::default(), "{stored}");
        }
    }
}
