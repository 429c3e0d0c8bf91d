// The learning path: the lists in the page get what has been done, and progress can be taken along.
"use strict";

const HUGE = 1_000_000; // characters of a progress file; a chapter takes some tens of thousands
const DAY = 86_400_000;
/** @type {Record<string, string>} What else is noted of an exercise, by what stands before its id. */
const FORMS = { "typed-line-": "A line filled in, ", "chosen-answer-": "An answer chosen, " };
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
    this.said = element("p", { role: "status", tabIndex: -1 }); // so that the focus can go there from what was asked
    this.choose = button("Read a file in", () => this.file.click());
    this.append(
      element("p", { className: "progress-tools" },
        button("Save as a file", () => this.export()), " ",
        this.choose, " ",
        button("Delete everything", () => this.delete()),
      ),
      this.file, this.said,
    );
  }

  show() {
    for (const { row, id, things } of this.rows) {
      for (const thing of things) thing.show();
      const done = doneOf(things);
      row.querySelector("meter").value = done;
      const ticked = element("span", { className: "verdict right", textContent: "ticked" });
      row.querySelector(".count").replaceChildren(`${done} of ${things.length}`, ...(progress.get(id) ? [", ", ticked] : []));
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
    const ticked = this.rows.filter(({ id }) => progress.get(id)).length;
    /** @type {HTMLElement[]} */
    const parts = [element("p", { role: "status" },
      element("strong", { textContent: `${done} of ${all} done` }),
      `: ${kinds.map(({ words }) => words).join(", ")}; ${ticked} of ${this.rows.length} objectives ticked; ${progress.kept()}.`)];
    if (progress.trouble === UNREADABLE) parts.push(element("p", { textContent: "What this browser has stored is damaged, and is left as it is. “Delete everything” deletes it; or read in a file, and that takes its place." }));
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

  delete() {
    this.ask({ words: "Delete all of your progress in this browser?", yes: "Delete it" }, () => {
      progress.clear();
      return progress.trouble ? "Nothing is stored: this browser does not let the page store anything." : "Deleted.";
    });
  }

  /** @param {File} file */
  async read(file) {
    this.file.value = "";
    if (!file) return;
    try {
      if (file.size > HUGE) throw new TypeError("it is far too large to be progress");
      this.offer(file.name, progress.parse(await file.text()));
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      const newer = error instanceof RangeError ? `this file ${message}` : message;
      const why = error instanceof SyntaxError ? "it is no JSON" : newer;
      this.said.textContent = `${file.name} was not read: ${why}. Nothing was changed.`;
    }
  }

  /**
   * Say what a file would change, and ask.
   * @param {string} name
   * @param {Entries} others
   */
  offer(name, others) {
    const merged = { ...progress.entries };
    progress.merge(merged, others);
    const count = Object.keys(others).length;
    const has = `${name} has ${count} ${count === 1 ? "entry" : "entries"}`;
    const all = Object.keys(merged).filter((id) => merged[id] !== progress.get(id));
    if (!all.length) {
      this.said.textContent = `${has}, and nothing in it is new here. Nothing was changed.`;
      return;
    }
    const changed = all.filter((id) => progress.get(id));
    const words = `${has}: ${all.length - changed.length} new here, ${changed.length} of which you have another version.`;
    this.choose.focus(); // where one is back who leaves it
    this.ask({ words, yes: "Take them over", more: this.changes(changed, merged) }, () => {
      progress.change((entries) => progress.merge(entries, others), true);
      return progress.trouble ? `Read in, but ${progress.trouble}.` : "Read in.";
    });
  }

  /**
   * What becomes another than it is here, by name.
   * @param {string[]} ids
   * @param {Entries} merged
   */
  changes(ids, merged) {
    const names = new Map(this.rows.flatMap(({ things }) => things.map(({ id, anchor }) => [id, anchor.textContent])));
    for (const [id, name] of [...names]) for (const [form, words] of Object.entries(FORMS)) names.set(form + id, words + name);
    const items = ids.filter((id) => merged[id].status !== progress.get(id).status).map((id) =>
      element("li", { textContent: `${names.get(id) ?? id}: “${progress.get(id).status}” becomes “${merged[id].status}”` }));
    return items.length ? [element("ul", {}, ...items)] : [];
  }

  /**
   * Ask before something is changed, and say what then became of it.
   * @param {{words: string, yes: string, more?: Element[]}} question
   * @param {() => string} action
   */
  ask(question, action) {
    this.said.textContent = "";
    askFirst(this, { ...question, no: "Leave it" }, () => {
      this.said.textContent = action();
      this.said.focus();
    });
  }
}
customElements.define("learning-path", LearningPath);
