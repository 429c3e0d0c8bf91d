// What Material leaves out. Every page can be read without it, and it requests nothing of its own.
"use strict";

// Search, held back until someone opens it: its worker and index weigh more than most pages.
const searchOpened = new Promise((open) => {
  document.getElementById("__search").addEventListener("change", open);
  document.addEventListener("focusin", ({ target }) => target.closest(".md-search") && open());
});

// The error finder has a query of its own, which the search must not take for its.
const finderQuery = document.querySelector("quirk-finder") && new URLSearchParams(location.search).get("q");
if (finderQuery) {
  const asked = location.href;
  try {
    history.replaceState(null, "", location.pathname);
    addEventListener("load", () => history.replaceState(null, "", asked));
  } catch {
    // A file has no history to change; the search opens, too.
  }
}

const openRequest = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  openRequest.call(this, method, url, ...rest);
  if (String(url).endsWith("search/search_index.json")) {
    const { send } = this;
    this.send = () => searchOpened.then(() => send.call(this));
  }
};

const EagerWorker = window.Worker;
window.Worker = class extends EventTarget {
  constructor(url) {
    super();
    this.url = url;
  }
  postMessage(message) {
    if (!this.worker) {
      this.worker = new EagerWorker(this.url);
      this.worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
    }
    this.worker.postMessage(message);
  }
};

// Progress: what a reader has done, in this browser only, by ids that no version of a page changes.
// An entry: {id, kind, status, attempts, lastTs, contentHash}, and what its kind adds.
const KEY = "pytorch-essentials";
const VERSION = 2;
const MIGRATIONS = {
  1: ({ done }) => ({
    version: 2,
    entries: Object.fromEntries(
      Object.entries(done).map(([id, lastTs]) => [id, { id, kind: "objective", status: "done", lastTs }]),
    ),
  }),
};
const UNSAVED = "not saved here: this browser does not let the page store it";

const progress = {
  entries: {},
  trouble: "",

  // Read what is stored; leave alone what cannot be read, or what a newer site has written.
  load() {
    try {
      this.entries = this.parse(localStorage.getItem(KEY) ?? `{"version": ${VERSION}, "entries": {}}`);
      this.trouble = "";
    } catch (error) {
      this.trouble = error instanceof RangeError ? `not saved here: ${error.message}` : UNSAVED;
    }
  },

  // Return the entries of a progress file, of any version that there has been.
  parse(text) {
    let stored = JSON.parse(text);
    while (Object.hasOwn(MIGRATIONS, stored?.version)) stored = MIGRATIONS[stored.version](stored);
    if (stored?.version > VERSION) throw new RangeError("what is stored was written by a newer site");
    if (stored?.version !== VERSION) throw new TypeError("this is no progress of this site");
    // The exercise runner writes a list.
    const entries = Array.isArray(stored.entries)
      ? Object.fromEntries(stored.entries.map((entry) => [entry.id, entry]))
      : stored.entries;
    for (const [id, entry] of Object.entries(entries ?? null)) {
      const whole = entry && entry.id === id && entry.kind && Number.isFinite(Date.parse(entry.lastTs))
        && (entry.kind !== "quiz" || typeof entry.given === "string");
      if (!whole) throw new TypeError("this is no progress of this site");
    }
    return entries;
  },

  get(id) {
    return this.entries[id];
  },

  // Change entries, together with what another tab has saved since.
  change(make) {
    this.load();
    const entries = { ...this.entries };
    make(entries);
    this.entries = entries;
    if (!this.trouble) {
      try {
        if (localStorage.getItem(KEY) === null) navigator.storage?.persist?.();
        localStorage.setItem(KEY, JSON.stringify({ version: VERSION, entries }));
      } catch {
        this.trouble = UNSAVED;
      }
    }
    document.dispatchEvent(new Event("progress"));
  },

  note(id, kind, changes) {
    this.change((entries) => {
      entries[id] = { ...entries[id], id, kind, ...changes, lastTs: new Date().toISOString() };
    });
  },

  // Of two entries for one thing the newer wins, and of two as new always the same one.
  merge(entries, others) {
    for (const [id, other] of Object.entries(others)) {
      const own = entries[id];
      const rank = (entry) => [Date.parse(entry.lastTs), JSON.stringify(Object.entries(entry).sort())];
      const [[time, text], [otherTime, otherText]] = [own ? rank(own) : [-Infinity, ""], rank(other)];
      if (otherTime > time || (otherTime === time && otherText > text)) entries[id] = other;
    }
  },
};

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const objectives = [...document.querySelectorAll(".learning-objectives > ul > li")].map((item) => {
  const text = [...item.childNodes];
  const link = text.findIndex((node) => node.nodeName === "A");
  const claim = text.slice(0, link > 0 ? link : text.length); // its links may change, it may not
  const words = claim.map((node) => node.textContent).join("").toLowerCase().match(/[a-z0-9]+/g);
  item.id ||= `objective-${words.join("-")}`;
  const box = element("input", { type: "checkbox" });
  item.append(element("label", {}, box, element("span", {}, ...text)));
  box.addEventListener("change", () => {
    if (box.checked) progress.note(item.id, "objective", { status: "done" });
    else progress.change((entries) => delete entries[item.id]);
  });
  return { id: item.id, box, text };
});

