//! A real provider of identities (`OpenID` Connect), written by others in Python: installed once below the
//! build directory, started on a free port of this machine, ended with the test.
//!
//! If it cannot be installed the test fails and says so; it never passes without having asked it.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::test_app::encoded;
use crate::wire::exchange;

/// The package and its version.
const PACKAGE: &str = "oidc-provider-mock";
const VERSION: &str = "0.3.4";
/// The most attempts to reach it after its start, a fifth of a second apart.
const MOST_POLLS: u32 = 150;

/// A running provider.
pub struct IdentityProvider {
    child: Child,
    address: String,
}

impl IdentityProvider {
    /// Starts one that knows people by subject and address; the last value is true if the address is
    /// verified. It is installed in this folder, which a test takes from `CARGO_TARGET_TMPDIR`.
    pub fn start(folder: &Path, people: &[(&str, &str, bool)]) -> Self {
        let python = installed(folder);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        drop(listener);
        let port = address.rsplit(':').next().expect("a port");
        let mut command = Command::new(python);
        command.args(["-W", "ignore", "-m", "oidc_provider_mock", "--port", port]);
        for (subject, email, is_verified) in people {
            let claims = json!({ "sub": subject, "email": email, "email_verified": is_verified });
            command.args(["--user-claims", &claims.to_string()]);
        }
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("the provider starts");
        let provider = Self { child, address };
        provider.wait();
        provider
    }

    /// Its issuer identifier.
    pub fn issuer(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Signs a person in at the provider; returns the address to which it sends the browser back.
    pub fn authorize(&self, address: &str, subject: &str) -> String {
        let path = address.strip_prefix(&self.issuer()).expect("an address of the provider");
        let body = encoded(&[("sub", subject)]);
        let head = format!("POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        let form = "Content-Type: application/x-www-form-urlencoded";
        let request = format!("{head}{form}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let answer = exchange(&self.address, &request).expect("the provider answers");
        let location = answer.lines().find_map(|line| line.strip_prefix("Location: "));
        location.unwrap_or_else(|| panic!("the provider sends nobody back: {answer}")).trim().to_owned()
    }

    fn wait(&self) {
        let request = format!(
            "GET /.well-known/openid-configuration HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        );
        for _ in 0..MOST_POLLS {
            if exchange(&self.address, &request).is_ok_and(|answer| answer.contains(" 200 ")) {
                return;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        panic!("the provider of identities does not answer at {}", self.address);
    }
}

impl Drop for IdentityProvider {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The Python that has the package. Tests that ask at the same time each make one; the first that is done
/// stays.
fn installed(folder: &Path) -> PathBuf {
    let home = folder.join(format!("{PACKAGE}-{VERSION}"));
    if !home.exists() {
        let own = folder.join(format!("{PACKAGE}-{VERSION}-{}", std::process::id()));
        run(Command::new("python3").args(["-m", "venv"]).arg(&own));
        run(Command::new(own.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet"])
            .arg(format!("{PACKAGE}=={VERSION}")));
        if std::fs::rename(&own, &home).is_err() {
            std::fs::remove_dir_all(&own).expect("a folder of ours");
        }
    }
    home.join("bin/python")
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the provider of identities cannot be installed: {command:?} says {told}");
}
