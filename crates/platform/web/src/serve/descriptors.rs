//! The limit of open file descriptors.
//!
//! Each connection takes one, and systems often begin with 1,024, a soft limit that the process may raise
//! itself. Fewer connections are served than there are descriptors, so that the database, mails and uploads
//! find some left.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::slots::Limits;

/// Descriptors for everything but connections: the database, uploads, mails, the log.
const KEPT_BACK: usize = 128;

/// Raises the soft limit to the hard one, and reduces the number of connections to those that fit into it.
pub(super) fn fit(limits: Limits) -> Limits {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    // If that is not allowed, the present limit stays.
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

/// The connections that fit into so many open files; `None` is without limit.
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
