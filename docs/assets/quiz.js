// The quiz: what is filled into the forms of the page is checked, and remembered.
// Without this script the forms can be filled in, and the answers open under them.
"use strict";

class QuizQuestion extends HTMLElement {
  connectedCallback() {
    const { id, hash, type } = this.dataset;
    this.key = `quiz-${id}`;
    this.hash = hash;
    this.type = type;
    this.hasOptions = !["numeric", "order"].includes(type);
    this.form = this.querySelector("form");
    this.answer = this.querySelector("details");
    /** @type {NodeListOf<HTMLInputElement>} */
    const fields = this.form.querySelectorAll("fieldset:not(.quiz-confidence) :is(input, select)");
    this.fields = [...fields];
    /** @type {NodeListOf<HTMLInputElement>} */
    const confidence = this.form.querySelectorAll(".quiz-confidence input");
    this.sure = confidence[0];
    this.unsure = confidence[1];
    const [check, again] = this.form.querySelectorAll("button");
    this.check = check;
    this.again = again;
    /** @type {HTMLElement} */
    this.said = this.form.querySelector(".quiz-said");
    this.said.tabIndex = -1; // so that the focus can go there from a button that is hidden
    this.again.addEventListener("click", () => {
      this.askAgain();
      this.fields[0].focus();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.grade();
    });
    this.check.disabled = false; // until now a click would have sent the form away
    this.dataset.state = "";
    if (progress.get(this.key)) this.show();
  }

  // What is filled in, as it is stored; nothing if it is not complete.
  given() {
    if (this.type === "numeric") return this.fields[0].value.trim().replace(",", ".");
    if (this.type === "order") {
      const places = this.fields.map((field) => field.value);
      return new Set(places).size === places.length && places.every(Boolean) ? places.join(" ") : "";
    }
    return this.fields.filter((field) => field.checked).map((field) => field.value).join(" ");
  }

  // What is not filled in yet.
  missing() {
    if (this.type === "numeric") return "Write a number";
    if (this.hasOptions) return "Choose an answer";
    const empty = this.fields.filter((field) => !field.value).length;
    if (empty === this.fields.length) return "Number the steps";
    return empty ? "Give each step a number" : "Give each step a number of its own";
  }

  /** @param {string} given */
  fill(given) {
    if (this.type === "numeric") this.fields[0].value = given;
    else if (this.type === "order") given.split(" ").forEach((place, i) => (this.fields[i].value = place));
    else for (const field of this.fields) field.checked = given.split(" ").includes(field.value);
  }

  /** @param {string} given */
  right(given) {
    if (this.type === "numeric") {
      const number = Number(given);
      return Math.abs(number - Number(this.dataset.answer)) <= Number(this.dataset.tolerance) * (1 + 1e-9);
    }
    const wanted =
      this.type === "order"
        ? this.fields.map((field) => field.dataset.place)
        : this.fields.filter((field) => "right" in field.dataset).map((field) => field.value);
    return given === wanted.join(" ");
  }

  grade() {
    const given = this.given();
    if (!given || (this.type === "numeric" && !Number.isFinite(Number(given)))) {
      this.said.textContent = `${this.missing()}, then check.`;
      return;
    }
    const right = this.right(given);
    const sure = this.sure.checked ? true : this.unsure.checked ? false : null;
    const attempts = (progress.get(this.key)?.attempts ?? 0) + 1;
    const status = right ? "right" : "wrong";
    this.repeated = "";
    progress.note(this.key, "quiz", { status, attempts, given, sure, contentHash: this.hash });
    this.show();
    this.said.focus();
  }

  // Ask once more. The answer that is stored stays known, and due, until there is another one.
  askAgain() {
    this.repeated = progress.get(this.key).lastTs;
    this.show();
    document.dispatchEvent(new Event("progress"));
  }

