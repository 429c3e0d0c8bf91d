// A program whose output is covered until a reader has guessed it, or asks for it. Without this
// script the output is there from the start.
"use strict";

/** @typedef {"right" | "close" | "wrong"} Guessed */

const CLOSE = 0.1; // of a number, for a guess that is close to it

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
    compare.disabled = reveal.disabled = false; // until now a click would have sent the form away
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.field.value = this.field.value.trim();
      if (!this.field.reportValidity()) return; // spaces alone are no guess
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
   * Pair a guess with the end of a printed line, part by part: only that was computed, and has to be guessed.
   * @param {string} guess
   * @param {string} line
   * @returns {[string | undefined, string | undefined][]}
   */
  static pairs(guess, line) {
    /** @type {(words: string) => string[]} */
    const parts = (words) => words.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[a-z_]+/gi) ?? [];
    const isNumber = (/** @type {string} */ part) => Number.isFinite(Number(part));
    const own = parts(guess);
    let printed = parts(line);
    let needed = own.length;
    if (needed && own.every(isNumber)) {
      const tail = parts(line.slice(line.lastIndexOf(":") + 1));
      needed = Math.max(needed, tail.length - 1 - tail.findLastIndex((part) => !isNumber(part)));
      printed = printed.filter(isNumber);
    }
    return Array.from({ length: needed }, (_, i) => [own.at(i - needed), printed.at(i - needed)]);
  }

  /**
   * How far a part of a guess is from what was printed, as a share of it.
   * @param {[string | undefined, string | undefined]} pair
   */
  static apart([own, wanted]) {
    if (own?.toLowerCase() === wanted?.toLowerCase()) return 0;
    const apart = Math.abs(Number(own) - Number(wanted));
    return apart === 0 ? 0 : apart / Math.abs(Number(wanted));
  }

  /**
   * @param {string} guess
   * @param {string} line
   * @returns {Guessed}
   */
  static judge(guess, line) {
    const far = PredictOutput.pairs(guess, line).map(PredictOutput.apart);
    if (!far.length) return "wrong";
    if (far.every((share) => share <= 0.01)) return "right"; // as one would round it
    return far.every((share) => share <= CLOSE) ? "close" : "wrong";
  }

  /**
   * Say of a wrong guess what differs first.
   * @param {string} guess
   * @param {string} line
   */
  static differs(guess, line) {
    const [own, wanted] = PredictOutput.pairs(guess, line).find((pair) => !(PredictOutput.apart(pair) <= CLOSE)) ?? [];
    if (!wanted) return "";
    return own ? `: it is ${wanted}` : `: ${wanted} is missing`;
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
    const words = { right: ["Right", "right"], close: ["Close", "warns"], wrong: ["Not this time", "wrong"] };
    const [said, state] = (shown && words[entry.status]) || ["", ""];
    const differs = state === "wrong" ? PredictOutput.differs(entry.given, this.line) : "";
    this.toggleAttribute("data-shown", shown);
    if (shown) this.field.value = entry.given;
    this.field.readOnly = shown;
    for (const one of [this.compare, this.reveal]) one.hidden = shown;
    this.again.hidden = !shown;
    this.said.textContent = said && `${said}${differs}.`;
    this.said.className = state && `verdict ${state}`;
  }
}
customElements.define("predict-output", PredictOutput);
