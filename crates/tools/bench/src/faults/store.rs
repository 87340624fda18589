//! Queries of the trials on the program's database, which they open beside it.

use std::collections::BTreeSet;

use db::{Address, Db, Reader};

use super::server::Setting;

const DOCUMENTS: &str = "SELECT document FROM revisions WHERE document LIKE '%\"leicht\"%'";
const WAITING_MAILS: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'waiting'";

/// The texts in Leichte Sprache of all versions.
pub(super) fn easy_texts(setting: &Setting) -> anyhow::Result<BTreeSet<String>> {
    let documents: Vec<String> = tokio::runtime::Handle::current().block_on(async {
        let mut reader = reader(setting).await?;
        anyhow::Ok(db::on!(&mut reader.conn(), |c| sqlx::query_scalar(DOCUMENTS).fetch_all(c).await)?)
    })?;
    let mut texts = BTreeSet::new();
    for document in documents {
        let document = archive::Document::from_json(&document)?;
        texts.extend(document.translations.get(&base::Locale::Easy).map(|text| text.body.clone()));
    }
    Ok(texts)
}

/// The number of mails that have not been sent yet.
pub(super) fn waiting_mails(setting: &Setting) -> anyhow::Result<i64> {
    tokio::runtime::Handle::current().block_on(async {
        let mut reader = reader(setting).await?;
        Ok(db::on!(&mut reader.conn(), |c| sqlx::query_scalar(WAITING_MAILS).fetch_one(c).await)?)
    })
}

async fn reader(setting: &Setting) -> anyhow::Result<Reader> {
    let address = match &setting.database {
        Some(url) => url.parse()?,
        None => Address::File(setting.file()),
    };
    Ok(Db::open(&address).await?.read().await?)
}
