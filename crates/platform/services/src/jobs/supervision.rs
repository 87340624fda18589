//! Supervision: a task that must run as long as the program is restarted if it panics, with a log line.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base::Clock;
use jiff::Timestamp;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// The pause before the first restart; it doubles with each (exponential backoff).
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// The longest pause before a restart.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// Running time after which a task counts as sound: its pauses begin anew.
const SOUND_AFTER: Duration = Duration::from_mins(5);
/// Number of crashes that are remembered.
const REMEMBERED: usize = 16;

/// The unexpected end of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crash {
    /// Name of the task.
    pub task: &'static str,
    /// Time of the crash.
    pub at: Timestamp,
}

/// The latest crashes of this process, for the desk. Clones share them.
#[derive(Debug, Clone)]
pub struct Crashes {
    clock: Clock,
    latest: Arc<Mutex<VecDeque<Crash>>>,
}

impl Crashes {
    /// No crash yet; each will be recorded with the time of this clock.
    pub fn new(clock: Clock) -> Self {
        Self { clock, latest: Arc::default() }
    }

    /// The latest ones, oldest first.
    pub fn latest(&self) -> Vec<Crash> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn note(&self, task: &'static str) {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if latest.len() == REMEMBERED {
            latest.pop_front();
        }
        latest.push_back(Crash { task, at: self.clock.now() });
    }
}

/// Runs a task, and starts it again after it panicked or returned, until `is_over`. Dropping the future ends the
/// task.
pub async fn supervise<T>(
    task: &'static str,
    crashes: Crashes,
    is_over: impl Fn() -> bool,
    mut start: impl FnMut() -> T,
) where
    T: Future<Output = ()> + Send + 'static,
{
    let mut pause = FIRST_PAUSE;
    loop {
        let mut running = JoinSet::new();
        running.spawn(start());
        if !ends_early(&mut running).await {
            pause = FIRST_PAUSE;
            running.join_next().await;
        }
        if is_over() {
            return;
        }
        tracing::error!(task, ?pause, "a background task ended and is started again");
        crashes.note(task);
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// True if a task ends before it counts as sound.
async fn ends_early(running: &mut JoinSet<()>) -> bool {
    tokio::select! {
        _ = running.join_next() => true,
        () = sleep(SOUND_AFTER) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn task_that_panics_or_returns_is_started_again_and_its_crashes_are_known() {
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        let (starts, crashes) = (Arc::new(AtomicUsize::new(0)), Crashes::new(clock.clone()));
        let (counted, count) = (Arc::clone(&starts), Arc::clone(&starts));
        let start = move || {
            let start = counted.fetch_add(1, Ordering::SeqCst);
            async move { assert!(start != 0, "told to panic") }
        };
        let is_over = move || count.load(Ordering::SeqCst) == 3;
        supervise("a task", crashes.clone(), is_over, start).await;
        assert_eq!(starts.load(Ordering::SeqCst), 3, "one panicked, one returned, one was told to end");
        let crash = Crash { task: "a task", at: clock.now() };
        assert_eq!(crashes.latest(), [crash.clone(), crash]);
    }

    #[test]
    fn only_the_latest_crashes_are_remembered() {
        let clock = Clock::fixed(Timestamp::UNIX_EPOCH);
        let crashes = Crashes::new(clock.clone());
        for _ in 0..40 {
            crashes.note("a task");
            clock.advance(jiff::SignedDuration::from_secs(1));
        }
        let seconds: Vec<i64> = crashes.latest().iter().map(|crash| crash.at.as_second()).collect();
        assert_eq!(seconds, (24..40).collect::<Vec<_>>());
    }
}
