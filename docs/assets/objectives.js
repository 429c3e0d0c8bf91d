// The learning objectives of a chapter: a box to tick for each, and at its end what is still open.
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
  return { id: item.id, box, text };
});

const counts = [...document.querySelectorAll(".learning-objectives")].map((list) => {
  const count = element("span", { role: "status" });
  const clear = button("Start over", () => forget(objectives));
  list.append(element("p", { className: "progress" }, count, ". ", clear));
  return { count, clear };
});

// Written once: scrolling here notes a section as read, and a link written anew would lose a click.
const ends = [...document.querySelectorAll(".finish-chapter")].map((end) => {
  const summary = element("span");
  const rest = objectives.map(({ id, text }) => {
    const copies = text.map((node) => node.cloneNode(true));
    const linked = copies.some((node) => node.nodeName === "A");
    return element("li", {}, ...(linked ? copies : [element("a", { href: `#${id}` }, ...copies)]));
  });
  const title = element("strong", { textContent: "Finish this chapter. " });
  const path = element("a", { href: "progress/", textContent: "your progress" });
  end.replaceChildren(
    element("p", {}, title, summary),
    element("ul", {}, ...rest),
    element("p", {}, "What the quiz, the exercises and the cards say: ", path, "."),
  );
  return { summary, rest };
});

/** @param {{id: string}[]} ticked */
function forget(ticked) {
  progress.change((entries) => {
    for (const { id } of ticked) delete entries[id];
  });
}

function showObjectives() {
  for (const { id, box } of objectives) box.checked = Boolean(progress.get(id));
  const open = objectives.filter(({ box }) => !box.checked);
  const ticked = objectives.length - open.length;
  for (const { count, clear } of counts) {
    count.textContent = `${ticked} of ${objectives.length}, ${progress.trouble || "saved in this browser"}`;
    clear.hidden = !ticked;
  }
  for (const { summary, rest } of ends) {
    summary.textContent = open.length
      ? `You have ticked ${ticked} of ${objectives.length} objectives. Still open:`
      : `You have ticked all ${objectives.length} objectives: this chapter is finished.`;
    rest.forEach((item, index) => {
      item.hidden = objectives[index].box.checked;
    });
  }
}

// A section is read when its end, where the next title stands, has been on the screen.
function watchSections() {
  const titles = [...document.querySelectorAll("article h2[id]")];
  const seen = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) {
      const before = titles[titles.indexOf(target) - 1] ?? titles.at(-1);
      const id = `section-${before.id}`;
      if (isIntersecting && scrollY > 0 && target !== titles[0] && !progress.get(id)) {
        progress.note(id, "section", { status: "done" });
      }
    }
  });
  for (const mark of [...titles, ...document.querySelectorAll(".finish-chapter")]) seen.observe(mark);
}

document.addEventListener("progress", showObjectives);
showObjectives();
watchSections();
