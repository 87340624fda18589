//! Trial: adversarial texts are saved, checked for hints, compared, previewed, published, read and found.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::figures::{Figures, millis};
use super::form::Form;
use super::http::{Answer, Browser};
use super::people::People;
use super::server::{Server, Setting};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The path of the form for a new text page.
const NEW: &str = "/redaktion/eintraege/seiten/neu";
/// The limit for every step in a release build.
const LIMIT: Duration = Duration::from_millis(300);
/// The sizes of the texts in bytes, in the short and in the long form; the latter is the largest allowed one.
const SIZES: (usize, usize) = (20_000, 200_000);

/// The slowest step so far.
#[derive(Debug, Default)]
struct Slowest(Duration, String);

/// Takes every text through every step.
pub(crate) fn expensive(stage: &Stage) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, &stage.folder("texts")?.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let editor = people.editor();
    let watch = Watch::start(server.address);
    let mut slowest = Slowest::default();
    let mut refused = 0;
    let size = stage.count(SIZES.0, SIZES.1);
    let texts = base::expensive::texts(size);
    for (name, text) in &texts {
        refused += usize::from(!walk(&editor, name, text, &mut slowest).with_context(|| (*name).to_owned())?);
    }
    suggestions(&editor, &mut slowest)?;
    let Slowest(time, step) = slowest;
    ensure!(time <= LIMIT || cfg!(debug_assertions), "{step} took {:.0} ms", millis(time));
    let told = format!(
        "{} texts of {size} bytes, {refused} refused with a reason; the slowest step took {:.0} ms ({step})",
        texts.len(),
        millis(time)
    );
    Ok(Figures { start_page: watch.p99(), memory: server.memory()?, told, ..Figures::default() }.into())
}

/// Takes a text through all steps; false if it was refused.
fn walk(editor: &Browser, name: &str, text: &str, slowest: &mut Slowest) -> anyhow::Result<bool> {
    let form = Form::of(&editor.get(NEW)?, NEW)?.set("do", "speichern");
    let title = format!("Text {name}");
    // Begun with a short text of the same kind, so that there is something to compare with.
    let begun = form.set("matter.title", &title).set("body", "a ").send(editor)?.expect(303, "beginning")?;
    let path = begun.header("location").context("an address")?.split('?').next().unwrap_or_default().to_owned();
    hints(editor, &path, name, text, slowest)?;
    let page = editor.get(&path)?.expect(200, "the form")?;
    let form = Form::of(&page, &path)?.set("body", text).set("do", "speichern");
    let saved = slowest.measure(&format!("{name}: saving"), || form.send(editor))?;
    if saved.status != 303 {
        is_kept(&saved, text)?;
        return Ok(false);
    }
    let page = editor.get(&path)?.expect(200, "the form")?;
    let preview = Form::of(&page, &path)?.set("do", "vorschau");
    let preview = slowest.measure(&format!("{name}: previewing"), || preview.send(editor))?;
    if let Some(place) = preview.header("location") {
        let address = path_of(place);
        slowest.measure(&format!("{name}: the preview"), || editor.get(&address))?.expect(200, "the preview")?;
    }
    let step = format!("{name}: comparing");
    slowest.measure(&step, || editor.get(&format!("{path}/fassungen/2")))?.expect(200, "the comparison")?;
    publish(editor, &path, name, slowest)?;
    let slug = path.rsplit('/').next().unwrap_or_default();
    let visitor = Browser { cookie: String::new(), ..editor.clone() };
    slowest
        .measure(&format!("{name}: reading"), || visitor.get(&format!("/seiten/{slug}")))?
        .expect(200, "the page")?;
    let question = format!("/suche?q=Text+{}", name.split(' ').next().unwrap_or_default());
    slowest.measure(&format!("{name}: finding"), || visitor.get(&question))?.expect(200, "the search")?;
    Ok(true)
}

/// Publishes a text, also if the desk asks to look at it first.
fn publish(editor: &Browser, path: &str, name: &str, slowest: &mut Slowest) -> anyhow::Result<()> {
    let page = editor.get(path)?.expect(200, "the form")?;
    let form = Form::of(&page, path)?.set("do", "veroeffentlichen");
    let step = format!("{name}: publishing");
    let answer = slowest.measure(&step, || form.send(editor))?.expect(303, "the publication")?;
    let place = answer.header("location").context("an address")?;
    if !place.contains("hinweis=vorher") {
        return Ok(());
    }
    let asked = slowest.measure(&format!("{name}: asking"), || editor.get(&path_of(place)))?;
    let form = Form::of(&asked.expect(200, "the remarks")?, path)?.set("do", "trotzdem");
    let answer = slowest.measure(&step, || form.send(editor))?.expect(303, "the publication")?;
    let place = answer.header("location").unwrap_or_default();
    ensure!(place.ends_with("hinweis=veroeffentlicht"), "{name}: publishing leads to {place}");
    Ok(())
}

/// Requests the hints for Leichte Sprache.
fn hints(editor: &Browser, path: &str, name: &str, text: &str, slowest: &mut Slowest) -> anyhow::Result<()> {
    let place = format!("{path}/sprachen/leicht");
    let form = Form::of(&editor.get(&place)?, &place)?.set("title", "Leicht").set("body", text).set("do", "pruefen");
    let answer = slowest.measure(&format!("{name}: hinting"), || form.send(editor))?;
    ensure!([200, 413, 422].contains(&answer.status), "hinting is answered {}", answer.status);
    Ok(())
}

/// Requests suggestions for a text that is longer than any title.
fn suggestions(editor: &Browser, slowest: &mut Slowest) -> anyhow::Result<()> {
    let question = format!("/redaktion/eintraege/vorschlaege?q={}", "_".repeat(30_000));
    let answer = slowest.measure("suggesting", || editor.get(&question))?;
    ensure!(answer.status < 500, "a long question for suggestions is answered {}", answer.status);
    Ok(())
}

/// Checks that a refusal contains a reason and the text.
fn is_kept(refusal: &Answer, text: &str) -> anyhow::Result<()> {
    ensure!([413, 422].contains(&refusal.status), "saving is answered {}", refusal.status);
    let begin: String = text.chars().take(20).collect();
    let escaped = begin.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;");
    let page = refusal.text();
    ensure!(page.contains(&escaped) || page.contains(&begin), "the refusal has lost the text");
    Ok(())
}

/// An address without scheme and host.
fn path_of(place: &str) -> String {
    match place.split_once("://").and_then(|(_, rest)| rest.find('/').map(|begin| rest[begin..].to_owned())) {
        Some(path) => path,
        None => place.to_owned(),
    }
}

impl Slowest {
    fn measure(&mut self, step: &str, work: impl FnOnce() -> std::io::Result<Answer>) -> anyhow::Result<Answer> {
        let start = Instant::now();
        let answer = work().with_context(|| step.to_owned())?;
        if start.elapsed() > self.0 {
            *self = Self(start.elapsed(), step.to_owned());
        }
        ensure!(answer.status < 500, "{step} is answered {}", answer.status);
        Ok(answer)
    }
}
