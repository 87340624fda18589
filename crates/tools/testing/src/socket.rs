//! Plain HTTP over a connection of its own, for what a server writes on the wire.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// Sends a request and takes what comes until the connection ends.
///
/// # Errors
/// If the server goes away meanwhile.
pub fn exchange(address: &str, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
