//! Kinds for tests below the slices that declare the real ones: one of each sort that the thread tells apart.

crate::kinds! {
    /// Comes from somewhere and leads somewhere, as a project does.
    WORK = { code: "test_work", order: 1_001, folder: "test-arbeiten", base_path: "/test-arbeiten", is_of_body: true, is_within_event: true };
    /// A dated result, as a paper is.
    RESULT = {
        code: "test_result", order: 1_002, folder: "test-ergebnisse", base_path: "/test-ergebnisse",
        is_on_timeline: true, is_result: true, is_of_body: true, is_within_event: true,
    };
    /// Opens the page of its field of action, as a guiding question does.
    LEADING = {
        code: "test_leading", order: 1_003, folder: "test-fragen", base_path: "/test-fragen",
        leads_field: true, is_result: true, is_of_body: true, is_within_event: true,
    };
    /// Was written down about an event.
    RECORD = {
        code: "test_record", order: 1_004, folder: "test-protokolle", base_path: "/test-protokolle",
        is_in_thread: false, is_record: true, is_of_event: true, is_result: true, is_of_body: true, is_within_event: true,
    };
    /// Tells of something and is no step itself, as a news item does.
    ARTICLE = {
        code: "test_article", order: 1_005, folder: "test-artikel", base_path: "/test-artikel", is_in_thread: false,
    };
    /// Has no time and is no station, as a plain page.
    NOTE = {
        code: "test_note", order: 1_006, folder: "test-seiten", base_path: "/test-seiten",
        is_timed: false, is_station: false, is_in_thread: false,
    };
}

/// Registers these kinds.
///
/// # Panics
/// If another kind has one of their codes.
pub fn register() {
    #[expect(clippy::expect_used, reason = "a test cannot go on without them")]
    crate::Kind::register(KINDS).expect("kinds of tests");
}
