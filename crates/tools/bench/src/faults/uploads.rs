//! Trial: two hundred uploads at once, and a picture with few bytes and many pixels.

use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::ensure;

use super::figures::{Figures, millis};
use super::form::Form;
use super::http::{Browser, MULTIPART, with_file};
use super::people::People;
use super::server::{Server, Setting};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The path of the form for a new picture or file.
const UPLOAD: &str = "/redaktion/medien/neu";
/// The size of each file, in bytes.
const FILE: usize = 29_000_000;
/// The width and height of a picture with few bytes.
const SIDE: u16 = 7_000;

/// Many uploads arrive at the same time, most of which never end.
pub(crate) fn flood(stage: &Stage) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, &stage.folder("uploads")?.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let editor = people.editor();
    let form = Form::of(&editor.get(UPLOAD)?, UPLOAD)?;
    let body = Arc::new(with_file(&form.fields(), "zahlen.csv", &b"1;2\n".repeat(FILE / 4)));
    let watch = Watch::start(server.address);
    let count = stage.count(40, 200);
    let senders: Vec<_> = (0..count)
        .map(|number| {
            let browser = Browser { cookie: editor.cookie.clone(), ..Browser::number(server.address, number) };
            let body = Arc::clone(&body);
            std::thread::spawn(move || send_most(&browser, &body))
        })
        .collect();
    std::thread::sleep(Duration::from_secs(stage.count(2, 10) as u64));
    let start = Instant::now();
    ensure!(people.send()? == 303, "a message is not taken meanwhile");
    let message = start.elapsed();
    for sender in senders {
        ensure!(sender.join().is_ok(), "a sender gave up");
    }
    let picture = editor.upload(UPLOAD, &form.fields(), "gross.gif", &huge_gif()?)?;
    ensure!([303, 422].contains(&picture.status), "the huge picture is answered {}", picture.status);
    let small = editor.upload(UPLOAD, &form.fields(), "klein.csv", b"1;2\n")?;
    ensure!(small.status == 303, "a small file is answered {} afterwards", small.status);
    let lost = people.lost(&server, &setting)?;
    let told = format!(
        "{count} × 29 MB at once, then a GIF of {SIDE} × {SIDE} pixels; a message took {:.0} ms",
        millis(message)
    );
    let (acknowledged, memory) = (people.acknowledged(), server.memory()?);
    Ok(Figures { acknowledged, lost, start_page: watch.p99(), memory, told, ..Figures::default() }.into())
}

/// Sends all but the last bytes and closes the connection after a while.
fn send_most(browser: &Browser, body: &[u8]) {
    let Ok(mut stream) = browser.connect() else { return };
    let head = browser.head("POST", UPLOAD, MULTIPART, body.len());
    // The server may refuse early and close the connection, which is intended.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body[..body.len() - 100]));
    std::thread::sleep(Duration::from_secs(3));
}

/// A picture of one colour, so that a few bytes are enough.
fn huge_gif() -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = gif::Encoder::new(&mut bytes, SIDE, SIDE, &[255, 255, 255, 0, 0, 0])?;
    let pixels = vec![0; usize::from(SIDE) * usize::from(SIDE)];
    encoder.write_frame(&gif::Frame::from_indexed_pixels(SIDE, SIDE, pixels, None))?;
    drop(encoder);
    Ok(bytes)
}
