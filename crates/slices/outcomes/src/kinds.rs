//! The kinds of this slice, which share one table, `[outcome]`.

golden_thread::kinds! {
    /// A guiding question.
    QUESTION = {
        code: "question", order: 70, folder: "leitfragen", base_path: "/leitfragen", table: Some("outcome"),
        leads_field: true, is_result: true, is_of_body: true, is_within_event: true,
    };
    /// A project idea.
    IDEA = {
        code: "idea", order: 80, folder: "projektideen", base_path: "/projektideen", table: Some("outcome"),
        is_result: true, is_of_body: true, is_within_event: true,
    };
    /// A promise of one body to another, with a due date.
    AGREEMENT = {
        code: "agreement", order: 90, folder: "verabredungen", base_path: "/verabredungen", table: Some("outcome"),
        is_result: true, is_of_body: true, is_within_event: true,
    };
    /// A project.
    PROJECT = {
        code: "project", order: 100, folder: "projekte", base_path: "/projekte", table: Some("outcome"),
        is_of_body: true, is_within_event: true,
    };
    /// A paper.
    PAPER = {
        code: "paper", order: 110, folder: "papiere", base_path: "/papiere", table: Some("outcome"),
        is_on_timeline: true, is_of_body: true, is_within_event: true, brings_files: true,
    };
    /// A recommendation to somebody outside.
    RECOMMENDATION = {
        code: "recommendation", order: 120, folder: "empfehlungen", base_path: "/empfehlungen", table: Some("outcome"),
        is_numbered: true, is_of_body: true, is_within_event: true,
    };
    /// The handing over of recommendations to their addressee.
    HAND_OVER = {
        code: "hand_over", order: 130, folder: "uebergaben", base_path: "/empfehlungen/uebergaben", table: Some("outcome"),
        is_on_timeline: true, is_of_body: true, is_within_event: true,
    };
    /// The reply of the addressee.
    REPLY = {
        code: "reply", order: 140, folder: "antworten", base_path: "/empfehlungen/antworten", table: Some("outcome"),
        is_of_body: true, is_within_event: true,
    };
}
