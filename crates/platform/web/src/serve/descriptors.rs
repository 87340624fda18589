//! How many files and connections the process may have open.
//!
//! Each connection is one, and systems often begin with 1,024, which the process may raise by itself. Fewer
//! connections are served than there are descriptors, so that the database, mails and uploads find some left.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::places::Limits;

/// What everything but connections may need: the database, uploads, mails, the log.
const KEPT_BACK: usize = 128;

/// Raises what the process may have open as far as it is let, and gives as many places to connections as fit into it.
pub(super) fn fit(limits: Limits) -> Limits {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    // If it is not let, it goes on with what it has.
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).is_ok();
    let open = if raised { maximum } else { current };
    let fitting = fitting(limits, open.map(|open| usize::try_from(open).unwrap_or(usize::MAX)));
    if fitting.connections < limits.connections {
        tracing::warn!(
            connections = fitting.connections,
            "the system lets the process open few files (nofile), so it serves fewer connections at a time"
        );
    }
    fitting
}

/// As many connections as fit into so many open files; `None` is without limit.
fn fitting(limits: Limits, open: Option<usize>) -> Limits {
    let open = open.unwrap_or(usize::MAX);
    let connections = limits.connections.min(open.saturating_sub(KEPT_BACK).max(open / 4)).max(1);
    Limits { connections, ..limits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_descriptors_for_everything_else() {
        let of = |open| fitting(Limits::default(), open).connections;
        assert_eq!((of(None), of(Some(1 << 20)), of(Some(4_224))), (4_096, 4_096, 4_096));
        assert_eq!((of(Some(1_024)), of(Some(128)), of(Some(0))), (896, 32, 1));
    }
}
