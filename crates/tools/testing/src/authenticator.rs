//! An authenticator in software: makes passkeys and answers challenges as a phone or a security key would.

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// SHA-256 of the host that our tests have.
const HOST: &str = "zukunftsbildung.example";
/// The user was there, and was verified.
const PRESENT_AND_VERIFIED: u8 = 0b0000_0101;
/// A new key is attached.
const WITH_KEY: u8 = 0b0100_0000;

/// A key for one person at one site.
pub struct Authenticator {
    key: SigningKey,
    id: Vec<u8>,
    /// The user handle of the key; known after it was made.
    user: String,
    /// The origin that it puts into its answers.
    pub origin: String,
}

impl Authenticator {
    /// A new one; each seed gives another key.
    pub fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).expect("a key");
        Self { key, id: vec![seed; 16], user: String::new(), origin: format!("https://{HOST}") }
    }

    /// Makes a passkey for a challenge; returns the answer as a browser sends it.
    pub fn make(&mut self, options: &Value) -> String {
        options["user"]["id"].as_str().expect("a user").clone_into(&mut self.user);
        let point = self.key.verifying_key().to_encoded_point(false);
        let (x, y) = (point.x().expect("a point"), point.y().expect("a point"));
        // COSE: kind EC2, algorithm ES256, curve P-256, x, y.
        let cose = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20][..], x, &[0x22, 0x58, 0x20], y].concat();
        let length = u16::try_from(self.id.len()).expect("a short id").to_be_bytes();
        let attached = [&[0; 16][..], &length, &self.id, &cose].concat();
        let data = data(PRESENT_AND_VERIFIED | WITH_KEY, &attached);
        // CBOR: { "fmt": "none", "attStmt": {}, "authData": … }.
        let length = u8::try_from(data.len()).expect("short data");
        let attestation = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[length], &data].concat();
        let client = self.client("webauthn.create", options);
        let response = json!({
            "clientDataJSON": base64(client.as_bytes()),
            "attestationObject": base64(&attestation),
            "authenticatorData": base64(&data),
            "publicKeyAlgorithm": -7,
            "transports": ["internal"],
        });
        self.credential(&response)
    }

    /// Answers the challenge of a sign-in.
    pub fn answer(&self, options: &Value) -> String {
        let client = self.client("webauthn.get", options);
        let data = data(PRESENT_AND_VERIFIED, &[]);
        let signature: Signature = self.key.sign(&[&data[..], &sha256(client.as_bytes())].concat());
        let response = json!({
            "clientDataJSON": base64(client.as_bytes()),
            "authenticatorData": base64(&data),
            "signature": base64(signature.to_der().as_bytes()),
            "userHandle": self.user,
        });
        self.credential(&response)
    }

    /// Pretends that the key is somebody else's.
    pub fn pretend(&mut self, user: &[u8]) {
        self.user = base64(user);
    }

    fn client(&self, kind: &str, options: &Value) -> String {
        let challenge = options["challenge"].as_str().expect("a challenge");
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn credential(&self, response: &Value) -> String {
        let id = base64(&self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "response": response,
            "clientExtensionResults": {}, "authenticatorAttachment": "platform",
        })
        .to_string()
    }
}

/// Authenticator data: the hash of the host, flags about the user, the signature counter.
fn data(flags: u8, attached: &[u8]) -> Vec<u8> {
    [&sha256(HOST.as_bytes())[..], &[flags], &[0; 4], attached].concat()
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Base64 as addresses carry it, without padding (RFC 4648, section 5).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().chain([&0, &0]).take(3).fold(0, |number, byte| number << 8 | usize::from(*byte));
        let letters = [18, 12, 6, 0].map(|shift| char::from(LETTERS[number >> shift & 63]));
        text.extend(&letters[..=chunk.len()]);
    }
    text
}
