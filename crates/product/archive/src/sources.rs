//! `sources.toml`: the sources of facts, by key.

use std::collections::HashSet;

use base::Localized;
use db::Conn;
use golden_thread::sheet::{Flaw, MOST_ROWS, Problem};
use golden_thread::{sheet, store};
use serde::{Deserialize, Serialize};

/// The file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSheet {
    /// All sources, in the order of the file.
    #[serde(default)]
    pub source: Vec<SourceMatter>,
}

/// One source.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceMatter {
    /// The key by which other files refer to it.
    pub key: String,
    name: Localized,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl SourceSheet {
    /// All faults of the file: duplicate keys, addresses that a browser cannot open.
    pub fn check(&self, file: &str, text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut report = |word: &str, reason: String| {
            problems.push(Problem { file: file.to_owned(), line: sheet::line_of(text, word), reason });
        };
        if self.source.len() > MOST_ROWS {
            report("source", format!("there are {} sources; a list has at most {MOST_ROWS}", self.source.len()));
        }
        for (_, flaw) in self.flaws() {
            report(&flaw.value, flaw.reason);
        }
        problems
    }

    /// The values that make no sense, each with the position of its source and the path within it.
    pub fn flaws(&self) -> Vec<(usize, Flaw)> {
        let mut flaws = Vec::new();
        let mut keys = HashSet::new();
        for (place, source) in self.source.iter().enumerate() {
            let key = &source.key;
            if !keys.insert(key) {
                let (path, value) = ("name".to_owned(), key.clone());
                let reason = format!("source `{key}` is there twice");
                flaws.push((place, Flaw { path, value, reason, text: "source-twice" }));
            }
            let is_wrong = |url: &&String| !url.starts_with("https://") && !url.starts_with("http://");
            if let Some(url) = source.url.as_ref().filter(is_wrong) {
                let (path, value) = ("url".to_owned(), url.clone());
                let reason = format!("`{url}` is no web address");
                flaws.push((place, Flaw { path, value, reason, text: "input-no-address" }));
            }
        }
        flaws
    }

    /// Replaces all stored sources by these. Returns the keys of those that are not among them and to which an entry
    /// still refers; if there are any, the caller drops the transaction.
    pub async fn replace(&self, conn: &mut Conn<'_>) -> db::Result<Vec<String>> {
        let mut used = Vec::new();
        let kept: HashSet<&str> = self.source.iter().map(|source| source.key.as_str()).collect();
        for before in store::all_sources(conn).await? {
            if !kept.contains(before.key.as_str()) && !store::remove_source(conn, &before.key).await? {
                used.push(before.key);
            }
        }
        self.put(conn).await?;
        Ok(used)
    }

    /// Adds these sources to the stored ones.
    pub(crate) async fn put(&self, conn: &mut Conn<'_>) -> db::Result<()> {
        for (position, source) in (0_i64..).zip(&self.source) {
            store::put_source(conn, position, &source.key, &source.name, source.url.as_deref()).await?;
        }
        Ok(())
    }

    /// All sources, as in the file they came from.
    pub async fn all(conn: &mut Conn<'_>) -> db::Result<Self> {
        let source = store::all_sources(conn).await?;
        let source = source.into_iter().map(|stored| SourceMatter {
            key: stored.key,
            name: Localized { de: stored.name_de, en: stored.name_en },
            url: stored.url,
        });
        Ok(Self { source: source.collect() })
    }
}
