// The learning objectives of a chapter: a box to tick for each; and which sections have been read.
"use strict";

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
    else forget([item]);
  });
  return { id: item.id, box };
});

const counts = [...document.querySelectorAll(".learning-objectives")].map((list) => {
  const count = element("span", { role: "status", tabIndex: -1 }); // where the focus goes from a hidden button
  const clear = button("Start over", () =>
    askFirst(list, { words: "Remove all of these ticks?", yes: "Start over", no: "Keep my ticks" }, () => {
      forget(objectives);
      count.focus();
    }));
  list.append(element("p", { className: "progress" }, count, ". ", clear));
  return { count, clear };
});

/** @param {{id: string}[]} ticked */
function forget(ticked) {
  progress.change((entries) => {
    for (const { id } of ticked) delete entries[id];
  });
}

function showObjectives() {
  for (const { id, box } of objectives) box.checked = Boolean(progress.get(id));
  const ticked = objectives.filter(({ box }) => box.checked).length;
  for (const { count, clear } of counts) {
    count.textContent = `${ticked} of ${objectives.length}, ${progress.kept()}`;
    clear.hidden = !ticked;
  }
}

// A section is read when its title and its end, where the next one stands, have been on the screen, and
// it was in the middle for as long as one needs to read rather than to scroll past.
const READING = 10; // seconds

function watchSections() {
  const titles = [...document.querySelectorAll("article h2[id]")];
  const seen = new Set();
  const watch = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) if (isIntersecting) seen.add(target);
  });
  for (const title of titles) watch.observe(title);
  const seconds = titles.map(() => 0);
  setInterval(() => {
    const at = titles.findLastIndex((title) => title.getBoundingClientRect().top < innerHeight / 2);
    if (!document.hidden && at >= 0) seconds[at] += 1;
    titles.forEach((title, index) => {
      const id = `section-${title.id}`;
      const isRead = seconds[index] >= READING && seen.has(title) && seen.has(titles[index + 1]);
      if (isRead && !progress.get(id)) progress.note(id, "section", { status: "done" });
    });
  }, 1000);
}

document.addEventListener("progress", showObjectives);
showObjectives();
watchSections();
