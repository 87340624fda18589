//! Trial: the mail server accepts connections and never answers. Publications and other jobs continue.

use std::net::TcpListener;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, ensure};

use super::figures::{Figures, millis};
use super::form::Form;
use super::people::People;
use super::server::{Server, Setting, until};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The number of messages; each causes two mails.
const MESSAGES: usize = 10;
/// The path of the form for a new text page.
const NEW: &str = "/redaktion/eintraege/seiten/neu";
/// The greatest delay of a scheduled publication that counts as on time.
const ON_TIME: Duration = Duration::from_secs(2);

/// Sends twenty mails to the silent server, then schedules a publication.
pub(crate) fn silent_server(stage: &Stage) -> anyhow::Result<Outcome> {
    // Connections stay in its queue and are never answered.
    let silent = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("smtp://{}", silent.local_addr()?);
    let setting = Setting::new(stage, &stage.folder("mail")?.join("data"))?.with("--mail-smtp", &address);
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let watch = Watch::start(server.address);
    for _ in 0..MESSAGES {
        ensure!(people.send()? == 303, "a message is not taken");
    }
    let (public, instant) = schedule(&people)?;
    let visitor = server.visitor();
    until("the page is public", Duration::from_mins(3), || Ok(visitor.get(&public)?.status == 200))?;
    let late = since_1970()?.saturating_sub(instant);
    ensure!(late <= ON_TIME, "the publication came {:.1} s late", late.as_secs_f64());
    let early = instant.saturating_sub(since_1970()?);
    ensure!(early.is_zero(), "the publication came too early");
    let lost = people.lost(&server, &setting)?;
    let told = format!("{} mails wait; a publication came {:.0} ms after its instant", 2 * MESSAGES, millis(late));
    let (acknowledged, memory) = (people.acknowledged(), server.memory()?);
    Ok(Figures { acknowledged, lost, start_page: watch.p99(), memory, told, ..Figures::default() }.into())
}

/// Begins a page and schedules it for the next full minute that is at least five seconds away; returns its
/// address and its instant since 1970.
fn schedule(people: &People) -> anyhow::Result<(String, Duration)> {
    let editor = people.editor();
    let form = Form::of(&editor.get(NEW)?, NEW)?;
    let answer = form.set("matter.title", "Pünktlich").set("do", "speichern").send(&editor)?;
    let answer = answer.expect(303, "a new page is begun")?;
    let path = answer.header("location").context("an address")?.split('?').next().unwrap_or_default().to_owned();
    let minute = (since_1970()?.as_secs() + 5) / 60 + 1;
    let (day, time) = on_german_clocks(minute * 60)?;
    let form = Form::of(&editor.get(&path)?, &path)?.set("do", "planen");
    form.set("tag", &day).set("uhrzeit", &time).send(&editor)?.expect(303, "the page is scheduled")?;
    let slug = path.rsplit('/').next().unwrap_or_default();
    Ok((format!("/seiten/{slug}"), Duration::from_secs(minute * 60)))
}

fn since_1970() -> anyhow::Result<Duration> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?)
}

/// The day and time of an instant, as an editor types them.
fn on_german_clocks(seconds: u64) -> anyhow::Result<(String, String)> {
    let instant = jiff::Timestamp::from_second(i64::try_from(seconds)?)?;
    let zoned = instant.to_zoned_datetime(base::clock::berlin());
    let day = format!("{}.{}.{}", zoned.day(), zoned.month(), zoned.year());
    Ok((day, format!("{}:{:02}", zoned.hour(), zoned.minute())))
}
