//! The upload of several files at once: what was said of rights holds for all of them, and each is named by its file.

use accounts::Desk;
use axum::response::{IntoResponse as _, Redirect};
use desk_kit::form::Filled;
use media::{About, InMemory, Received};
use web::{Answer, Error};

use super::NOTICES;
use super::list::INCOMPLETE;
use super::new::{NewPage, Purpose, keep, take};
use crate::media::paths::MediaPath;

/// Keeps all files that can be kept, each by itself. With any that cannot, the form comes back and names them.
pub(super) async fn receive(
    desk: &Desk,
    purpose: Purpose,
    filled: Filled,
    (about, files): (About, Vec<Received>),
) -> Answer {
    // Descriptions and titles are of one picture; who writes one for several means none of them.
    let about = About { title: String::new(), alt: None, crop: None, focus_x: None, focus_y: None, ..about };
    let (mut kept, mut is_incomplete, mut refused) = (0, false, Vec::new());
    for file in files {
        match keep_one(desk, file, about.clone()).await? {
            Ok(is_complete) => {
                kept += 1;
                is_incomplete |= !is_complete;
            }
            Err(fault) => refused.push(fault),
        }
    }
    if !refused.is_empty() {
        let mut page = NewPage::of(desk, purpose, &filled, Some(refused.join(" ")));
        page.kept = kept;
        return page.refused();
    }
    let address = NOTICES.address(desk, MediaPath, "mehrere");
    let address = if is_incomplete { format!("{address}&stand={INCOMPLETE}") } else { address };
    Ok(Redirect::to(&address).into_response())
}

/// Keeps a file; true if nothing of its description is missing. The error is a sentence that names the file.
async fn keep_one(desk: &Desk, file: Received, about: About) -> Result<Result<bool, String>, Error> {
    let InMemory { name, file, turn: _turn } = file.read().await?;
    Ok(match take(desk, &name, file).await? {
        Ok(taken) => Ok(keep(desk, &name, about, taken).await?.missing().is_empty()),
        Err(fault) => Err(desk.t_args("medium-file-named", &[("name", name.title().into()), ("fault", fault.into())])),
    })
}
