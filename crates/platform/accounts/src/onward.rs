//! Where somebody goes after they have signed in: a page of ours, whatever an address says.

/// The name of the parameter in addresses.
pub(crate) const WEITER: &str = "weiter";
/// The name of the parameter that asks somebody who has signed in to do so once more.
pub(crate) const AGAIN: &str = "neu";
/// Longest path that is kept.
const LONGEST: usize = 500;

/// A path on this site, with its query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Onward(String);

impl Onward {
    /// A path of ours; `None` for what leads elsewhere or nowhere. Browsers take `//host` and `/\host`
    /// for other hosts, and drop tabs and line breaks before they look.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_ours = text.starts_with('/')
            && !text.starts_with("//")
            && !text.contains('\\')
            && text.bytes().all(|byte| byte.is_ascii_graphic())
            && text.len() <= LONGEST;
        is_ours.then(|| Self(text.to_owned()))
    }

    /// The path.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// As the query of the sign-in page.
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
