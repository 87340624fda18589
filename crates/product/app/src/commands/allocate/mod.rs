//! `allocate`: gives everybody a place from files, without a database.
//!
//! Exit codes: 2 for a file that cannot be read or understood, 3 if no allocation keeps all rules.

mod files;
mod harmless;
mod quotes;
mod table;
mod wording;

use std::path::PathBuf;
use std::time::Duration;

use allocation::{Objective, Outcome, Progress};
use clap::{Args, ValueEnum};

use super::say;

/// Files and wishes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tables and what is best")]
pub(crate) struct AllocateArgs {
    /// Sessions: round,session,capacity[,min]
    #[arg(long)]
    sessions: PathBuf,
    /// Wishes: person,round,rank,session with ranks from 1
    #[arg(long)]
    preferences: PathBuf,
    /// Everybody: person,sector[,group][,fixed][,forbidden] with places as round:session, several divided by ;
    #[arg(long)]
    people: Option<PathBuf>,
    /// Bounds of sectors: round,session,sector,min,max
    #[arg(long)]
    sectors: Option<PathBuf>,
    /// An earlier allocation: as few people as possible move
    #[arg(long)]
    before: Option<PathBuf>,
    /// The measure of the best allocation
    #[arg(long, value_enum, default_value = "sum")]
    objective: Goal,
    /// The published number that draws the lots among equals
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// File for the allocation: person,round,session,rank with rank 0 for what was not ranked
    #[arg(short, long)]
    output: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Goal {
    /// The least sum of ranks
    Sum,
    /// As few of the worst as possible, then as few of the next worst
    Generous,
    /// As many first wishes as possible, then as many second ones
    First,
}

/// The reason why there is no allocation.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// A file cannot be understood.
    #[error("{}, line {line}: {reason}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
        /// The fault of the line.
        reason: String,
    },
    /// A file cannot be read at all.
    #[error("cannot read {}", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// The rules contradict each other.
    #[error("{0}")]
    Impossible(String),
}

impl Refusal {
    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::File { .. } | Self::Unreadable { .. } => 2,
            Self::Impossible(_) => 3,
        }
    }
}

/// Reads, allocates, writes.
pub(crate) fn allocate(args: &AllocateArgs) -> anyhow::Result<()> {
    let clock = base::Clock::system();
    let start = clock.now();
    let elapsed = || Duration::try_from(clock.now().duration_since(start)).unwrap_or_default();
    let mut input = files::read(args)?;
    input.problem.seed = args.seed;
    input.problem.objective = match args.objective {
        Goal::Sum => Objective::Sum,
        Goal::Generous => Objective::Generous,
        Goal::First => Objective::First,
    };
    let mut next = Duration::from_secs(1);
    let mut tell = |progress: &Progress| {
        let now = elapsed();
        if now >= next {
            next = now + Duration::from_secs(1);
            eprintln!("{}", wording::progress(progress, now));
        }
    };
    let outcome = match &input.before {
        Some(before) => allocation::repair(&input.problem, before, &mut tell)?,
        None => allocation::allocate(&input.problem, &mut tell)?,
    };
    match outcome {
        Outcome::Found(allocation) => {
            files::write(&args.output, &input, &allocation)?;
            let moves = input.before.as_ref().map(|before| wording::moves(before, &allocation));
            say(&wording::found(&input.problem, &allocation, moves, elapsed()))
        }
        Outcome::Impossible(conflict) => Err(Refusal::Impossible(wording::conflict(&input, &conflict)).into()),
        Outcome::Unknown => {
            anyhow::bail!("no allocation was found, and no proof that there is none: give more places, or fewer rules")
        }
    }
}
