// Keeps what somebody types into a form of the desk: every few seconds at the server, and with every key in this browser.
// Asks before the page is left with unsaved text. Without it, buttons send the whole form, and nothing else is lost.

/** Time between two copies at the server, in milliseconds. */
const INTERVAL = 20_000;
/** Time after the last key until the copy in the browser is made. */
const PAUSE = 500;
/** Time between two questions who else has the form open. */
const ROUND = 60_000;
/** Time after the last touch after which the form is silent, so that a forgotten tab keeps nobody signed in. */
const IDLE = 10 * 60_000;
/** Time after which a copy in the browser is forgotten, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;
/** The names of the copies in the browser begin so; the desk removes them when somebody signs out. */
const PREFIX = "unsent:";

/** The fields of a form as the body of a request; files stay where they are. */
function bodyOf(form) {
  const pairs = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return new URLSearchParams(pairs);
}

/** What counts of a body: all but what the page itself puts in. */
function content(body) {
  const own = new Set(["fassung", "von", "ziel", "ende", "do", "stand"]);
  return [...body].filter(([name, value]) => !own.has(name) && value).map((pair) => pair.join("=")).sort().join("&");
}

class Draft {
  constructor(form) {
    this.form = form;
    this.key = PREFIX + form.elements.von.value.split(".")[0] + ":" + form.elements.bogen.value;
    this.isChanged = "unsent" in form.dataset;
    this.isLeaving = false;
    this.kept = "";
    this.status = document.createElement("p");
    this.status.className = "desk-muted desk-kept";
    form.append(this.status);
    this.opened = content(bodyOf(form));
    // Fields of the form may stand outside of it.
    const touch = ({ target }) => (form.contains(target) || target.form === form) && this.touch();
    document.addEventListener("input", touch);
    document.addEventListener("change", touch);
    form.addEventListener("submit", () => (this.isLeaving = true));
    window.addEventListener("beforeunload", (event) => this.ask(event));
    window.addEventListener("pageshow", () => (this.isLeaving = false));
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
    setInterval(() => this.keep(), INTERVAL);
    this.offer();
    this.stay();
  }

  /** Says every minute that the form is open, and that it is left. */
  stay() {
    let touched = Date.now();
    for (const kind of ["pointerdown", "keydown", "wheel", "focus"]) {
      window.addEventListener(kind, () => (touched = Date.now()), { passive: true });
    }
    setInterval(() => !document.hidden && Date.now() - touched < IDLE && this.meet(), ROUND);
    window.addEventListener("pagehide", () => {
      if (this.isLeaving) return;
      navigator.sendBeacon(this.form.dataset.presence, new URLSearchParams({ bogen: this.form.elements.bogen.value, weg: "ja" }));
    });
    window.addEventListener("pageshow", (event) => event.persisted && this.meet());
  }

  /** Shows who else has the form open. */
  async meet() {
    const place = document.querySelector("[data-others]");
    const body = new URLSearchParams({ bogen: this.form.elements.bogen.value });
    try {
      const answer = await fetch(this.form.dataset.presence, { method: "POST", body });
      const text = answer.ok ? (await answer.text()).trim() : "";
      if (!answer.ok || !place || text === [...place.children].map((one) => one.textContent).join("\n")) return;
      place.replaceChildren(...text.split("\n").filter(Boolean).map(paragraph));
    } catch {
      // Without a connection there is nothing new to say.
    }
  }

