// An exercise: whether it is solved, as the local runner has noted or as the reader says.
"use strict";

class ExerciseState extends HTMLElement {
  connectedCallback() {
    this.mark = this.querySelector("button");
    this.said = this.querySelector("[role=status]");
    this.mark.addEventListener("click", () => this.change());
    document.addEventListener("progress", () => this.show());
    this.show();
  }

  entry() {
    const entry = progress.get(this.dataset.id);
    return entry?.contentHash === this.dataset.hash ? entry : null;
  }

  change() {
    const { id, hash } = this.dataset;
    const solved = this.entry()?.status === "solved";
    progress.note(id, "exercise", { status: solved ? "open" : "solved", by: "hand", contentHash: hash });
  }

  show() {
    const entry = this.entry();
    const solved = entry?.status === "solved";
    const stale = !entry && progress.get(this.dataset.id)?.status === "solved";
    this.mark.textContent = solved ? "Not solved after all" : "Mark as solved";
    const how = entry?.by === "hand" ? "you said so" : "the check said so";
    const words = solved ? `Solved: ${how}` : stale ? "It has changed since you solved it" : "";
    this.said.textContent = words && `${words}; ${progress.kept()}.`;
  }
}
customElements.define("exercise-state", ExerciseState);
