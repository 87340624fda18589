//! Generated problems of any size: files of sessions and wishes.

use std::fmt::{self, Display, Formatter, Write as _};
use std::path::{Path, PathBuf};

use crate::generate::Numbers;

/// The parameters of a generated problem.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) people: usize,
    sessions: usize,
    pub(super) rounds: usize,
    wishes: usize,
    /// The share of seats that stay free, in per cent.
    free: usize,
    /// True if people wish the same in every round.
    is_alike: bool,
}

impl Size {
    /// A problem in which a tenth of the seats stays free and people wish the same in every round.
    pub(super) const fn new(people: usize, sessions: usize, rounds: usize, wishes: usize) -> Self {
        Self { people, sessions, rounds, wishes, free: 10, is_alike: true }
    }
}

/// A problem far larger than a regional congress.
pub(super) const LARGE: Size = Size::new(5_000, 35, 6, 10);

/// Problems of the same size with other properties.
pub(super) const KINDS: [(&str, Size); 6] = [
    ("no place stays free", Size { free: 0, ..LARGE }),
    ("half of the places stay free", Size { free: 50, ..LARGE }),
    ("three wishes", Size { wishes: 3, ..LARGE }),
    ("other wishes in every round", Size { is_alike: false, ..LARGE }),
    ("the same, and no place stays free", Size { is_alike: false, free: 0, ..LARGE }),
    ("the same, and three wishes", Size { is_alike: false, wishes: 3, ..LARGE }),
];

impl Display for Size {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} × {} × {}", self.people, self.sessions, self.rounds)
    }
}

/// The files of a problem, as an organiser supplies them.
pub(super) struct Files {
    pub(super) sessions: PathBuf,
    pub(super) wishes: PathBuf,
}

/// Writes sessions and wishes. A few sessions are popular, as in reality.
pub(super) fn write(folder: &Path, size: Size) -> anyhow::Result<Files> {
    let Size { people, sessions, rounds, wishes, free, is_alike } = size;
    let files = Files { sessions: folder.join("S.csv"), wishes: folder.join("P.csv") };
    let capacity = (people * (100 + free)).div_ceil(sessions * 100);
    let mut text = "round,session,capacity\n".to_owned();
    for round in 1..=rounds {
        (1..=sessions).for_each(|session| _ = writeln!(text, "{round},{session},{capacity}"));
    }
    std::fs::write(&files.sessions, text)?;
    let mut numbers = Numbers(2_018);
    // The square of a number between 0 and 1 is small more often than large.
    let liked = |numbers: &mut Numbers| (numbers.below(1_000) * numbers.below(1_000) * sessions) / 1_000_000 + 1;
    let mut text = "person,round,rank,session\n".to_owned();
    let mut chosen = Vec::new();
    for person in 1..=people {
        for round in 1..=rounds {
            if round == 1 || !is_alike {
                chosen.clear();
            }
            while chosen.len() < wishes {
                let session = liked(&mut numbers);
                if !chosen.contains(&session) {
                    chosen.push(session);
                }
            }
            for (rank, session) in (1..).zip(&chosen) {
                let _ = writeln!(text, "p{person},{round},{rank},{session}");
            }
        }
    }
    std::fs::write(&files.wishes, text)?;
    Ok(files)
}
