//! `[body]` in the front matter of an organisation.

use std::collections::{BTreeSet, HashMap};

use db::{BoxFuture, Conn};
use edtf::Edtf;
use golden_thread::full_text::{Phrase, label};
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableReference, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;

use super::WHOLE;
use crate::store::{self, StoredBody, StoredRole};
use crate::{Role, Sector, Stage};

/// The facts about an organisation beyond its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyTable {
    /// A short name it goes by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The part of society it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// The stations of education at which it works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Its home page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// True for a place where events happen, which does not act itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub venue: bool,
    /// Its roles in the initiative and in single entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleMatter>,
}

/// One role, as written in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleMatter {
    /// The role.
    pub role: Role,
    /// `initiative`, or folder and slug of an entry.
    pub scope: String,
    /// The time of the role, open at its end if it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
}

impl Table for BodyTable {
    fn references(&self) -> Vec<TableReference> {
        let named = self.roles.iter().enumerate().filter(|(_, role)| role.scope != WHOLE);
        named
            .map(|(place, role)| TableReference { path: format!("roles.{place}.scope"), to: role.scope.clone() })
            .collect()
    }

    fn phrases(&self, _: Kind, texts: &Texts) -> Vec<Phrase> {
        let sector = self.sector.iter().map(|sector| format!("body-sector-{sector}"));
        let stages = self.stages.iter().map(|stage| format!("body-stage-{stage}"));
        let roles = self.roles.iter().map(|role| format!("body-role-{}", role.role));
        let keys: BTreeSet<String> = sector.chain(stages).chain(roles).collect();
        let labels = keys.iter().flat_map(|key| label(texts, key, &[]));
        self.short.iter().map(Phrase::name).chain(labels).collect()
    }

    fn check(&self) -> Result<(), Flaw> {
        if let Some(url) =
            self.website.as_ref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            return Err(Flaw {
                path: "website".to_owned(),
                value: url.clone(),
                reason: format!("`{url}` is no web address"),
                text: "body-input-no-website",
            });
        }
        for (place, stage) in self.stages.iter().enumerate() {
            if self.stages[..place].contains(stage) {
                return Err(Flaw {
                    path: "stages".to_owned(),
                    value: stage.to_string(),
                    reason: format!("stage `{stage}` is there twice"),
                    text: "body-input-stage-twice",
                });
            }
        }
        for (place, role) in self.roles.iter().enumerate() {
            if self.roles[..place].contains(role) {
                return Err(Flaw {
                    path: format!("roles.{place}.role"),
                    value: role.role.to_string(),
                    reason: format!("role `{}` in `{}` is there twice", role.role, role.scope),
                    text: "body-input-role-twice",
                });
            }
        }
        Ok(())
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn clear<'a>(conn: &'a mut Conn<'_>, id: EntryId) -> Written<'a> {
        Box::pin(async move { Ok(store::clear_body(conn, id).await?) })
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let roles = self.roles.iter().map(|role| {
                let scope = (role.scope != WHOLE).then(|| references.id(&role.scope)).transpose()?;
                Ok(StoredRole { body: id, role: role.role, scope, when: role.when })
            });
            let body = StoredBody {
                id,
                short: self.short.clone(),
                sector: self.sector,
                stages: self.stages.clone(),
                website: self.website.clone(),
                venue: self.venue,
                roles: roles.collect::<anyhow::Result<_>>()?,
            };
            Ok(store::insert_body(conn, &body).await?)
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let bodies = store::all_bodies(conn).await?;
            bodies.into_iter().map(|body| Ok((body.id, Self::of(body, references)?))).collect()
        })
    }
}

const INPUTS: &[Input] = &[
    Input::new("short", "body-input-short", Asks::Line).hinted("body-input-short-hint"),
    Input::new(
        "sector",
        "body-input-sector",
        Asks::Choice(|word| format!("body-sector-{word}"), || Sector::ALL.map(Sector::code).to_vec()),
    ),
    Input::new(
        "stages",
        "body-input-stages",
        Asks::Choices(|word| format!("body-stage-{word}"), || Stage::ALL.map(Stage::code).to_vec()),
    ),
    Input::new("website", "body-input-website", Asks::Address),
    Input::new("venue", "body-input-venue", Asks::Flag),
    Input::new("roles", "body-input-roles", Asks::Rows(ROLE)),
];

const ROLE: &[Input] = &[
    Input::new(
        "role",
        "body-input-role",
        Asks::Choice(|word| format!("body-role-{word}"), || Role::ALL.map(Role::code).to_vec()),
    )
    .required(),
    Input::new("scope", "body-input-scope", Asks::EntryOr(WHOLE, "body-input-whole")).required(),
    Input::new("when", "body-input-when", Asks::When),
];

impl BodyTable {
    fn of(body: StoredBody, references: &References) -> anyhow::Result<Self> {
        let roles = body.roles.into_iter().map(|role| {
            let scope = role.scope.map_or(Ok(WHOLE), |id| references.reference(id))?;
            Ok(RoleMatter { role: role.role, scope: scope.to_owned(), when: role.when })
        });
        Ok(Self {
            short: body.short,
            sector: body.sector,
            stages: body.stages,
            website: body.website,
            venue: body.venue,
            roles: roles.collect::<anyhow::Result<_>>()?,
        })
    }
}
