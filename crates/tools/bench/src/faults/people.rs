//! People who write all the time, and remember what they were told was kept.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context as _, ensure};

use super::form::Form;
use super::http::Browser;
use super::server::{Server, Setting};
use super::store;

/// A form that comes back sooner is taken for a machine's.
const WRITING_TIME: Duration = Duration::from_millis(3_200);
/// The page in Leichte Sprache that the editors write, one version after the other.
const EDITED: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/leicht";
/// How long somebody rests who was not taken.
const REST: Duration = Duration::from_millis(20);

/// Everybody who writes, and what was acknowledged to them.
pub(crate) struct People {
    server: SocketAddr,
    ticket: Mutex<String>,
    /// The cookie of an administrator.
    pub(crate) cookie: String,
    sent: AtomicUsize,
    receipts: Mutex<BTreeSet<String>>,
    saved: Mutex<BTreeSet<String>>,
    stop: AtomicBool,
}

impl People {
    /// Signs the first administrator in and opens the form of the visitors.
    pub(crate) fn arrive(server: &Server) -> anyhow::Result<Arc<Self>> {
        let visitor = server.visitor();
        let link = server.first_link.clone().context("nobody is at the desk yet")?;
        let answer = visitor.post(&link, &[("name", "Leitung"), ("email", "leitung@ort.example")])?;
        let answer = answer.expect(303, "the first administrator signs in")?;
        let cookie = answer.header("set-cookie").context("a cookie")?.split(';').next().unwrap_or_default().to_owned();
        let ticket = visitor.get("/kontakt")?.input("ticket")?;
        std::thread::sleep(WRITING_TIME);
        Ok(Arc::new(Self {
            server: server.address,
            ticket: Mutex::new(ticket),
            cookie,
            sent: AtomicUsize::new(0),
            receipts: Mutex::default(),
            saved: Mutex::default(),
            stop: AtomicBool::new(false),
        }))
    }

    /// The administrator's browser.
    pub(crate) fn editor(&self) -> Browser {
        Browser { cookie: self.cookie.clone(), ..Browser::number(self.server, 15_000) }
    }

    /// Opens the form anew.
    pub(crate) fn open_form(&self) -> anyhow::Result<()> {
        let ticket = Browser::number(self.server, 15_001).get("/kontakt")?.input("ticket")?;
        *self.ticket.lock().unwrap_or_else(PoisonError::into_inner) = ticket;
        Ok(())
    }

    /// Sends a message; gives the status of the answer.
    pub(crate) fn send(&self) -> std::io::Result<u16> {
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        let ticket = self.ticket.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let text = format!("Kommt die Nachricht {number} an?");
        let email = format!("frage-{number}@ort.example");
        let fields = [("thema", "vielfalt"), ("nachricht", &text), ("email", &email), ("ticket", &ticket)];
        let answer = Browser::number(self.server, number).post("/kontakt", &fields)?;
        if answer.status == 303 {
            let receipt = answer.header("location").unwrap_or_default().to_owned();
            self.receipts.lock().unwrap_or_else(PoisonError::into_inner).insert(receipt);
        }
        Ok(answer.status)
    }

    /// Saves a version of the page in Leichte Sprache; gives whether that was acknowledged.
    fn save(&self) -> anyhow::Result<bool> {
        let editor = self.editor();
        let page = editor.get(EDITED)?.expect(200, "the page in Leichte Sprache")?;
        let text = format!("Text {}.", self.sent.fetch_add(1, Ordering::Relaxed));
        let form = Form::of(&page, EDITED)?.set("title", "Leicht").set("body", &text).set("do", "speichern");
        let is_saved = form.send(&editor)?.status == 303;
        if is_saved {
            self.saved.lock().unwrap_or_else(PoisonError::into_inner).insert(text);
        }
        Ok(is_saved)
    }

    /// Lets visitors write and one editor save until [`Writing::pause`].
    pub(crate) fn write(self: &Arc<Self>, visitors: usize) -> Writing {
        self.stop.store(false, Ordering::Relaxed);
        let spawn = |work: fn(&People) -> bool| {
            let people = Arc::clone(self);
            std::thread::spawn(move || {
                while !people.stop.load(Ordering::Relaxed) {
                    if !work(&people) {
                        std::thread::sleep(REST);
                    }
                }
            })
        };
        let visitors = (0..visitors).map(|_| spawn(|people| people.send().is_ok_and(|status| status == 303)));
        let threads = visitors.chain([spawn(|people| people.save().unwrap_or(false))]).collect();
        Writing { people: Arc::clone(self), threads }
    }

    /// How many writes were acknowledged so far.
    pub(crate) fn acknowledged(&self) -> usize {
        let receipts = self.receipts.lock().unwrap_or_else(PoisonError::into_inner).len();
        receipts + self.saved.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// What was acknowledged: addresses of receipts, and texts.
    pub(crate) fn snapshot(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        (
            self.receipts.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            self.saved.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        )
    }

    /// How many acknowledged writes the program does not know, asked through its pages and its database.
    pub(crate) fn lost(&self, server: &Server, setting: &Setting) -> anyhow::Result<usize> {
        missing(&self.snapshot(), server, setting)
    }
}

/// Counts what a program does not know of what was acknowledged.
///
/// # Errors
/// If it does not answer, or its database does not open.
pub(crate) fn missing(
    (receipts, saved): &(BTreeSet<String>, BTreeSet<String>),
    server: &Server,
    setting: &Setting,
) -> anyhow::Result<usize> {
    let visitor = server.visitor();
    let mut lost = 0;
    for receipt in receipts {
        lost += usize::from(visitor.get(receipt)?.status != 200);
    }
    let kept = store::easy_texts(setting)?;
    Ok(lost + saved.iter().filter(|text| !kept.contains(*text)).count())
}

/// People who are writing; they stop with this value.
pub(crate) struct Writing {
    people: Arc<People>,
    threads: Vec<JoinHandle<()>>,
}

impl Writing {
    /// Waits until that many writes more were acknowledged.
    pub(crate) fn wait_for(&self, more: usize) -> anyhow::Result<()> {
        let before = self.people.acknowledged();
        let limit = Duration::from_mins(1);
        let people = &self.people;
        super::server::until("people write", limit, || Ok(people.acknowledged() >= before + more)).map(drop)
    }

    /// Lets them stop, and waits until they have.
    pub(crate) fn pause(mut self) -> anyhow::Result<()> {
        self.people.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            ensure!(thread.join().is_ok(), "somebody who wrote gave up");
        }
        Ok(())
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.people.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}
