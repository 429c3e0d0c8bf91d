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

// What a reader can move is fetched when it is near, or when the address asks for it.
const explorables = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".explorable, [data-scripts]")]);
const near = new IntersectionObserver(
  (changes) => {
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue;
      if (LATER[target.localName]) fetchInOrder(LATER[target.localName]);
      else fetchExplorable(target.localName);
    }
  },
  { rootMargin: "100% 0px" },
);
/** @type {Record<string, string[]>} What else is fetched when it is near. */
const LATER = {
  "quiz-question": ["element", "progress", "quiz"],
  "chapter-summary": ["element", "progress", "standing", "chapter-summary"],
  "predict-output": ["progress", "predict-output"],
};

/** @param {string} name of an explorable: what it needs runs before its own script; or of what names all its scripts */
function fetchExplorable(name) {
  const asked = explorables.find(({ localName }) => localName === name);
  if (!asked) return;
  const { scripts, needs } = asked.dataset;
  fetchInOrder(scripts?.split(" ") ?? ["element", "explorable", ...(needs?.split(" ") ?? []), name]);
}

/** @param {string[]} names of scripts, each of which needs those before it, and is fetched once */
function fetchInOrder(names) {
  for (const name of names) {
    const src = new URL(`${name}.js`, here).href;
    if ([...document.scripts].some((one) => one.src === src)) continue;
    document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
  }
}

const fetchAsked = () => fetchExplorable(new URLSearchParams(location.hash.slice(1)).get("explore"));
addEventListener("hashchange", fetchAsked);
addEventListener("DOMContentLoaded", () => { // by then, the page's own scripts have run
  const later = [...document.querySelectorAll(Object.keys(LATER).join())];
  for (const far of [...explorables.filter(({ dataset }) => !dataset.scripts), ...later]) near.observe(far);
  fetchAsked();
});
addEventListener("load", () => { // what is large waits until the text, and all around it, is there
  setTimeout(() => explorables.forEach((explorable) => near.observe(explorable)), 300);
});
