//! Visitors and an editor who write all the time and record every acknowledged write.

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

/// The time between opening and sending a form; faster ones count as spam.
const WRITING_TIME: Duration = Duration::from_millis(3_200);
/// The path of the page in Leichte Sprache of which the editor saves version after version.
const EDITED: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/leicht";
/// The pause after a write that was not acknowledged.
const RETRY_PAUSE: Duration = Duration::from_millis(20);

/// The writing people, and the writes acknowledged to them.
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
    /// Signs in the first administrator and opens the visitors' form.
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

    /// Opens a new form and keeps its ticket.
    pub(crate) fn open_form(&self) -> anyhow::Result<()> {
        let ticket = Browser::number(self.server, 15_001).get("/kontakt")?.input("ticket")?;
        *self.ticket.lock().unwrap_or_else(PoisonError::into_inner) = ticket;
        Ok(())
    }

    /// Sends a message and returns the status of the answer.
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

    /// Saves a version of the page in Leichte Sprache; true if it was acknowledged.
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
                        std::thread::sleep(RETRY_PAUSE);
                    }
                }
            })
        };
        let visitors = (0..visitors).map(|_| spawn(|people| people.send().is_ok_and(|status| status == 303)));
        let threads = visitors.chain([spawn(|people| people.save().unwrap_or(false))]).collect();
        Writing { people: Arc::clone(self), threads }
    }

    /// The number of acknowledged writes so far.
    pub(crate) fn acknowledged(&self) -> usize {
        let receipts = self.receipts.lock().unwrap_or_else(PoisonError::into_inner).len();
        receipts + self.saved.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The writes acknowledged so far.
    pub(crate) fn snapshot(&self) -> Acknowledged {
        Acknowledged {
            receipts: self.receipts.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            saved: self.saved.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// The number of acknowledged writes that the program's pages and database do not contain.
    pub(crate) fn lost(&self, server: &Server, setting: &Setting) -> anyhow::Result<usize> {
        missing(&self.snapshot(), server, setting)
    }
}

/// Writes that were acknowledged to people.
pub(crate) struct Acknowledged {
    /// The addresses of receipts for messages.
    receipts: BTreeSet<String>,
    /// The saved texts in Leichte Sprache.
    saved: BTreeSet<String>,
}

/// The number of acknowledged writes that a program does not have.
///
/// # Errors
/// If it does not answer, or its database does not open.
pub(crate) fn missing(acknowledged: &Acknowledged, server: &Server, setting: &Setting) -> anyhow::Result<usize> {
    let visitor = server.visitor();
    let mut lost = 0;
    for receipt in &acknowledged.receipts {
        lost += usize::from(visitor.get(receipt)?.status != 200);
    }
    let kept = store::easy_texts(setting)?;
    Ok(lost + acknowledged.saved.iter().filter(|text| !kept.contains(*text)).count())
}

/// People who are writing; they stop when this value is dropped.
pub(crate) struct Writing {
    people: Arc<People>,
    threads: Vec<JoinHandle<()>>,
}

impl Writing {
    /// Waits until `more` further writes were acknowledged.
    pub(crate) fn wait_for(&self, more: usize) -> anyhow::Result<()> {
        let before = self.people.acknowledged();
        let limit = Duration::from_mins(1);
        let people = &self.people;
        super::server::until("people write", limit, || Ok(people.acknowledged() >= before + more)).map(drop)
    }

    /// Stops the writing people and waits for them.
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
