//! What people do at the desk, as the audit log records it: entries, media, lists, settings and jobs.

use archive::Document;
use media::Medium;
use services::audit::{Act, Actor, AuditEvent};

use crate::entries::By;
use crate::entries::paths::{EntryPath, TemplatesPath};
use crate::media::paths::MediumPath;
use crate::registers::{ContactsPath, Register, SourcesPath};

services::audit_events! {
    /// An entry or a medium was made public.
    PUBLISHED = { code: "published", key: "audit-event-published" };
    /// An entry was made public by itself, at the instant that somebody had set.
    PUBLISHED_WHEN_DUE = { code: "published_when_due", key: "audit-event-published_when_due" };
    /// An entry or a medium was taken back.
    WITHDRAWN = { code: "withdrawn", key: "audit-event-withdrawn" };
    /// A draft was put into the bin.
    DELETED = { code: "deleted", key: "audit-event-deleted" };
    /// An entry was handed over to be approved.
    APPROVAL_ASKED = { code: "approval_asked", key: "audit-event-approval_asked" };
    /// An entry was sent back to its author with a remark.
    SENT_BACK = { code: "sent_back", key: "audit-event-sent_back" };
    /// A picture or file was uploaded.
    UPLOADED = { code: "uploaded", key: "audit-event-uploaded" };
    /// The description of a picture or file was changed.
    DESCRIBED = { code: "described", key: "audit-event-described" };
    /// The bytes of a picture or file were replaced.
    REPLACED = { code: "replaced", key: "audit-event-replaced" };
    /// A withdrawn medium, former bytes of one, or a deleted draft was restored.
    BROUGHT_BACK = { code: "brought_back", key: "audit-event-brought_back" };
    /// A setting of the site, or a list that all entries share, was changed.
    SETTING_CHANGED = { code: "setting_changed", key: "audit-event-setting_changed", label: setting_in_words };
    /// A template was kept, or brought back.
    TEMPLATE_KEPT = { code: "template_kept", key: "audit-event-template_kept" };
    /// A template was deleted.
    TEMPLATE_DELETED = { code: "template_deleted", key: "audit-event-template_deleted" };
    /// A job that was given up is tried again.
    JOB_RETRIED = { code: "job_retried", key: "audit-event-job_retried" };
    /// A job that was given up is dismissed.
    JOB_DISMISSED = { code: "job_dismissed", key: "audit-event-job_dismissed" };
}

