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

// Progress: which objectives are ticked, in this browser only.
const KEY = "pytorch-essentials";
const VERSION = 1;
let progress = { version: VERSION, done: {} };
let saved = true;

function loadProgress() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY));
    if (stored && stored.version !== VERSION) throw new Error("written by another version");
    progress = { ...stored, version: VERSION, done: { ...stored?.done } };
    saved = true;
  } catch {
    saved = false;
  }
}

function changeProgress(change) {
  loadProgress(); // another tab may have saved since
  change();
  try {
    if (saved) localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    saved = false;
  }
  showProgress();
}

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
    changeProgress(() => {
      if (box.checked) progress.done[item.id] = new Date().toISOString();
      else delete progress.done[item.id];
    });
  });
  return { id: item.id, box, text };
});

const lines = [...document.querySelectorAll(".learning-objectives")].map((list) => {
  const count = element("span", { role: "status" });
  const clear = element("button", { type: "button", textContent: "Start over" });
  clear.addEventListener("click", () => {
    changeProgress(() => objectives.forEach(({ id }) => delete progress.done[id]));
  });
  list.append(element("p", { className: "progress" }, count, ". ", clear));
  return { count, clear };
});

function showProgress() {
  for (const { id, box } of objectives) box.checked = id in progress.done;
  const open = objectives.filter(({ box }) => !box.checked);
  const ticked = objectives.length - open.length;
  for (const { count, clear } of lines) {
    count.textContent = `${ticked} of ${objectives.length}, ${
      saved ? "saved in this browser" : "not saved here: this browser does not let the page store it"
    }`;
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
    end.replaceChildren(element("p", {}, title, summary), element("ul", {}, ...rest));
  }
}

loadProgress();
showProgress();
addEventListener("storage", () => (loadProgress(), showProgress()));

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
