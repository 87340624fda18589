//! `zukunftsbildung`: the program. Its code is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    app::cli::run()
}
