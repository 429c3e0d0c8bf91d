// The learning path: the lists in the page get what has been done, and progress can be taken along.
"use strict";

const HUGE = 1_000_000; // characters of a progress file; a chapter takes some tens of thousands
const DAY = 86_400_000;

/**
 * Show these parts. One that says what it said stays, as a reader may be about to press what is in it.
 * @param {Element} place
 * @param {Element[]} parts
 */
function showParts(place, parts) {
  parts.forEach((part, index) => {
    const shown = place.children[index];
    if (!shown) place.append(part);
    else if (!shown.isEqualNode(part)) shown.replaceWith(part);
  });
  while (place.children.length > parts.length) place.lastElementChild.remove();
}

class LearningPath extends HTMLElement {
  connectedCallback() {
    this.sections = [...this.querySelectorAll("section")].map((section) => ({
      section,
      id: section.dataset.id,
      state: section.querySelector("h2").appendChild(element("span", { className: "kind" })),
      groups: [...section.querySelectorAll("details")].map((fold) => ({
        summary: fold.querySelector("summary"),
        title: fold.querySelector("summary").textContent.split(":")[0],
        items: [...fold.querySelectorAll("li")].map((item) => ({
          item,
          state: item.appendChild(element("span", { className: "kind" })),
        })),
      })),
    }));
    this.summary = this.querySelector(".finish-chapter");
    this.tools();
    document.addEventListener("progress", () => this.show());
    this.show();
  }

  tools() {
    this.file = element("input", { type: "file", accept: ".json,application/json", hidden: true });
    this.file.addEventListener("change", () => this.read(this.file.files[0]));
    this.said = element("p", { role: "status" });
    this.choice = element("p");
    this.append(
      element("p", { className: "progress-tools" },
        button("Save as a file", () => this.export()), " ",
        button("Read a file in", () => this.file.click()), " ",
        button("Delete everything", () => this.ask("Delete all of your progress in this browser?", "Delete it", () => {
          progress.change((entries) => Object.keys(entries).forEach((id) => delete entries[id]));
          this.said.textContent = "Deleted.";
        })),
      ),
      this.file, this.said, this.choice,
    );
  }

  /**
   * What an entry says of this very text: done, weak, open, or changed since.
   * @param {HTMLElement} item
   * @returns {["done" | "weak" | "open", string]}
   */
  static judge({ dataset }) {
    const entry = progress.get(dataset.id);
    if (!entry || entry.status === "open" || entry.status === "not attempted") return ["open", ""];
    if (dataset.hash && entry.contentHash !== dataset.hash) return ["open", "changed since you did it"];
    if (entry.kind === "card") {
      const due = Date.parse(entry.due) <= Date.now();
      return entry.box >= 2 && !due ? ["done", "known"] : ["weak", due ? "due" : "learning"];
    }
    if (["right", "solved", "done"].includes(entry.status)) {
      return entry.sure === false ? ["done", `${entry.status}, unsure`] : ["done", entry.status];
    }
    return ["weak", entry.sure ? "wrong, and you were sure" : entry.status];
  }

  show() {
    const weak = [];
    let [done, all] = [0, 0];
    for (const { id, state, groups } of this.sections) {
      const counts = { done: 0, weak: 0, open: 0 };
      for (const { summary, title, items } of groups) {
        let good = 0;
        for (const { item, state } of items) {
          const [kind, words] = LearningPath.judge(item);
          counts[kind] += 1;
          good += Number(kind === "done");
          state.textContent = words && ` ${words}`;
          if (kind === "weak") weak.push(item);
        }
        summary.textContent = `${title}: ${good} of ${items.length}`;
      }
      const total = counts.done + counts.weak + counts.open;
      done += counts.done;
      all += total;
      const ticked = progress.get(id) ? ", ticked" : "";
      state.textContent = ` ${counts.done} of ${total}${ticked}`;
      state.classList.toggle("all-done", total > 0 && counts.done === total);
    }
    const read = Object.values(progress.entries).filter(({ kind }) => kind === "section").length;
    /** @type {HTMLElement[]} */
    const parts = [element("p", { role: "status" },
      element("strong", { textContent: `${done} of ${all} done` }),
      `, ${read} sections read; ${progress.trouble || "saved in this browser"}.`)];
    if (weak.length) {
      const links = weak.slice(0, 7).map((item) => element("li", {}, item.querySelector("a").cloneNode(true), element("span", { className: "kind", textContent: item.querySelector(".kind").textContent })));
      parts.push(element("p", { textContent: "Still weak, so the next to do:" }), element("ul", {}, ...links));
    } else if (done === all && all) parts.push(element("p", { textContent: "You have finished this chapter." }));
    else if (done) {
      const next = this.sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items)).find(({ item }) => LearningPath.judge(item)[0] === "open");
      parts.push(element("p", {}, "Nothing weak. Next: ", next.item.querySelector("a").cloneNode(true), "."));
    }
    if (this.needsCopy()) parts.push(element("p", { textContent: "You have been here before, and there is no copy of your progress: save it as a file, below." }));
    showParts(this.summary, parts);
  }

  needsCopy() {
    const times = Object.values(progress.entries).map(({ lastTs }) => Date.parse(lastTs));
    const saved = Date.parse(progress.get("export")?.lastTs ?? "") || 0;
    return times.length > 0 && Math.min(...times) < Date.now() - DAY && Math.max(...times) > saved;
  }

  export() {
    progress.note("export", "export", { status: "done" });
    const text = JSON.stringify({ version: VERSION, entries: progress.entries }, null, 1);
    const link = element("a", {
      href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
      download: "pytorch-essentials-progress.json",
    });
    link.click();
    URL.revokeObjectURL(link.href);
    this.said.textContent = "Saved as pytorch-essentials-progress.json.";
  }

  /** @param {File} file */
  async read(file) {
    this.file.value = "";
    if (!file) return;
    try {
      if (file.size > HUGE) throw new TypeError("it is far too large to be progress");
      const others = progress.parse(await file.text());
      const merged = { ...progress.entries };
      progress.merge(merged, others);
      const changed = Object.keys(merged).filter((id) => merged[id] !== progress.entries[id]).length;
      const words = `${file.name} has ${Object.keys(others).length} entries; ${changed} are new here or newer.`;
      this.ask(words, "Take them over", () => {
        progress.change((entries) => progress.merge(entries, others));
        this.said.textContent = progress.trouble ? `Read in, but ${progress.trouble}.` : "Read in.";
      });
    } catch (error) {
      const why = error instanceof SyntaxError ? "it is no JSON" : /** @type {Error} */ (error).message;
      this.said.textContent = `${file.name} was not read: ${why}. Nothing was changed.`;
    }
  }

  /**
   * Ask before something is changed.
   * @param {string} words
   * @param {string} yes
   * @param {() => void} action
   */
  ask(words, yes, action) {
    const agree = button(yes, () => {
      this.choice.replaceChildren();
      action();
    });
    const leave = button("Leave it", () => this.choice.replaceChildren());
    this.said.textContent = "";
    this.choice.replaceChildren(`${words} `, agree, " ", leave);
    agree.focus();
  }
}
customElements.define("learning-path", LearningPath);