const lines = [...document.querySelectorAll(".learning-objectives")].map((list) => {
  const count = element("span", { role: "status" });
  const clear = element("button", { type: "button", textContent: "Start over" });
  clear.addEventListener("click", () => {
    progress.change((entries) => objectives.forEach(({ id }) => delete entries[id]));
  });
  list.append(element("p", { className: "progress" }, count, ". ", clear));
  return { count, clear };
});

function showObjectives() {
  for (const { id, box } of objectives) box.checked = Boolean(progress.get(id));
  const open = objectives.filter(({ box }) => !box.checked);
  const ticked = objectives.length - open.length;
  for (const { count, clear } of lines) {
    count.textContent = `${ticked} of ${objectives.length}, ${progress.trouble || "saved in this browser"}`;
    clear.hidden = !ticked;
  }
  for (const end of document.querySelectorAll(".finish-chapter")) {
    const summary = open.length
      ? `You have ticked ${ticked} of ${objectives.length} objectives. Still open:`
      : `You have ticked all ${objectives.length} objectives: this chapter is finished.`;
    const rest = open.map(({ id, text }) => {
      const copies = text.map((node) => node.cloneNode(true));
      const linked = copies.some((node) => node.nodeName === "A");
      return element("li", {}, ...(linked ? copies : [element("a", { href: `#${id}` }, ...copies)]));
    });
    const title = element("strong", { textContent: "Finish this chapter. " });
    const path = element("p", {}, "What the quiz, the exercises and the cards say: ", element("a", { href: "progress/", textContent: "your progress" }), ".");
    end.replaceChildren(element("p", {}, title, summary), element("ul", {}, ...rest), path);
  }
}

// A section of the chapter is read when its end has been on the screen.
if (objectives.length) {
  const titles = [...document.querySelectorAll("article h2[id]")];
  const seen = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) {
      const before = titles[titles.indexOf(target) - 1] ?? titles.at(-1);
      const id = `section-${before.id}`;
      if (isIntersecting && scrollY > 0 && target !== titles[0] && !progress.get(id)) {
        progress.note(id, "section", { status: "done" });
      }
    }
  });
  for (const mark of [...titles, ...document.querySelectorAll(".finish-chapter")]) seen.observe(mark);
}

document.addEventListener("progress", showObjectives);
addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return;
  progress.load();
  document.dispatchEvent(new Event("progress"));
});
progress.load();
showObjectives();

// What scrolls sideways can be reached by keyboard, and what Material leaves unnamed has a name.
const scrolls = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
addEventListener("load", () => {
  document
    .querySelectorAll("pre > code, .md-typeset__scrollwrap, table.recorded")
    .forEach((region) => scrolls.observe(region));
  document
    .querySelectorAll(".md-code__nav")
    .forEach((nav, index) => (nav.ariaLabel = `Code ${index + 1}`));
});
