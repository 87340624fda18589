//! Trial: a thousand false sign-in links, then a valid one.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::figures::{Figures, millis};
use super::form::Form;
use super::http::Browser;
use super::people::People;
use super::server::{Server, Setting, until};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The number of IP addresses from which false links are opened.
const ADDRESSES: usize = 100;
/// The number of false links from each address.
const EACH: usize = 10;
/// The time within which the mail must arrive.
const MAIL_TIMEOUT: Duration = Duration::from_secs(30);

/// Opens and confirms false links, and checks that nobody else notices.
pub(crate) fn false_links(stage: &Stage) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, &stage.folder("sign-in")?.join("data"))?;
    let server = Server::start(&setting)?;
    // Creates the first administrator, for whose address a link is requested below.
    let _people = People::arrive(&server)?;
    let watch = Watch::start(server.address);
    let start = Instant::now();
    for number in 0..ADDRESSES * EACH {
        let stranger = Browser::number(server.address, number % ADDRESSES);
        let link = format!("/anmelden/link/{number:032x}");
        let status = if number % 2 == 0 { stranger.get(&link)?.status } else { stranger.post(&link, &[])?.status };
        ensure!((400..500).contains(&status), "a false link is answered {status}");
    }
    let strangers = start.elapsed();
    let person = Browser::number(server.address, 7);
    let form = Form::of(&person.get("/anmelden")?, "/anmelden")?.set("email", "leitung@ort.example");
    std::thread::sleep(Duration::from_millis(3_200));
    form.send(&person)?.expect(303, "asking for a link")?;
    let folder = setting.data.join("mail");
    let mut link = None;
    until("the mail is there", MAIL_TIMEOUT, || {
        link = link_in(&folder)?;
        Ok(link.is_some())
    })?;
    let link = link.context("a link")?;
    let opened = person.post(&link, &[])?.expect(303, "signing in")?;
    ensure!(opened.header("set-cookie").is_some(), "nobody is signed in");
    let told = format!(
        "{} false links from {ADDRESSES} addresses in {:.1} s; then a person asks for a link and signs in",
        ADDRESSES * EACH,
        millis(strangers) / 1000.0
    );
    Ok(Figures { start_page: watch.p99(), memory: server.memory()?, told, ..Figures::default() }.into())
}

/// The path of the link in the only mail that contains one.
fn link_in(folder: &Path) -> anyhow::Result<Option<String>> {
    let Ok(files) = fs::read_dir(folder) else { return Ok(None) };
    for file in files {
        let path = file?.path();
        if path.extension().is_none_or(|extension| extension != "eml") {
            continue;
        }
        let text = fs::read_to_string(path)?.replace("=\r\n", "").replace("=\n", "");
        if let Some((_, rest)) = text.split_once("/anmelden/link/") {
            let secret = rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_').next();
            return Ok(Some(format!("/anmelden/link/{}", secret.unwrap_or_default())));
        }
    }
    Ok(None)
}
