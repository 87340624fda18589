//! The figures of a trial, and their limits.

use std::time::Duration;

/// The limit for the time until the program works again without a restart, after the cause is gone.
const RECOVERY: Duration = Duration::from_secs(5);
/// The limit for the 99th percentile of the start page, whatever fails elsewhere.
const START_PAGE: Duration = Duration::from_millis(50);
/// The limit for the program's memory, in bytes.
const MEMORY: u64 = 400_000_000;

/// The head of the Markdown table.
pub(crate) const HEAD: &str = "| what goes wrong | acknowledged, lost | well again after | start page p99 | memory at most | and |\n\
                               |---|---:|---:|---:|---:|---|";

/// The figures of a trial.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    /// The number of acknowledged writes.
    pub(crate) acknowledged: usize,
    /// The number of acknowledged writes that are missing afterwards.
    pub(crate) lost: usize,
    /// The time from the end of the cause to the next acknowledged write.
    pub(crate) recovery: Option<Duration>,
    /// The 99th percentile of the start page during the trial; `None` if the program was down.
    pub(crate) start_page: Option<Duration>,
    /// The program's peak memory, in bytes.
    pub(crate) memory: u64,
    /// Remarks for the table.
    pub(crate) told: String,
}

impl Figures {
    /// A row of the Markdown table.
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

    /// The limits that were exceeded. A development build has no limit for the start page.
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

/// A duration in milliseconds.
pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
