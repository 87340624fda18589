//! Queries about the machine on which the tools run.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The value of an environment variable.
#[expect(clippy::disallowed_methods, reason = "tools read the machine they run on")]
pub(crate) fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

/// True on the build server, where a missing tool is a failure.
pub(crate) fn is_build_server() -> bool {
    environment("CI").is_some_and(|value| value == "true" || value == "1")
}

/// True if a program starts and succeeds with these arguments.
pub(crate) fn answers(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The target directory of cargo, derived from the path of this program.
pub(crate) fn target_directory() -> std::io::Result<PathBuf> {
    let program = std::env::current_exe()?;
    Ok(program.ancestors().nth(2).unwrap_or(&program).to_owned())
}

/// True if we may install packages.
pub(crate) fn is_root() -> bool {
    number(&["-u"]) == Some(0)
}

/// A path for a private folder among the temporary files; the folder is not created.
pub(crate) fn scratch(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()))
}

/// The user and group id of an account, if the machine has it.
pub(crate) fn account(name: &str) -> Option<(u32, u32)> {
    Some((number(&["-u", name])?, number(&["-g", name])?))
}

fn number(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).stderr(Stdio::null()).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{account, answers};

    #[test]
    fn a_program_that_does_not_exist_does_not_answer() {
        assert!(!answers("no-such-program-on-any-machine", &[]));
        assert!(answers("cargo", &["--version"]));
    }

    #[test]
    fn an_account_is_known_by_its_name() {
        assert_eq!(account("root"), Some((0, 0)));
        assert_eq!(account("no-such-account"), None);
    }
}
