//! The address of the visitor, also behind reverse proxies.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};

/// The header in which a reverse proxy names its client.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The IP address of the visitor, as far as we know it. It is used for rate limits, and neither stored nor
/// logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// Never fails: without a connection, as in tests, the address is the loopback address.
impl<S: Sync> FromRequestParts<S> for Peer {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get().copied().unwrap_or(Self(IpAddr::V4(Ipv4Addr::LOCALHOST))))
    }
}

/// The reverse proxies that we trust about the visitor's address. The loopback address is always one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpAddr>);

impl Proxies {
    /// Trusts these addresses too.
    pub fn new(trusted: Vec<IpAddr>) -> Self {
        Self(trusted)
    }

    /// The visitor, given the address that is connected to us. Of the forwarded addresses, which everybody
    /// can write, only the last one that is no trusted proxy counts.
    ///
    /// A trusted proxy that writes something else than an address (`unknown`) does not know or tell it.
    /// Then the entry before it counts. A stranger may have written that one; but to take the proxy's own
    /// address instead would make all visitors one sender, who shut each other out.
    pub(crate) fn visitor(&self, connected: IpAddr, headers: &HeaderMap) -> Peer {
        let mut visitor = connected.to_canonical();
        let forwarded = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
        let hops: Vec<&str> = forwarded.flat_map(|hops| hops.split(',')).collect();
        for hop in hops.into_iter().rev() {
            if !self.trusts(visitor) {
                break;
            }
            if let Some(address) = address(hop.trim()) {
                visitor = address.to_canonical();
            }
        }
        Peer(visitor)
    }

    /// True for a trusted proxy, behind which any number of visitors may be.
    pub(crate) fn trusts(&self, address: IpAddr) -> bool {
        address.is_loopback() || self.0.contains(&address)
    }
}

/// The address in an entry; some proxies add a port or brackets.
fn address(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim_matches('"');
    let bare = || entry.strip_prefix('[')?.strip_suffix(']');
    let with_port = || entry.parse::<SocketAddr>().ok().map(|address| address.ip());
    bare().unwrap_or(entry).parse().ok().or_else(with_port)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn visitor(trusted: &[&str], connected: &str, forwarded: &'static str) -> String {
        let proxies = Proxies::new(trusted.iter().map(|address| address.parse().unwrap()).collect());
        let headers = HeaderMap::from_iter([(FORWARDED_FOR, HeaderValue::from_static(forwarded))]);
        proxies.visitor(connected.parse().unwrap(), &headers).0.to_string()
    }

    #[test]
    fn proxy_on_this_machine_tells_the_visitors_address() {
        assert_eq!(visitor(&[], "127.0.0.1", "203.0.113.9"), "203.0.113.9");
        assert_eq!(visitor(&[], "::ffff:127.0.0.1", "2001:db8::1"), "2001:db8::1");
    }

    #[test]
    fn stranger_cannot_pretend_to_be_somebody_else() {
        assert_eq!(visitor(&[], "198.51.100.7", "203.0.113.9"), "198.51.100.7");
        assert_eq!(visitor(&[], "127.0.0.1", "203.0.113.9, 198.51.100.7"), "198.51.100.7");
    }

    #[test]
    fn row_of_trusted_proxies_is_followed_to_its_beginning() {
        assert_eq!(visitor(&["10.0.0.2"], "10.0.0.2", "203.0.113.9, 127.0.0.1"), "203.0.113.9");
    }

    #[test]
    fn address_is_understood_with_a_port_and_in_brackets() {
        for (entry, address) in [
            ("203.0.113.9:51234", "203.0.113.9"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("\"[2001:db8::1]:443\"", "2001:db8::1"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
        ] {
            assert_eq!(visitor(&[], "127.0.0.1", entry), address, "{entry}");
        }
    }

    #[test]
    fn entry_that_is_no_address_gives_way_to_the_one_before_it() {
        for unknown in ["unknown", "_hidden", "", "203.0.113.999", "[2001:db8::1"] {
            let chain: &'static str = format!("203.0.113.9, {unknown}").leak();
            assert_eq!(visitor(&["10.0.0.2"], "10.0.0.2", chain), "203.0.113.9", "{unknown}");
        }
        assert_eq!(visitor(&["10.0.0.2"], "10.0.0.2", "unknown"), "10.0.0.2", "nothing else is known");
        assert_eq!(visitor(&[], "198.51.100.7", "203.0.113.9, unknown"), "198.51.100.7", "a stranger is not asked");
    }
}