  /** Something was typed. */
  touch() {
    this.isChanged = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.store(), PAUSE);
  }

  /** Makes the copy in the browser; a full store is no reason to disturb anybody. */
  store() {
    const copy = { at: Date.now(), action: this.form.action, body: bodyOf(this.form).toString() };
    try {
      localStorage.setItem(this.key, JSON.stringify(copy));
    } catch {
      localStorage.removeItem(this.key);
    }
  }

  /** Sends a copy to the server, if something was typed since the last one. */
  async keep() {
    if (!this.isChanged || this.isLeaving) return;
    const body = bodyOf(this.form);
    const text = content(body);
    if (text === this.kept || (text === this.opened && !("unsent" in this.form.dataset))) return;
    const { keep, kept, keptHere, signedOut } = this.form.dataset;
    try {
      const answer = await fetch(keep, { method: "POST", body, keepalive: document.hidden });
      if (this.isLeaving) return;
      if (answer.ok) {
        this.kept = text;
        this.say(kept);
      } else {
        this.warn(answer.status === 403 ? signedOut : keptHere);
      }
    } catch {
      this.warn(keptHere);
    }
  }

  say(text) {
    this.status.textContent = inWords(text, Date.now());
  }

  /** Screen readers say what is wrong; that all is well every few seconds would only disturb. */
  warn(text) {
    this.status.setAttribute("role", "status");
    this.say(text);
  }

  /** The browser asks if it may leave. */
  ask(event) {
    if (this.isChanged && !this.isLeaving) event.preventDefault();
  }

  /** Offers the copy of this browser, if the server has neither saved it nor a newer one. */
  offer() {
    const key = this.find();
    if (!key) return;
    const copy = JSON.parse(localStorage.getItem(key));
    const body = new URLSearchParams(copy.body);
    const isShown = content(body) === this.opened;
    if (isShown || "saved" in this.form.dataset) {
      localStorage.removeItem(key);
      return;
    }
    const offers = [...document.querySelectorAll(".desk-unsent")];
    if (this.isChanged || offers.some((offer) => Number(offer.dataset.kept) >= copy.at)) return;
    for (const offer of offers) offer.hidden = true;
    this.form.before(this.notice(key, copy, body));
  }

  /** The copy of this form; a form that begins something takes the newest of those that began the like. */
  find() {
    if (localStorage.getItem(this.key)) return this.key;
    const [start, begins] = this.key.split("/+");
    if (!begins) return undefined;
    const at = (key) => JSON.parse(localStorage.getItem(key)).at;
    return Object.keys(localStorage).filter((key) => key.startsWith(`${start}/+`)).sort((a, b) => at(b) - at(a))[0];
  }

  notice(key, copy, body) {
    const notice = document.createElement("div");
    notice.className = "notice desk-unsent";
    const text = document.createElement("p");
    text.textContent = inWords(this.form.dataset.inBrowser, copy.at);
    const resume = button("action", this.form.dataset.resume, () => {
      this.isLeaving = true;
      send(copy.action, body);
    });
    const drop = button("desk-button", this.form.dataset.drop, () => {
      localStorage.removeItem(key);
      notice.remove();
    });
    const actions = document.createElement("p");
    actions.className = "actions";
    actions.append(resume, drop);
    notice.append(text, actions);
    return notice;
  }
}

/** A sentence with the time of an instant in its place. */
function inWords(text, at) {
  const time = new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  return text.replace("{time}", time);
}

function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

function button(className, text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Sends a copy in the ordinary way, so that the server shows the form with it. */
function send(action, body) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  body.set("do", "zeigen");
  for (const [name, value] of body) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}

/** Copies that nobody came back for are forgotten, as the server forgets its own. */
function purge() {
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
    const copy = JSON.parse(localStorage.getItem(key));
    if (Date.now() - copy.at > KEPT) localStorage.removeItem(key);
  }
}

purge();
/** Asks before a form is left that cannot be kept, because it holds a file. */
function guard(form) {
  let isChanged = false;
  form.addEventListener("input", () => (isChanged = true));
  form.addEventListener("submit", () => (isChanged = false));
  window.addEventListener("beforeunload", (event) => isChanged && event.preventDefault());
}

for (const form of document.querySelectorAll("form[data-keep]")) new Draft(form);
document.querySelectorAll("form.desk-form:not([data-keep])").forEach(guard);
