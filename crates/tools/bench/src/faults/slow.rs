//! Trials: clients that read or write very slowly and occupy connections (Slowloris).

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::figures::{Figures, millis};
use super::form::Form;
use super::http::Browser;
use super::people::People;
use super::server::{Server, Setting};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The path of the form for a new picture or file.
const UPLOAD: &str = "/redaktion/medien/neu";
/// The size of the file that everybody reads, in bytes.
const FILE: usize = 29_000_000;
/// The number of simultaneous readers.
const READERS: usize = 60;

/// Sixty clients read a large file at one byte per second each.
pub(crate) fn readers(stage: &Stage) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, &stage.folder("readers")?.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let file = publish_file(&people)?;
    let watch = Watch::start(server.address);
    let mut readers = Vec::new();
    for number in 0..READERS {
        let browser = Browser::number(server.address, number);
        let mut stream = browser.connect()?;
        stream.write_all(browser.head("GET", &file, "", 0).as_bytes())?;
        readers.push(stream);
    }
    let seconds = stage.count(5, 30);
    for _ in 0..seconds {
        std::thread::sleep(Duration::from_secs(1));
        for reader in &mut readers {
            reader.read_exact(&mut [0])?;
        }
    }
    // Meanwhile a client with a fast connection.
    let start = Instant::now();
    let whole = server.visitor().get(&file)?.expect(200, "the file")?;
    ensure!(whole.body.len() == FILE, "the file is cut: {} bytes", whole.body.len());
    let told =
        format!("{READERS} at one byte a second; somebody else has the file in {:.0} ms", millis(start.elapsed()));
    Ok(Figures { start_page: watch.p99(), memory: server.memory()?, told, ..Figures::default() }.into())
}

/// Uploads a large table and returns its public address.
fn publish_file(people: &People) -> anyhow::Result<String> {
    let editor = people.editor();
    let form = Form::of(&editor.get(UPLOAD)?, UPLOAD)?;
    let form = form.set("title", "Zahlen").set("holder", "Stadt Essen").set("licence", "cc_by_4");
    let mut table = b"nummer;zahl\n".to_vec();
    while table.len() < FILE {
        table.extend_from_slice(b"1;2\n");
    }
    table.truncate(FILE - 1);
    table.push(b'\n');
    let answer = editor.upload(UPLOAD, &form.fields(), "zahlen.csv", &table)?.expect(303, "the table is taken")?;
    let path = answer.header("location").context("an address")?.split('?').next().unwrap_or_default().to_owned();
    let slug = path.rsplit('/').next().unwrap_or_default();
    let page = editor.get(&path)?.text();
    let address = page.split('"').find(|text| text.starts_with(&format!("/medien/{slug}/")));
    Ok(address.context("no address of the file on its page")?.to_owned())
}

/// Heads that never end, bodies that never arrive, idle connections, and clients that read nothing.
pub(crate) fn writers(stage: &Stage) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, &stage.folder("writers")?.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let watch = Watch::start(server.address);
    let each = stage.count(100, 1_000);
    let mut held: Vec<TcpStream> = Vec::new();
    let browser = |number: usize| Browser::number(server.address, number);
    for number in 0..each {
        let visitor = browser(number);
        // A head that never ends.
        let mut stream = visitor.connect()?;
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ")?;
        held.push(stream);
        // A body that never arrives.
        let mut stream = visitor.connect()?;
        let form = "content-type: application/x-www-form-urlencoded\r\n";
        stream.write_all(visitor.head("POST", "/kontakt", form, 1_000).as_bytes())?;
        held.push(stream);
        // An idle connection.
        held.push(visitor.connect()?);
        // More answers than the kernel buffers, none of which is read.
        let mut stream = visitor.connect()?;
        let ask = format!("GET / HTTP/1.1\r\nhost: {}\r\n\r\n", server.address).repeat(20);
        stream.write_all(ask.as_bytes())?;
        held.push(stream);
    }
    let mut slowest = Duration::ZERO;
    for _ in 0..stage.count(10, 100) {
        let start = Instant::now();
        ensure!(people.send()? == 303, "a message is not taken");
        slowest = slowest.max(start.elapsed());
    }
    std::thread::sleep(Duration::from_secs(stage.count(2, 30) as u64));
    let lost = people.lost(&server, &setting)?;
    let told = format!("{} connections held; a message takes {:.0} ms at most", held.len(), millis(slowest));
    let (acknowledged, memory) = (people.acknowledged(), server.memory()?);
    Ok(Figures { acknowledged, lost, start_page: watch.p99(), memory, told, ..Figures::default() }.into())
}
