// How much of a kind a reader has done, where a page says how much there is of it.
"use strict";

const DONE = ["done", "right", "solved", "met"];

function showReadersProgress() {
  for (const own of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("reader-progress"))) {
    const { kind, of, what } = own.dataset;
    const done = Object.values(progress.entries).filter((entry) => entry.kind === kind && DONE.includes(entry.status));
    const count = Math.min(done.length, Number(of)); // what was taken out since may still be noted
    const due = done.filter((entry) => Date.parse(entry.due) <= Date.now()).length; // cards come back
    own.textContent = (count ? `${count} of ${of} ${what}` : `${of} ${what}`) + (due ? `, ${due} due today` : "");
  }
}

document.addEventListener("progress", showReadersProgress);
showReadersProgress();
