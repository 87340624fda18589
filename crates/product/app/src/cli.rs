//! The command line: what people type, and what they are told when it goes wrong.
//!
//! An error is one line on standard error and an exit code other than 0; 2 for a line that cannot
//! be understood, 1 for everything else. `allocate` also has 2 for a file that cannot be understood and 3 for
//! rules that contradict each other.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::commands::{self, AllocateArgs, Refusal, UserCommand};
use crate::settings::{Given, Settings};

/// Runs a regional, cross-sector education initiative and shows it to the public.
#[derive(Debug, Parser)]
#[command(name = "zukunftsbildung", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    given: Given,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site (the default). The first start fills an empty database.
    Serve(NoOptions),
    /// Import a content folder into an empty database.
    Import {
        /// The folder.
        directory: PathBuf,
    },
    /// Export everything into a new or empty folder.
    Export {
        /// The folder.
        directory: PathBuf,
    },
    /// Copy the whole database into one file, also while the server runs.
    Backup {
        /// The file; FILE.sha256 is laid beside it.
        file: PathBuf,
        /// Replace a file that is there already.
        #[arg(long)]
        force: bool,
    },
    /// Restore a backup into a new or empty data directory, and prove it.
    Restore {
        /// The backup.
        file: PathBuf,
    },
    /// People of the desk.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Give everybody the best fair place, from files and without a database.
    Allocate(AllocateArgs),
    /// Read the settings, say what is in force, and start nothing.
    CheckSettings(NoOptions),
}

#[derive(Debug, Args)]
struct NoOptions {}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match execute(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain in one line: `cannot read file x: no such file`.
            eprintln!("zukunftsbildung: {error:#}");
            error.downcast_ref().map_or(ExitCode::FAILURE, |refused: &Refusal| ExitCode::from(refused.code()))
        }
    }
}

fn execute(cli: Cli) -> anyhow::Result<()> {
    crate::register()?;
    if let Some(Command::Allocate(args)) = &cli.command {
        return commands::allocate(args);
    }
    let settings = Settings::resolve(cli.given)?;
    if let Some(Command::CheckSettings(_)) = cli.command {
        return commands::check_settings(&settings);
    }
    commands::start_log(&settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            None | Some(Command::Serve(_)) => commands::serve(&settings).await,
            Some(Command::Import { directory }) => commands::import(&settings, &directory).await,
            Some(Command::Export { directory }) => commands::export(&settings, &directory).await,
            Some(Command::Backup { file, force }) => commands::backup(&settings, &file, force).await,
            Some(Command::Restore { file }) => commands::restore(&settings, &file).await,
            Some(Command::User { command }) => commands::user(&settings, command).await,
            Some(Command::CheckSettings(_) | Command::Allocate(_)) => Ok(()),
        }
    })
}
