// Where exercises are listed: which of them are solved. The room for that is there from the start.
"use strict";

function markSolved() {
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("exercise-mark"))) {
    const { id, hash } = mark.dataset;
    mark.toggleAttribute("data-solved", standing({ id, hash }).state === "done");
  }
}

document.addEventListener("progress", markSolved);
markSolved();