/// An act on an entry that the public notices, with which it is gone or back, or that passes it on to others. All others stand
/// in the entry's own history.
#[derive(Debug, Clone, Copy)]
pub(crate) enum EntryAct<'a> {
    Published(&'a Document),
    PublishedWhenDue(&'a Document),
    Withdrawn(&'a Document),
    Deleted(&'a Document),
    Returned(&'a Document),
    ApprovalAsked(&'a Document),
    SentBack(&'a Document),
}

impl<'a> EntryAct<'a> {
    fn document(self) -> &'a Document {
        let (Self::Published(document)
        | Self::PublishedWhenDue(document)
        | Self::Withdrawn(document)
        | Self::Deleted(document)
        | Self::Returned(document)
        | Self::ApprovalAsked(document)
        | Self::SentBack(document)) = self;
        document
    }
}

impl Act for EntryAct<'_> {
    fn event(&self) -> AuditEvent {
        match self {
            Self::Published(_) => PUBLISHED,
            Self::PublishedWhenDue(_) => PUBLISHED_WHEN_DUE,
            Self::Withdrawn(_) => WITHDRAWN,
            Self::Deleted(_) => DELETED,
            Self::Returned(_) => BROUGHT_BACK,
            Self::ApprovalAsked(_) => APPROVAL_ASKED,
            Self::SentBack(_) => SENT_BACK,
        }
    }

    fn subject(&self) -> String {
        let document = self.document();
        EntryPath { folder: document.kind.folder().to_owned(), slug: document.slug.to_string() }.to_string()
    }

    fn label(&self) -> String {
        self.document().matter.title.clone()
    }
}

/// An act on a picture or file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum MediumAct<'a> {
    Uploaded(&'a Medium),
    Described(&'a Medium),
    Replaced(&'a Medium),
    BroughtBack(&'a Medium),
    Published(&'a Medium),
    Withdrawn(&'a Medium),
}

impl<'a> MediumAct<'a> {
    fn medium(self) -> &'a Medium {
        match self {
            Self::Uploaded(medium)
            | Self::Described(medium)
            | Self::Replaced(medium)
            | Self::BroughtBack(medium)
            | Self::Published(medium)
            | Self::Withdrawn(medium) => medium,
        }
    }
}

impl Act for MediumAct<'_> {
    fn event(&self) -> AuditEvent {
        match self {
            Self::Uploaded(_) => UPLOADED,
            Self::Described(_) => DESCRIBED,
            Self::Replaced(_) => REPLACED,
            Self::BroughtBack(_) => BROUGHT_BACK,
            Self::Published(_) => PUBLISHED,
            Self::Withdrawn(_) => WITHDRAWN,
        }
    }

    fn subject(&self) -> String {
        MediumPath { slug: self.medium().slug.clone() }.to_string()
    }

    fn label(&self) -> String {
        self.medium().about.title.clone()
    }
}

/// A change of the settings.
#[derive(Debug)]
pub(crate) struct SettingsAct<'a> {
    /// The page of the section.
    pub(crate) path: String,
    /// The name of the section, in German.
    pub(crate) section: &'a str,
}

impl Act for SettingsAct<'_> {
    fn event(&self) -> AuditEvent {
        SETTING_CHANGED
    }

    fn subject(&self) -> String {
        self.path.clone()
    }

    fn label(&self) -> String {
        self.section.to_owned()
    }
}

/// A change of a list that all entries share.
#[derive(Debug)]
pub(crate) struct RegisterAct(pub(crate) Register);

impl Act for RegisterAct {
    fn event(&self) -> AuditEvent {
        SETTING_CHANGED
    }

    fn subject(&self) -> String {
        match self.0 {
            Register::Contacts => ContactsPath.to_string(),
            Register::Sources => SourcesPath.to_string(),
        }
    }

    fn label(&self) -> String {
        self.0.code().to_owned()
    }
}

/// An act on a template; it holds the template's name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum TemplateAct<'a> {
    Kept(&'a str),
    Deleted(&'a str),
}

impl Act for TemplateAct<'_> {
    fn event(&self) -> AuditEvent {
        match self {
            Self::Kept(_) => TEMPLATE_KEPT,
            Self::Deleted(_) => TEMPLATE_DELETED,
        }
    }

    fn subject(&self) -> String {
        TemplatesPath.to_string()
    }

    fn label(&self) -> String {
        let (Self::Kept(name) | Self::Deleted(name)) = self;
        (*name).to_owned()
    }
}

/// An act on a job that was given up; it holds the kind of the job.
#[derive(Debug)]
pub(crate) enum JobAct {
    Retried(String),
    Dismissed(String),
}

impl Act for JobAct {
    fn event(&self) -> AuditEvent {
        match self {
            Self::Retried(_) => JOB_RETRIED,
            Self::Dismissed(_) => JOB_DISMISSED,
        }
    }

    fn label(&self) -> String {
        let (Self::Retried(kind) | Self::Dismissed(kind)) = self;
        kind.clone()
    }
}

impl<'a> By<'a> {
    /// The same person, for the audit log.
    pub(crate) fn actor(self) -> Actor<'a> {
        Actor { id: self.id, name: self.name }
    }
}

/// The name of a list; sections of the settings are recorded by their name.
fn setting_in_words(label: &str, say: &dyn Fn(&str) -> String) -> String {
    match Register::from_code(label) {
        Some(Register::Contacts) => say("register-contacts"),
        Some(Register::Sources) => say("register-sources"),
        None => label.to_owned(),
    }
}
