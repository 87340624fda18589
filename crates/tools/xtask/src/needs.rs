//! The needs of the checks beyond a Rust toolchain, and their sources.
//!
//! A need is met on first use: the program is found or, where we may, installed; otherwise one line
//! says how to get it, and the steps that depend on it are left out.

use std::process::Command;

use crate::{machine, postgres};

/// The formatter.
pub(crate) const RUSTFMT: Need = Need {
    name: "rustfmt",
    is_met: || machine::answers("cargo", &["fmt", "--version"]),
    from: Source::Rustup("rustfmt"),
};

/// The linter.
pub(crate) const CLIPPY: Need = Need {
    name: "clippy",
    is_met: || machine::answers("cargo", &["clippy", "--version"]),
    from: Source::Rustup("clippy"),
};

/// Python, for the identity provider of the sign-in tests. They install the provider in a virtual environment,
/// which needs a separate package on Debian.
pub(crate) const PYTHON: Need = Need {
    name: "Python 3 with venv",
    is_met: || machine::answers("python3", &["-c", "import venv, ensurepip"]),
    from: Source::Apt("python3-venv"),
};

/// PostgreSQL, the second database.
pub(crate) const POSTGRESQL: Need =
    Need { name: "PostgreSQL", is_met: || postgres::programs().is_some(), from: Source::Apt("postgresql") };

/// Chromium, the browser of the accessibility suite.
pub(crate) const CHROMIUM: Need =
    Need { name: "Chromium", is_met: || machine::answers("chromium", &["--version"]), from: Source::Apt("chromium") };

/// The `WebDriver` server for Chromium.
pub(crate) const CHROMEDRIVER: Need = Need {
    name: "chromedriver",
    is_met: || machine::answers("chromedriver", &["--version"]),
    from: Source::Apt("chromium-driver"),
};

/// Changes the clock of one program, for the trials with the clock.
pub(crate) const FAKETIME: Need =
    Need { name: "faketime", is_met: || machine::answers("faketime", &["--version"]), from: Source::Apt("faketime") };

/// A program that a fresh machine may lack.
pub(crate) struct Need {
    name: &'static str,
    is_met: fn() -> bool,
    from: Source,
}

/// The source of a program.
enum Source {
    /// A component of the Rust toolchain.
    Rustup(&'static str),
    /// A package of Debian and its derivatives.
    Apt(&'static str),
}

impl Need {
    /// Finds the program or installs it; the error is one line for the developer.
    pub(crate) fn meet(&self) -> Result<(), String> {
        if (self.is_met)() {
            return Ok(());
        }
        if !self.from.may_install() {
            return Err(self.missing("is missing"));
        }
        eprintln!("── {} is missing, installing it: {}", self.name, self.from.command());
        self.from.install();
        if (self.is_met)() { Ok(()) } else { Err(self.missing("could not be installed")) }
    }

    fn missing(&self, how: &str) -> String {
        format!("{} {how}; get it with `{}`", self.name, self.from.command())
    }
}

impl Source {
    fn may_install(&self) -> bool {
        match self {
            Self::Rustup(_) => machine::answers("rustup", &["--version"]),
            Self::Apt(_) => machine::is_root() && machine::answers("apt-get", &["--version"]),
        }
    }

    /// The command that a person would type.
    fn command(&self) -> String {
        match self {
            Self::Rustup(component) => format!("rustup component add {component}"),
            Self::Apt(package) => format!("apt-get install {package}"),
        }
    }

    /// Tries to install; the next check of the need shows the result.
    fn install(&self) {
        match self {
            Self::Rustup(component) => start("rustup", &["component", "add", component]),
            Self::Apt(package) => {
                start("apt-get", &["update", "--quiet"]);
                start("apt-get", &["install", "--quiet", "--yes", package]);
            }
        }
    }
}

fn start(program: &str, arguments: &[&str]) {
    let status = Command::new(program).args(arguments).env("DEBIAN_FRONTEND", "noninteractive").status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => eprintln!("── {program} ended with {status}"),
        Err(error) => eprintln!("── {program} did not start: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Need, Source};

    #[test]
    fn a_need_that_is_met_installs_nothing() {
        let need = Need { name: "air", is_met: || true, from: Source::Apt("air") };
        assert_eq!(need.meet(), Ok(()));
    }

    #[test]
    fn a_missing_need_says_in_one_line_how_to_get_it() {
        let need = Need { name: "PostgreSQL", is_met: || false, from: Source::Apt("postgresql") };
        assert_eq!(need.missing("is missing"), "PostgreSQL is missing; get it with `apt-get install postgresql`");
    }
}
