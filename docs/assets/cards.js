// Interview questions as cards: answer first, reveal, and say how it went; what was hard comes back
// sooner. Without this script the page is a list of questions with their answers in folds.
"use strict";

const BOXES = [0, 1, 3, 7, 16, 35]; // days until a card comes back, by its Leitner box
/** @type {Record<string, number>} */
const GRADES = { Again: -Infinity, Good: 1, Easy: 2 }; // by how many boxes it moves

/** @typedef {{id: string, section: HTMLElement, fold: HTMLDetailsElement}} Card */

class CardDeck extends HTMLElement {
  connectedCallback() {
    this.cards = [...document.querySelectorAll("h2[data-objective]")].map((title) => {
      const section = element("section", { className: "card" });
      title.before(section);
      const fold = /** @type {HTMLDetailsElement} */ (title.nextElementSibling);
      section.append(title, fold);
      fold.addEventListener("toggle", () => this.opened(fold));
      return { id: `card-${title.id}`, section, fold };
    });
    this.count = element("p", { role: "status" });
    this.review = button("Review what is due or new", () => this.start([...this.due(), ...this.unmet()]));
    this.whole = button("Go through all", () => this.start(this.cards));
    this.asking = element("div", { className: "card-panel", hidden: true });
    this.panel = element("div", { className: "card-panel", hidden: true });
    this.own = element("textarea", { id: "own-answer", rows: 3 });
    const label = element("label", { htmlFor: this.own.id, textContent: "Say your own answer aloud, or write it here (it is not kept)" });
    this.reveal = button("Show the answer", () => this.show());
    this.grades = Object.keys(GRADES).map((name, i) => button(`${name} (${i + 1})`, () => this.grade(name)));
    this.stop = button("Stop", () => this.end());
    this.own.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.show();
    });
    this.asking.append(label, this.own, element("p", {}, this.reveal));
    this.panel.append(element("p", {}, ...this.grades.flatMap((grade) => [grade, " "]), this.stop));
    this.append(this.count, this.review, " ", this.whole, this.asking, this.panel);
    document.addEventListener("keydown", (event) => {
      const grade = this.grades[Number(event.key) - 1];
      const typing = /** @type {Element} */ (event.target).closest("textarea, input, select");
      if (!grade || typing || event.ctrlKey || event.metaKey || event.altKey || grade.hidden || this.panel.hidden) return;
      event.preventDefault(); // or the digit would be typed into the next card's answer
      grade.click();
    });
    document.addEventListener("progress", () => this.say());
    this.say();
  }

  due() {
    return this.cards.filter(({ id }) => progress.get(id) && isDue(progress.get(id)));
  }

  unmet() {
    return this.cards.filter(({ id }) => !progress.get(id));
  }

  /** When the next of the cards comes back, where none is due. */
  nextDay() {
    const days = this.cards.map(({ id }) => Date.parse(progress.get(id)?.due)).filter(Boolean);
    if (!days.length || this.due().length) return "";
    return `, the next on ${dayOf(Math.min(...days))}`;
  }

  say() {
    const [due, unmet] = [this.due().length, this.unmet().length];
    this.count.textContent = `${this.cards.length} cards: ${unmet} new, ${due} due${this.nextDay()}; ${progress.kept()}.`;
    this.review.hidden = !(due || unmet) || !this.panel.hidden;
    this.whole.hidden = !this.panel.hidden;
  }

  /** @param {Card[]} cards */
  start(cards) {
    this.queue = [...cards];
    this.panel.hidden = false;
    this.next();
  }

  next() {
    const [card] = this.queue;
    if (!card) return this.end();
    for (const other of this.cards) other.section.hidden = other !== card;
    card.fold.before(this.asking);
    card.fold.after(this.panel);
    card.fold.open = false;
    this.own.value = "";
    this.asking.hidden = false;
    for (const grade of this.grades) grade.hidden = true;
    this.say();
    card.section.scrollIntoView({ block: "start" });
    const keyboard = matchMedia("(pointer: fine)").matches; // on a phone, one would cover the card
    (keyboard ? this.own : this.reveal).focus({ preventScroll: true });
  }

  /** @param {HTMLDetailsElement} fold that a reader may have opened, in place of the button */
  opened(fold) {
    if (fold.open && !this.asking.hidden && fold === this.queue[0].fold) this.show();
  }

  show() {
    this.queue[0].fold.open = true;
    this.asking.hidden = true;
    for (const grade of this.grades) grade.hidden = false;
    // Not a button: that may lie far below, where a key to scroll would press it.
    const answer = /** @type {HTMLElement} */ (this.queue[0].fold.querySelector("summary + *"));
    answer.tabIndex = -1;
    answer.focus();
  }

  /** @param {string} name */
  grade(name) {
    const card = this.queue.shift();
    if (name === "Again") this.queue.push(card);
    const { id } = card;
    const entry = progress.get(id);
    const box = Math.max(0, Math.min(BOXES.length - 1, (entry?.box ?? 0) + GRADES[name]));
    const due = new Date(Date.now() + BOXES[box] * 86_400_000).toISOString();
    /** @type {[string, string][]} */
    const log = [...(entry?.log ?? []), [new Date().toISOString(), name]];
    progress.note(id, "card", { status: "met", box, due, log, attempts: log.length });
    this.next();
  }

  end() {
    this.asking.hidden = this.panel.hidden = true;
    for (const { section } of this.cards) section.hidden = false;
    this.append(this.asking, this.panel);
    this.say();
    this.scrollIntoView({ block: "center" });
    (this.review.hidden ? this.whole : this.review).focus({ preventScroll: true });
  }
}
customElements.define("card-deck", CardDeck);
