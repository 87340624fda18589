//! Addresses of videos, which pages link to and never embed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A web address that begins with `https://` and names a host. Pages link to it and load nothing from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VideoAddress(String);

/// The text is no such address; there is one message for all reasons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the address of a video begins with https:// and a host, and has no blanks")]
pub struct VideoAddressError;

impl VideoAddress {
    /// Accepts an address in printable ASCII whose host has a dot and no user name before it.
    pub fn parse(text: &str) -> Result<Self, VideoAddressError> {
        let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let is_sound = host.is_some_and(|host| host.contains('.') && !host.starts_with('.') && !host.contains('@'))
            && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
        if is_sound { Ok(Self(text.to_owned())) } else { Err(VideoAddressError) }
    }

    /// The address as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VideoAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for VideoAddress {
    type Error = VideoAddressError;

    fn try_from(text: String) -> Result<Self, VideoAddressError> {
        Self::parse(&text)
    }
}

impl From<VideoAddress> for String {
    fn from(address: VideoAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_secure_addresses_with_a_host_are_videos() {
        let address = "https://video.example/gebaerden/was-ist?start=3#x";
        assert_eq!(VideoAddress::parse(address).map(String::from).as_deref(), Ok(address));
        for text in [
            "http://video.example/x",
            "https:///x",
            "https://video/x",
            "https://a@video.example/x",
            "javascript:alert(1)",
            "https://video.example/a b",
            "https://video.example/\"onclick",
            "",
        ] {
            assert_eq!(VideoAddress::parse(text), Err(VideoAddressError), "{text}");
        }
    }
}
