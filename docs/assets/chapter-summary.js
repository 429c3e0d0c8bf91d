// The end of a chapter: by objective what was read, answered, solved and remembered, what is weak,
// and where to go. It can be printed alone, on one page.
"use strict";

class ChapterSummary extends HTMLElement {
  async connectedCallback() {
    this.said = this.querySelector("[role=status]");
    this.begin = [...this.said.childNodes];
    const page = new URL(this.dataset.from, location.href);
    try {
      this.rows = await ChapterSummary.read(page);
    } catch {
      const path = element("a", { href: page.href, textContent: "your progress" });
      this.said.replaceChildren("What you have done could not be fetched. It stands in ", path, ".");
      return;
    }
    this.body = element("tbody");
    this.day = element("p", { className: "on-paper" });
    const names = ["Objective", "Read", "Right", "Solved", "Known", "Next"];
    const heads = names.map((textContent) => element("th", { scope: "col", textContent }));
    const table = element("table", { className: "recorded cards" }, element("thead", {}, element("tr", {}, ...heads)), this.body);
    this.append(table, element("p", {}, button("Print this summary", () => this.print())), this.day);
    this.lines = this.rows.map((row) => this.line(row, names));
    addEventListener("afterprint", () => document.body.classList.remove("summary-alone"));
    document.addEventListener("progress", () => this.show());
    this.show();
  }

  /**
   * The objectives of a chapter, with all that there is to do: the page of the progress lists it.
   * @param {URL} page
   */
  static async read(page) {
    const answer = await fetch(page);
    if (!answer.ok) throw new TypeError(answer.statusText);
    const list = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of list.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), page).href;
    return listed(list);
  }

  /**
   * A line of the table, with room for what changes.
   * @param {ReturnType<typeof listed>[number]} row
   * @param {string[]} names of the columns
   */
  line({ row, id }, names) {
    const claim = element("a", { href: `#${id}` }, ...[...row.querySelector("h2").childNodes]);
    const ticked = element("span", { className: "kind" });
    const cells = names.slice(1).map((label) => {
      const cell = element("td");
      cell.dataset.label = label;
      return cell;
    });
    this.body.append(element("tr", {}, element("th", { scope: "row" }, claim, " ", ticked), ...cells));
    return { ticked, cells };
  }

  show() {
    this.rows.forEach(({ id, things }, index) => {
      const { ticked, cells } = this.lines[index];
      ticked.textContent = progress.get(id) ? "ticked" : "";
      counted(things).forEach(({ of, count }, kind) => (cells[kind].textContent = of ? count : "none"));
      const [words, state] = doneOf(things) === things.length ? ["done", "right"] : ["nothing is due", ""];
      const parts = nextToDo(things);
      showParts(cells.at(-1), parts.length ? parts : [element("span", { className: `verdict ${state}`, textContent: words })]);
    });
    const things = this.rows.flatMap((row) => row.things);
    if (things.every((thing) => standing(thing).state === "open")) return this.said.replaceChildren("Nothing is done yet in this browser. ", ...this.begin);
    const kinds = counted(things);
    const due = toRepeat(once(things)).length;
    const open = due || kinds.some(({ done, of }) => done < of);
    const again = due ? `; ${due} due today` : "";
    this.said.textContent = `${open ? "So far" : "You have finished this chapter"}: ${kinds.map(({ words }) => words).join(", ")}${again}; ${progress.kept()}.`;
  }

  print() {
    const day = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
    this.day.textContent = `${day}, from ${location.host}${location.pathname}`;
    document.body.classList.add("summary-alone");
    print();
  }
}
customElements.define("chapter-summary", ChapterSummary);
