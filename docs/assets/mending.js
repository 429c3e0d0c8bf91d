// What Material leaves undone: what scrolls sideways can be reached by keyboard, what has no name gets
// one, and paper shows the folds that are open.
"use strict";

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
