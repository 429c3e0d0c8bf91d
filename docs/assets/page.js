// On every page: what scrolls sideways can be reached by keyboard, what has no name gets one, paper shows
// the folds that are open, the scripts of what is far down are fetched when it is near, and a question
// in the box of the header, or of the home page, is led to its answers.
"use strict";

const { src: here } = /** @type {HTMLScriptElement} */ (document.currentScript);

const scrolls = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
addEventListener("load", () => {
  const regions = document.querySelectorAll("pre > code, .md-typeset__scrollwrap, table.recorded");
  for (const region of regions) scrolls.observe(region);
});

// Material adds a button to copy a program when the program comes into view.
let named = 0;
const buttons = new MutationObserver((changes) => {
  for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (added instanceof HTMLElement && added.matches(".md-code__nav")) added.ariaLabel = `Code ${++named}`;
  }
});
buttons.observe(document.querySelector("article"), { childList: true, subtree: true });

// Material opens all folds for paper: this notes before it does so which ones were closed.
addEventListener(
  "beforeprint",
  () => {
    for (const fold of document.querySelectorAll("details")) fold.toggleAttribute("data-closed", !fold.open);
  },
  { capture: true },
);

// What is fetched when it is near: what a reader can move, also when the address asks for it; what names
// its scripts itself; and these.
/** @type {Record<string, string[]>} */
const LATER = {
  "quiz-question": ["element", "progress", "quiz"],
  "chapter-summary": ["element", "progress", "standing", "chapter-summary"],
  "predict-output": ["progress", "predict-output"],
};
const later = /** @type {HTMLElement[]} */ ([
  ...document.querySelectorAll([".explorable", "[data-scripts]", ...Object.keys(LATER)].join()),
]);
const near = new IntersectionObserver(
  (changes) => {
    for (const { isIntersecting, target } of changes) {
      if (isIntersecting) fetchScriptsOf(/** @type {HTMLElement} */ (target));
    }
  },
  { rootMargin: "100% 0px" },
);

/** @param {HTMLElement} element */
function fetchScriptsOf({ localName, dataset: { scripts, needs } }) {
  const explorable = () => ["element", "explorable", ...(needs?.split(" ") ?? []), localName];
  fetchInOrder(LATER[localName] ?? scripts?.split(" ") ?? explorable());
}

/** @param {string[]} names of scripts, each of which needs those before it, and is fetched once */
function fetchInOrder(names) {
  for (const name of names) {
    const src = new URL(`${name}.js`, here).href;
    if ([...document.scripts].some((one) => one.src === src)) continue;
    document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
  }
}

function fetchAsked() {
  const name = new URLSearchParams(location.hash.slice(1)).get("explore");
  const asked = later.find(({ localName }) => localName === name);
  if (asked) fetchScriptsOf(asked);
}
addEventListener("hashchange", fetchAsked);
addEventListener("DOMContentLoaded", () => { // by then, the page's own scripts have run
  for (const far of later) if (!far.dataset.scripts) near.observe(far);
  fetchAsked();
});
addEventListener("load", () => { // what is large waits until the text, and all around it, is there
  setTimeout(() => later.forEach((far) => near.observe(far)), 300);
});

// The answers are on one page: in the address, a question stands after a #, which is sent to nobody.
const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.ask")]);
for (const form of forms) {
  const box = form.querySelector("textarea");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!box.value.trim()) box.setCustomValidity("Paste an error first, or say what you see.");
    if (form.reportValidity()) location.href = `${form.action}#message=${encodeURIComponent(box.value.trim())}`;
  });
  box.addEventListener("input", () => box.setCustomValidity(""));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const first = !form.matches(".in-header") && matchMedia("(pointer: fine)").matches;
  if (first) box.focus(); // on a phone, a keyboard would cover the page
}
addEventListener("keydown", (event) => {
  const box = /** @type {HTMLElement} */ (document.querySelector("form.ask textarea, quirk-finder textarea"));
  const writing = /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || writing || !box) return;
  event.preventDefault();
  box.focus();
});

// From a page that a search has found, back to its results.
const back = /** @type {HTMLAnchorElement} */ (document.querySelector("a.back"));
const question = rememberedQuestion();
if (back && question) Object.assign(back, { textContent: "Back to results", hash: question });

/** What finder.js has kept, for this tab alone. */
function rememberedQuestion() {
  try {
    return sessionStorage.getItem("asked");
  } catch {
    return null; // the browser does not let the page store anything
  }
}
