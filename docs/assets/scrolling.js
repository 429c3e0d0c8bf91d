// What scrolls sideways can be reached by keyboard, and what Material leaves unnamed has a name.
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
  document.querySelectorAll(".md-code__nav").forEach((nav, index) => {
    nav.ariaLabel = `Code ${index + 1}`;
  });
});
