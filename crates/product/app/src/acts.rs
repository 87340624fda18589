//! What people do on the server that the audit log records.

use std::path::Path;

use services::audit::{Act, AuditEvent};

services::audit_events! {
    /// Data left as files.
    EXPORTED = { code: "exported", key: "audit-event-exported" };
}

/// The whole initiative was written into a folder.
#[derive(Debug)]
pub(crate) struct Exported<'a>(pub(crate) &'a Path);

impl Act for Exported<'_> {
    fn event(&self) -> AuditEvent {
        EXPORTED
    }

    fn label(&self) -> String {
        self.0.display().to_string()
    }
}
