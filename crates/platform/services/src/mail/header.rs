//! What a mail says of itself beyond sender, recipient and subject. Each header has a type of its own, which takes no
//! line break: nothing that a visitor writes becomes a header.

use base::coded;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The further headers of a mail, as the outbox keeps them. A header that a row does not name is not there.
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
    /// The header `Auto-Submitted`: tells programs that answer by themselves (RFC 3834).
    #[derive(Default)]
    pub enum AutoSubmitted {
        /// A machine wrote it, nobody shall answer by machine: sign-in links, receipts, notices.
        #[default]
        Generated = "auto-generated",
        /// A person wrote it.
        No = "no",
    }
}

/// The headers `List-Unsubscribe` (RFC 2369) and `List-Unsubscribe-Post` (RFC 8058): an address whose page takes the
/// recipient from the list, by one click in their mail program if it begins with `https://`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Unsubscribe(String);

impl Unsubscribe {
    /// Most bytes of an address; a line of a mail has 998.
    pub const MAX: usize = 900;

    /// The address of a page, which must take a POST without any cookie.
    ///
    /// # Errors
    /// If it is none of the web, too long, or holds what would end it: blanks, line breaks, angle brackets, anything
    /// beyond ASCII.
    pub fn new(address: &str) -> Result<Self, UnsubscribeError> {
        let is_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
        let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b','));
        let is_one = is_web && is_plain && address.len() <= Self::MAX;
        if is_one { Ok(Self(address.to_owned())) } else { Err(UnsubscribeError) }
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// Whether one click may do it, without a page: over TLS only.
    pub fn by_one_click(&self) -> bool {
        self.0.starts_with("https://")
    }
}

/// That is no address for `List-Unsubscribe`. It is not repeated: it may hold a secret.
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