  // Show what is stored for this very question: an answer to it, one to another wording, or none.
  show() {
    const entry = progress.get(this.key);
    const answered = entry && entry.status !== "open";
    const same = answered && entry.contentHash === this.hash;
    const mine = same && entry.lastTs !== this.repeated ? entry : null;
    const done = Boolean(mine);
    if (this.dataset.state && !mine) {
      this.form.reset();
      this.answer.open = false;
    }
    if (mine) {
      this.fill(mine.given);
      this.sure.checked = mine.sure === true;
      this.unsure.checked = mine.sure === false;
      /** @type {Record<string, string>} */
      const words = {
        right: mine.sure === false ? "Right, though you were not sure." : "Right.",
        wrong: mine.sure ? "Wrong, and you were sure: read this one again." : "Not this time.",
      };
      const where = this.hasOptions ? "Each option is explained below." : "The reason stands below.";
      this.said.textContent = `${words[mine.status]} ${where}`;
    } else this.said.textContent = answered && !same ? "This question has changed since you answered it." : "";
    for (const field of [...this.fields, this.sure, this.unsure]) field.disabled = done;
    this.dataset.state = mine?.status ?? "";
    this.mark(done);
    this.check.hidden = done;
    this.again.hidden = !done;
    if (done) this.answer.open = true;
  }

  // Say beside each option, or each step, whether it is right, and which was chosen.
  /** @param {boolean} done */
  mark(done) {
    for (const mark of this.form.querySelectorAll("li > .verdict")) mark.remove();
    if (!done || this.type === "numeric") return;
    for (const field of this.fields) {
      const { place } = field.dataset;
      const right = place ? field.value === place : "right" in field.dataset;
      const words = right || !place ? (right ? "right" : "wrong") : `wrong: this is step ${place}`;
      const textContent = field.checked ? `${words}, and your answer` : words;
      field.closest("li").append(" ", element("span", { className: `verdict ${right ? "right" : "wrong"}`, textContent }));
    }
  }

  // The answer as one would write it on paper.
  solution() {
    if (this.type === "numeric") return this.dataset.answer;
    if (this.type === "order") return this.fields.map((field) => field.dataset.place).join(", ");
    return this.fields.filter((field) => "right" in field.dataset).map((field) => field.value).join(", ");
  }
}
customElements.define("quiz-question", QuizQuestion);

// Forget the answers to all questions: how often each was tried is kept.
function forgetAnswers() {
  progress.change((entries) => {
    for (const { key } of questions()) {
      /** @type {Partial<Entry>} */
      const none = { status: "open", contentHash: "", given: "", sure: null, lastTs: new Date().toISOString() };
      if (entries[key]) entries[key] = { ...entries[key], ...none };
    }
  });
  for (const question of questions()) question.show();
}

function questions() {
  /** @type {NodeListOf<QuizQuestion>} */
  const found = document.querySelectorAll("quiz-question");
  return [...found];
}

class QuizSummary extends HTMLElement {
  connectedCallback() {
    this.count = element("p", { role: "status", tabIndex: -1 });
    const review = new QuizReview(() => this.count.focus());
    this.retry = button("Review what is due", () => review.start());
    this.reset = button("Start the quiz over", () => this.startOver());
    this.append(this.count, this.retry, " ", this.reset);
    document.addEventListener("progress", () => setTimeout(() => this.show()));
    this.show();
  }

  startOver() {
    const words = "Forget all of your answers in this quiz? How often you tried each question is kept.";
    askFirst(this, { words, yes: "Start over", no: "Keep my answers" }, () => {
      forgetAnswers();
      this.show();
      this.count.focus();
    });
  }

  show() {
    const states = questions().map(({ dataset }) => dataset.state);
    const [right, wrong] = ["right", "wrong"].map((state) => states.filter((s) => s === state).length);
    const open = states.length - right - wrong;
    this.count.textContent = `${states.length} questions: ${right} right, ${wrong} wrong, ${open} open; ${progress.kept()}.`;
    const due = QuizReview.due().length;
    this.retry.textContent = `Review what is due: ${due}`;
    this.retry.hidden = !due;
    this.reset.hidden = open === states.length;
  }
}
customElements.define("quiz-summary", QuizSummary);

// Another tab has answered.
addEventListener("storage", () => {
  for (const question of questions()) question.show();
});

// On paper the answers stand together at the end.
const answers = element("section", { className: "answers" });
addEventListener("beforeprint", () => {
  const list = questions().map((question) => element("li", { textContent: question.solution() }));
  answers.replaceChildren(element("h2", { textContent: "Answers" }), element("ol", {}, ...list));
  if (document.querySelector("quiz-summary")) questions().at(-1)?.after(answers);
});
addEventListener("afterprint", () => answers.remove());
