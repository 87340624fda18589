//! The tasks of CI and of developers before a commit.
//!
//! The tools start programs, read their exit codes and leave nothing behind. They know the
//! product only from outside, so that they build in seconds on a fresh machine: nothing here
//! depends on a room of the house.

mod accessibility;
mod bench;
mod check;
mod effort;
mod faults;
mod fuzz;
mod machine;
mod needs;
mod parts;
mod postgres;
mod report;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask check        everything CI runs: format, clippy, documentation, tidy tests,
                         all tests on SQLite and on PostgreSQL, the accessibility suite
                         in a browser; installs what it needs where it may
cargo xtask accessibility
                         runs the accessibility suite and writes the record that the
                         accessibility statement prints
cargo xtask bench NAME   runs a measurement of the crate `bench` in a release build,
                         on SQLite and on PostgreSQL
cargo xtask bench effort counts clicks, page loads and scrolling of daily tasks at the desk
                         in a browser
cargo xtask faults [WORD]
                         breaks things around the running program (disk, database, mail
                         server, clock, network) and looks how soon it is well again;
                         WORD chooses trials by their names
cargo xtask fuzz [SECONDS]
                         lets the fuzz targets search for texts that break what reads
                         texts of strangers, so many seconds each
cargo xtask help         this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] | ["help" | "--help" | "-h"] => print_help(),
        ["check"] => return check::run(),
        ["accessibility"] => return accessibility::run(),
        ["faults", options @ ..] => return faults::run(options),
        ["fuzz"] => return fuzz::run(None),
        ["fuzz", seconds] => return fuzz::run(Some(seconds)),
        ["bench", "effort"] => return effort::run(),
        ["bench", name, options @ ..] => return bench::run(name, options),
        ["bench"] => bail!("which measurement? `cargo xtask bench NAME`"),
        [other, ..] => bail!("there is no `{other}`; `cargo xtask help` lists what there is"),
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the help is what was asked for")]
fn print_help() {
    println!("{HELP}");
}

#[cfg(test)]
mod tests {
    use super::run;

    fn refusal(arguments: &[&str]) -> String {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        run(&arguments).unwrap_err().to_string()
    }

    #[test]
    fn an_unknown_task_is_refused_by_name() {
        assert_eq!(refusal(&["chekc"]), "there is no `chekc`; `cargo xtask help` lists what there is");
    }

    #[test]
    fn a_measurement_needs_a_name() {
        assert_eq!(refusal(&["bench"]), "which measurement? `cargo xtask bench NAME`");
    }
}
