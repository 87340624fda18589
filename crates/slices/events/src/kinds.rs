//! The kinds of this slice. Events belong to the golden thread itself.

use golden_thread::Usage;

golden_thread::kinds! {
    /// A report, minutes or slides of an event.
    DOCUMENT = {
        code: "document", order: 60, folder: "dokumentation", base_path: "/dokumentation", table: Some("document"),
        is_in_thread: false, is_record: true, is_of_event: true, is_result: true, is_of_body: true,
        is_within_event: true, brings_files: true, usage: Usage::Meeting,
    };
}
