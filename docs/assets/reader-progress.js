// How much of a kind a reader has done, where a page says how much there is of it, and what is due.
"use strict";

function showReadersProgress() {
  for (const own of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("reader-progress"))) {
    const { kind, of, what, again } = own.dataset;
    const noted = Object.values(progress.entries).filter((entry) => entry.kind === kind);
    const done = noted.filter((entry) => DONE.includes(entry.status));
    const count = Math.min(done.length, Number(of)); // what was taken out since may still be noted
    const due = Math.min(toRepeat(noted).length, Number(of));
    const link = element("a", { href: again, textContent: `${due} due today` });
    showParts(own, [
      element("span", { textContent: count ? `${count} of ${of} ${what}` : `${of} ${what}` }),
      ...(due ? [element("span", {}, ", ", link)] : []),
    ]);
  }
}

document.addEventListener("progress", showReadersProgress);
showReadersProgress();
