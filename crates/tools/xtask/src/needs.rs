//! What the checks need beyond a Rust toolchain, and where it comes from.
//!
//! A need is met when it is first asked for: found, or installed where we may, or else named in
//! one line together with the way to get it. Whatever depends on it is then left out.

use std::process::Command;

use crate::{machine, postgres};

/// Formats the code.
pub(crate) const RUSTFMT: Need = Need {
    name: "rustfmt",
    is_met: || machine::answers("cargo", &["fmt", "--version"]),
    from: Source::Rustup("rustfmt"),
};

/// Reads the code for mistakes.
pub(crate) const CLIPPY: Need = Need {
    name: "clippy",
    is_met: || machine::answers("cargo", &["clippy", "--version"]),
    from: Source::Rustup("clippy"),
};

/// Runs the identity provider with which the tests sign in. They install it themselves, in an environment of its
/// own, which Debian's Python makes only with a package of its own.
pub(crate) const PYTHON: Need = Need {
    name: "Python 3 with venv",
    is_met: || machine::answers("python3", &["-c", "import venv, ensurepip"]),
    from: Source::Apt("python3-venv"),
};

/// The second database.
pub(crate) const POSTGRESQL: Need =
    Need { name: "PostgreSQL", is_met: || postgres::programs().is_some(), from: Source::Apt("postgresql") };

/// The browser in which the accessibility suite looks at the pages.
pub(crate) const CHROMIUM: Need =
    Need { name: "Chromium", is_met: || machine::answers("chromium", &["--version"]), from: Source::Apt("chromium") };

/// Drives the browser.
pub(crate) const CHROMEDRIVER: Need = Need {
    name: "chromedriver",
    is_met: || machine::answers("chromedriver", &["--version"]),
    from: Source::Apt("chromium-driver"),
};

/// Shows another time to a program, for the trials with the clock.
pub(crate) const FAKETIME: Need =
    Need { name: "faketime", is_met: || machine::answers("faketime", &["--version"]), from: Source::Apt("faketime") };

/// A program that a fresh machine may lack.
pub(crate) struct Need {
    name: &'static str,
    is_met: fn() -> bool,
    from: Source,
}

/// Where a program comes from.
enum Source {
    /// A component of the Rust toolchain.
    Rustup(&'static str),
    /// A package of Debian and its relatives.
    Apt(&'static str),
}

impl Need {
    /// Finds the program or installs it; the error is the one line for whoever reads the output.
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

    /// What a person would type.
    fn command(&self) -> String {
        match self {
            Self::Rustup(component) => format!("rustup component add {component}"),
            Self::Apt(package) => format!("apt-get install {package}"),
        }
    }

    /// Tries; whether it worked shows when the need is looked at again.
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
