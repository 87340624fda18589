//! The buttons of the form that save.

use accounts::Desk;
use archive::Document;
use desk_kit::form::Faults;
use web::form::Submission;

use super::instant::{InstantFields, instant};
use crate::entries::actions::Then;
use crate::entries::form::{self, Read};

/// A button of the form that saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Button {
    Save,
    Preview,
    /// Save, and hand it over to be approved.
    AskApproval,
    Publish,
    /// Although there are remarks, which the form names.
    PublishAnyway,
    Schedule,
    ScheduleAnyway,
}

impl Button {
    /// The button by its value. A form without one was sent by the Enter key, which saves.
    pub(crate) fn of(sent: &Submission) -> Self {
        match sent.get("do") {
            "vorschau" => Self::Preview,
            "freigabe" => Self::AskApproval,
            "veroeffentlichen" => Self::Publish,
            "trotzdem" => Self::PublishAnyway,
            "planen" => Self::Schedule,
            "trotzdem-planen" => Self::ScheduleAnyway,
            _ => Self::Save,
        }
    }

    /// True if only people may press it who publish.
    pub(crate) fn publishes(self) -> bool {
        !matches!(self, Self::Save | Self::Preview | Self::AskApproval)
    }

    /// Reads a form. What does not exist keeps nobody from saving a draft; for the other buttons, all of it must be there.
    pub(crate) fn read(
        self,
        desk: &Desk,
        base: &Document,
        sent: desk_kit::form::Sent<'_>,
    ) -> anyhow::Result<Result<Read, Faults>> {
        match form::read(desk, base, sent)? {
            Err(faults) if self == Self::Save => Ok(form::read_known(desk, base, sent)?.map_err(|_| faults)),
            read => Ok(read),
        }
    }

    /// True if somebody has seen remarks and presses all the same.
    pub(crate) fn overrules(self) -> bool {
        matches!(self, Self::PublishAnyway | Self::ScheduleAnyway)
    }

    /// The act that follows a save; if its instant cannot be read, the fields with what is wrong.
    ///
    /// # Errors
    /// Those fields.
    pub(crate) fn then(
        self,
        desk: &Desk,
        fields: &InstantFields,
        due: Option<jiff::Timestamp>,
    ) -> Result<Then, InstantFields> {
        match self {
            Self::Save | Self::Preview => Ok(Then::Nothing),
            Self::AskApproval => Ok(Then::AskApproval),
            Self::Publish | Self::PublishAnyway => Ok(Then::Publish),
            Self::Schedule | Self::ScheduleAnyway => instant(desk, fields, due).map(Then::Schedule),
        }
    }
}
