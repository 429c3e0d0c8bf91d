// An exercise: an answer that is chosen, or a line that is filled in, is looked up among those that
// were run, and remembered. Of what was not run, nothing is said.
"use strict";

class RunAnswer extends HTMLElement {
  connectedCallback() {
    const { id, hash } = this.dataset;
    this.key = `${this.localName}-${id}`;
    this.hash = hash;
    this.fields = [...this.querySelectorAll("input")];
    /** @type {Map<string, Element>} What the check said of each answer that was run. */
    this.runs = new Map(this.answersRun());
    /** @type {string | undefined} */
    this.stored = undefined;
    const form = this.querySelector("form");
    this.said = form.querySelector("[role=status]");
    this.keepRoom();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.addEventListener("input", () => this.said.replaceChildren()); // that was said of another answer
    form.querySelector("button").disabled = false; // until now a click would have sent the form away
    document.addEventListener("progress", () => this.show());
    this.show();
  }

  /** @returns {[string, Element][]} one of several answers: by its value */
  answersRun() {
    return this.fields.map((field) => [field.value, field.closest("li").querySelector("details p")]);
  }

  given() {
    return this.fields.find((field) => field.checked)?.value ?? "";
  }

  /** @param {string} given */
  fill(given) {
    for (const field of this.fields) field.checked = field.value === given;
  }

  /** @param {string} given */
  runOf(given) {
    return this.runs.get(given);
  }

  // Keep the room of the longest that may be said, so that nothing moves when it is.
  keepRoom() {
    const rooms = [...this.runs.keys()].map((given) => element("p", { className: "room", ariaHidden: "true" }, ...this.words(given)));
    const [longest] = rooms.sort((a, b) => b.textContent.length - a.textContent.length);
    const both = element("div", { className: "said" }, longest);
    this.said.replaceWith(both);
    both.append(this.said);
  }

  check() {
    const given = this.given();
    if (given) this.note(given);
    else this.said.replaceChildren("Give an answer, then check.");
    this.said.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} given */
  note(given) {
    const run = this.runOf(given);
    const status = run ? (run.querySelector(".verdict.right") ? "right" : "wrong") : "not run";
    const attempts = (progress.get(this.key)?.attempts ?? 0) + 1;
    progress.note(this.key, this.localName, { status, given, attempts, contentHash: this.hash });
  }

  // Show what is stored if it is not what is shown: a reader may be about to give another answer.
  show() {
    const entry = progress.get(this.key);
    const stored = JSON.stringify(entry);
    if (stored === this.stored) return;
    this.stored = stored;
    const same = entry?.contentHash === this.hash;
    this.fill(same ? entry.given : "");
    const words = same ? this.words(entry.given) : entry ? ["The exercise has changed since you answered."] : [];
    this.said.replaceChildren(...words, ...(entry && progress.trouble ? [` It is ${progress.trouble}.`] : []));
  }

  /**
   * @param {string} given
   * @returns {(string | Node)[]}
   */
  words(given) {
    const run = this.runOf(given);
    return run ? [...run.cloneNode(true).childNodes] : ["It was not run here, so nothing is known of it: run the check."];
  }
}
customElements.define("chosen-answer", RunAnswer);

/** A line that is filled in: what differs in blanks alone is the same. */
class RunLine extends RunAnswer {
  /** @returns {[string, Element][]} */
  answersRun() {
    const runs = [...this.parentElement.querySelectorAll(".lines-run > li")];
    return runs.map((run) => [RunLine.parts(run.querySelector("code").textContent), run.querySelector("p")]);
  }

  given() {
    return this.fields[0].value.trim();
  }

  /** @param {string} given */
  fill(given) {
    this.fields[0].value = given;
  }

  /** @param {string} given */
  runOf(given) {
    return this.runs.get(RunLine.parts(given));
  }

  /**
   * @param {string} given
   * @returns {(string | Node)[]}
   */
  words(given) {
    const passes = this.runOf(given)?.querySelector(".verdict.right");
    return [...super.words(given), ...(passes ? [" This does not mark the exercise as solved: the check does."] : [])];
  }

  /**
   * The parts of a line of Python after `return`, one blank between them.
   * @param {string} line
   */
  static parts(line) {
    const part = /"[^"]*"|'[^']*'|[a-z_]\w*|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?|\*\*|\/\/|[=!<>]=|\S/gi;
    return (line.match(part) ?? []).join(" ").replace(/^return /, "");
  }
}
customElements.define("typed-line", RunLine);
