//! What a trial shows, and the limits that it is held to.

use std::time::Duration;

/// Within this time after the cause is gone the program works again, without a restart.
const RECOVERY: Duration = Duration::from_secs(5);
/// 99 of 100 visitors of the start page are answered within this time, whatever goes wrong elsewhere.
const START_PAGE: Duration = Duration::from_millis(50);
/// The program never takes more memory, in bytes.
const MEMORY: u64 = 400_000_000;

/// The head of the table.
pub(crate) const HEAD: &str = "| what goes wrong | acknowledged, lost | well again after | start page p99 | memory at most | and |\n\
                               |---|---:|---:|---:|---:|---|";

/// What a trial shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    /// How many writes were acknowledged.
    pub(crate) acknowledged: usize,
    /// How many of those are not there afterwards.
    pub(crate) lost: usize,
    /// How long it took until a write was acknowledged again once the cause was gone.
    pub(crate) recovery: Option<Duration>,
    /// What 99 of 100 requests for the start page took meanwhile; `None` if the program was away.
    pub(crate) start_page: Option<Duration>,
    /// The most memory that it took, in bytes.
    pub(crate) memory: u64,
    /// What else is worth telling.
    pub(crate) told: String,
}

impl Figures {
    /// A row of the table.
    pub(crate) fn row(&self, name: &str) -> String {
        let time =
            |time: Option<Duration>| time.map_or_else(|| "–".to_owned(), |time| format!("{:.1} ms", millis(time)));
        format!(
            "| {name} | {}, {} | {} | {} | {} MB | {} |",
            self.acknowledged,
            self.lost,
            self.recovery.map_or_else(|| "–".to_owned(), |time| format!("{:.2} s", time.as_secs_f64())),
            time(self.start_page),
            self.memory / 1_000_000,
            self.told
        )
    }

    /// The limits that were exceeded. A development build is not held to the speed of the start page.
    pub(crate) fn problems(&self, name: &str) -> Vec<String> {
        let mut problems = Vec::new();
        if self.lost > 0 {
            problems.push(format!("{name}: {} of {} are lost", self.lost, self.acknowledged));
        }
        if let Some(time) = self.recovery.filter(|time| *time > RECOVERY) {
            problems.push(format!("{name}: well again after {:.1} s only", time.as_secs_f64()));
        }
        if let Some(time) = self.start_page.filter(|time| *time > START_PAGE && !cfg!(debug_assertions)) {
            problems.push(format!("{name}: the start page took {:.1} ms (p99)", millis(time)));
        }
        if self.memory > MEMORY {
            problems.push(format!("{name}: {} MB of memory", self.memory / 1_000_000));
        }
        problems
    }
}

/// A time in milliseconds, to show.
pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
