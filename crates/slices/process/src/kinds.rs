//! The kinds of this slice. Fields of action and phases belong to the golden thread itself.

use golden_thread::Usage;

golden_thread::kinds! {
    /// One of the initiative's aims.
    GOAL = {
        code: "goal", order: 10, folder: "ziele", base_path: "/ziele",
        is_numbered: true, is_timed: false, is_in_thread: false, usage: Usage::Frame,
    };
    /// A turning point of the process.
    MILESTONE = {
        code: "milestone", order: 40, folder: "meilensteine", base_path: "/prozess/meilensteine", is_on_timeline: true,
        usage: Usage::Frame,
    };
}
