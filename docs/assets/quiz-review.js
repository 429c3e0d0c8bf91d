// The review of a quiz: what is due is asked again, one question after the other. Sure and wrong comes
// first, then wrong, then right but unsure.
"use strict";

class QuizReview {
  /** @param {() => void} end what is done when nothing is left */
  constructor(end) {
    this.end = end;
    /** @type {QuizQuestion[]} */
    this.queue = [];
    /** @type {QuizQuestion | undefined} */
    this.asked = undefined;
    this.more = button("", () => this.next());
    document.addEventListener("progress", () => setTimeout(() => this.offer())); // when the answer is shown
  }

  static due() {
    const all = questions().map((question) => ({ id: question.key, hash: question.hash, question }));
    return toRepeat(all).map(({ question }) => question);
  }

  start() {
    this.queue = QuizReview.due();
    this.next();
  }

  next() {
    this.more.remove();
    this.asked = this.queue.shift();
    if (!this.asked) return this.end();
    this.asked.askAgain();
    this.asked.scrollIntoView();
    this.asked.fields[0].focus({ preventScroll: true });
  }

  offer() {
    if (!this.asked?.dataset.state) return this.more.remove();
    this.more.textContent = this.queue.length ? `Next question, ${this.queue.length} left` : "End the review";
    this.asked.again.after(" ", this.more);
  }
}
