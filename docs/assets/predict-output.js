// A program whose output is covered until a reader has guessed it, or asks for it. Without this
// script the output is there from the start.
"use strict";

/** @typedef {"right" | "close" | "wrong"} Guessed */

class PredictOutput extends HTMLElement {
  connectedCallback() {
    const { id, hash } = this.dataset;
    this.key = `predict-${id}`;
    this.hash = hash;
    this.line = this.closest(".snippet").querySelector(".asked").textContent.slice("# > ".length);
    this.field = this.querySelector("input");
    this.said = this.querySelector("[role=status]");
    const [compare, reveal, again] = this.querySelectorAll("button");
    this.compare = compare;
    this.reveal = reveal;
    this.again = again;
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.note(PredictOutput.judge(this.field.value, this.line));
    });
    this.reveal.addEventListener("click", () => this.note("seen"));
    this.again.addEventListener("click", () => {
      this.note("open");
      this.field.value = "";
      this.field.focus();
    });
    document.addEventListener("progress", () => this.show());
    this.show();
  }

  /**
   * Compare a guess with a printed line: only its end has to be guessed, as that is what was computed.
   * @param {string} guess
   * @param {string} line
   * @returns {Guessed}
   */
  static judge(guess, line) {
    /** @type {(words: string) => string[]} */
    const parts = (words) => words.toLowerCase().match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[a-z_]+/g) ?? [];
    const isNumber = (/** @type {string} */ part) => Number.isFinite(Number(part));
    const own = parts(guess);
    if (!own.length) return "wrong";
    let printed = parts(line);
    if (own.every(isNumber)) {
      const tail = parts(line.slice(line.lastIndexOf(":") + 1));
      const needed = tail.length - 1 - tail.findLastIndex((part) => !isNumber(part));
      if (own.length < needed) return "wrong";
      printed = printed.filter(isNumber);
    }
    const far = own.map((part, i) => {
      const wanted = printed.at(i - own.length);
      if (part === wanted) return 0;
      const apart = Math.abs(Number(part) - Number(wanted));
      return apart === 0 ? 0 : apart / Math.abs(Number(wanted));
    });
    if (far.every((share) => share <= 0.01)) return "right"; // as one would round it
    return far.every((share) => share <= 0.1) ? "close" : "wrong";
  }

  /** @param {Guessed | "seen" | "open"} status */
  note(status) {
    const given = status === "open" ? "" : this.field.value;
    progress.note(this.key, "prediction", { status, given, contentHash: this.hash });
    if (status !== "open") this.again.focus({ preventScroll: true });
  }

  show() {
    const entry = progress.get(this.key);
    const shown = entry?.contentHash === this.hash && entry.status !== "open";
    /** @type {Record<string, [string, string]>} */
    const words = { right: ["Right.", "right"], close: ["Close.", "warns"], wrong: ["Not this time.", "wrong"] };
    const [said, state] = (shown && words[entry.status]) || ["", ""];
    this.toggleAttribute("data-shown", shown);
    if (shown) this.field.value = entry.given;
    this.field.readOnly = shown;
    for (const one of [this.compare, this.reveal]) one.hidden = shown;
    this.again.hidden = !shown;
    this.said.textContent = said;
    this.said.className = state && `verdict ${state}`;
  }
}
customElements.define("predict-output", PredictOutput);
