// On every page: what scrolls sideways can be reached by keyboard, what has no name gets one, paper shows
// the folds that are open, and the scripts of what is far down are fetched when it is near.
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
