//! The page to go to after sign-in, taken from a query parameter: always one of this site (no open
//! redirect).

/// Name of the query parameter.
pub(crate) const WEITER: &str = "weiter";
/// Name of the query parameter that asks a person to sign in once more.
pub(crate) const AGAIN: &str = "neu";
/// Longest path, in bytes.
const LONGEST: usize = 500;

/// A path on this site, with its query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Onward(String);

impl Onward {
    /// Parses a path of this site; `None` for other hosts and malformed paths. Browsers take `//host` and
    /// `/\host` for other hosts, and drop tabs and line breaks before they look.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_ours = text.starts_with('/')
            && !text.starts_with("//")
            && !text.contains('\\')
            && text.bytes().all(|byte| byte.is_ascii_graphic())
            && text.len() <= LONGEST;
        is_ours.then(|| Self(text.to_owned()))
    }

    /// The path with its query.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as query string of the sign-in page.
    pub(crate) fn as_query(&self) -> String {
        let byte = |byte: u8| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        };
        format!("?{WEITER}={}", self.0.bytes().map(byte).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for own in ["/redaktion", "/en/redaktion/personen?rolle=editor&seite=2"] {
            assert_eq!(Onward::parse(own).unwrap().as_str(), own);
        }
        for foreign in [
            "",
            "redaktion",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/redaktion\r\nSet-Cookie: x=y",
            "/ü",
            &format!("/{}", "a".repeat(500)),
        ] {
            assert_eq!(Onward::parse(foreign), None, "{foreign:?}");
        }
    }

    #[test]
    fn path_survives_as_a_part_of_an_address() {
        let onward = Onward::parse("/redaktion/personen?rolle=editor&seite=2").unwrap();
        assert_eq!(onward.as_query(), "?weiter=/redaktion/personen%3Frolle%3Deditor%26seite%3D2");
    }
}
