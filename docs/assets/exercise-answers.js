// An exercise: an answer that is chosen, or a line that is filled in, is looked up among those that
// were run, and remembered. Of what was not run, nothing is said.
"use strict";

class RunAnswer extends HTMLElement {
  connectedCallback() {
    const { id, hash } = this.dataset;
    this.key = `${this.localName}-${id}`;
    this.hash = hash;
    this.form = this.querySelector("form");
    /** @type {HTMLElement} */
    this.said = this.form.querySelector("[role=status]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.form.querySelector("button").disabled = false; // until now a click would have sent the form away
    document.addEventListener("progress", () => this.show());
    this.show();
  }

  check() {
    const given = this.given();
    if (!given) return this.said.replaceChildren("Give an answer, then check.");
    const said = this.saidOf(given);
    const status = said ? (said.querySelector(".verdict.right") ? "right" : "wrong") : "not run";
    const attempts = (progress.get(this.key)?.attempts ?? 0) + 1;
    progress.note(this.key, this.localName, { status, given, attempts, contentHash: this.hash });
  }

  // Show what is stored if it is not what is shown: a reader may be about to give another answer.
  show() {
    const entry = progress.get(this.key);
    const stored = JSON.stringify(entry);
    if (stored === this.stored) return;
    this.stored = stored;
    const given = entry?.contentHash === this.hash ? entry.given : "";
    this.fill(given);
    if (given) this.tell(given, this.saidOf(given));
    else this.said.textContent = entry ? "The exercise has changed since you answered." : "";
  }

  /**
   * @param {string} given
   * @param {Element | undefined} said by the check, if it was run
   */
  tell(given, said) {
    const words = said?.cloneNode(true).childNodes ?? ["This answer is not here any more."];
    this.said.replaceChildren(...this.named(given), " ", ...words);
  }

  // What the two kinds of it do in their ways.
  given() {
    return "";
  }

  /** @param {string} _given */
  fill(_given) {}

  /**
   * @param {string} _given
   * @returns {(string | Element)[]}
   */
  named(_given) {
    return [];
  }

  /**
   * @param {string} _given
   * @returns {Element | undefined}
   */
  saidOf(_given) {
    return undefined;
  }
}

/** One of several answers. */
class ChosenAnswer extends RunAnswer {
  /** @returns {HTMLInputElement[]} */
  get fields() {
    return [...this.querySelectorAll("input")];
  }

  given() {
    return this.fields.find((field) => field.checked)?.value ?? "";
  }

  /** @param {string} given */
  fill(given) {
    for (const field of this.fields) field.checked = field.value === given;
  }

  /** @param {string} given */
  named(given) {
    const field = this.fields.find(({ value }) => value === given);
    return [`${field?.labels[0].textContent.trim() ?? "Your answer"}:`];
  }

  /** @param {string} given */
  saidOf(given) {
    return this.fields.find(({ value }) => value === given)?.closest("li").querySelector("details p");
  }
}
customElements.define("chosen-answer", ChosenAnswer);

/** A line that is filled in. */
class TypedLine extends RunAnswer {
  connectedCallback() {
    this.field = this.querySelector("input");
    /** @type {HTMLElement} */
    this.unknown = this.querySelector("[hidden]");
    super.connectedCallback();
  }

  given() {
    return this.field.value.trim().replace(/^return\b\s*/, "");
  }

  /** @param {string} given */
  fill(given) {
    this.field.value = given;
    this.unknown.hidden = true;
  }

  /** @param {string} given */
  named(given) {
    return [element("code", { textContent: `return ${given}` })];
  }

  /**
   * @param {string} given
   * @param {Element | undefined} said
   */
  tell(given, said) {
    super.tell(given, said ?? element("p", { textContent: "was not run here, so nothing is known of it." }));
    this.unknown.hidden = Boolean(said);
  }

  /** @param {string} given */
  saidOf(given) {
    const own = TypedLine.tokens(`return ${given}`);
    const runs = [...this.parentElement.querySelectorAll(".lines-run > li")];
    return runs.find((run) => TypedLine.tokens(run.querySelector("code").textContent) === own)?.querySelector("p");
  }

  /**
   * A line of Python with one blank between its parts: what differs in blanks alone is the same.
   * @param {string} line
   */
  static tokens(line) {
    const parts = /"[^"]*"|'[^']*'|[a-z_]\w*|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?|\*\*|\/\/|[=!<>]=|\S/gi;
    return line.match(parts).join(" ");
  }
}
customElements.define("typed-line", TypedLine);
