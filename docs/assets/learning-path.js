// The learning path: the lists in the page get what has been done, and progress can be taken along.
"use strict";

const HUGE = 1_000_000; // characters of a progress file; a chapter takes some tens of thousands
const DAY = 86_400_000;
const NAMED_DUE = 7; // that are named as due: more would be a list to look through

class LearningPath extends HTMLElement {
  connectedCallback() {
    this.rows = listed(this);
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

  show() {
    for (const { row, id, things } of this.rows) {
      for (const thing of things) thing.show();
      const done = doneOf(things);
      row.querySelector("meter").value = done;
      row.querySelector(".count").textContent = `${done} of ${things.length}${progress.get(id) ? ", ticked" : ""}`;
    }
    showParts(this.summary, this.summaryOf(once(this.rows.flatMap(({ things }) => things))));
  }

  /**
   * What has been done of all, and what comes next.
   * @param {Thing[]} things
   */
  summaryOf(things) {
    const kinds = counted(things);
    const [done, all] = [kinds.reduce((sum, one) => sum + one.done, 0), kinds.reduce((sum, one) => sum + one.of, 0)];
    /** @type {HTMLElement[]} */
    const parts = [element("p", { role: "status" },
      element("strong", { textContent: `${done} of ${all} done` }),
      `: ${kinds.map(({ words }) => words).join(", ")}; ${progress.trouble || "saved in this browser"}.`)];
    const again = toRepeat(things);
    if (again.length) {
      const more = again.length > NAMED_DUE ? `, the first ${NAMED_DUE} of ${again.length}` : "";
      const items = again.slice(0, NAMED_DUE).map((thing) => element("li", {}, ...nextToDo([thing])));
      parts.push(element("p", { textContent: `Due today${more}:` }), element("ul", {}, ...items));
    } else {
      const [first] = nextToDo(things);
      parts.push(first ? element("p", {}, done ? "Nothing is due. Next: " : "Begin with: ", first)
        : element("p", { textContent: done === all ? "You have finished this chapter." : "Nothing is due today." }));
    }
    if (this.needsCopy()) parts.push(element("p", { textContent: "You have been here before, and there is no copy of your progress: save it as a file, below." }));
    return parts;
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
