//! The kinds of this slice.

use golden_thread::Usage;

golden_thread::kinds! {
    /// A news item.
    NEWS = {
        code: "news", order: 150, folder: "aktuelles", base_path: "/aktuelles", is_in_thread: false, usage: Usage::News,
    };
    /// A press release.
    PRESS_RELEASE = {
        code: "press_release", order: 160, folder: "presse", base_path: "/presse", table: Some("press_release"),
        is_in_thread: false, is_of_body: true, has_embargo: true, brings_files: true, usage: Usage::News,
    };
    /// A plain page.
    PAGE = {
        code: "page", order: 180, folder: "seiten", base_path: "/seiten",
        is_timed: false, is_station: false, is_in_thread: false, usage: Usage::Frame,
    };
}
