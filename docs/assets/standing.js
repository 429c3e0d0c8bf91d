// How a reader stands with what there is to do: what is done, what is weak, and which comes first.
"use strict";

/**
 * How a thing stands: `urgency` is 0 for what needs nothing, and the larger, the sooner it is to be done.
 * @typedef {{state: "open" | "done" | "weak" | "later", words: string, urgency: number}} Standing
 */

const DONE = ["done", "right", "solved", "met"];
const KNOWN = 2; // the box from which a card counts as remembered
/** @type {Record<string, [string, string]>} What they are called, and what one is that is done. */
const OUTCOMES = {
  section: ["sections", "read"],
  quiz: ["questions", "right"],
  exercise: ["exercises", "solved"],
  card: ["cards", "known"],
};

/** Something to do, as the page of the progress lists it. */
class Thing {
  /** @param {HTMLLIElement} item */
  constructor(item) {
    const { id, hash, kind } = item.dataset;
    this.id = id;
    this.hash = hash;
    this.kind = kind;
    this.anchor = item.querySelector("a");
    this.said = item.appendChild(element("span"));
  }

  link() {
    return this.anchor.cloneNode(true);
  }

  show() {
    this.said.replaceChildren(...sign(this));
  }
}

/**
 * The objectives that a page of the progress lists, each with what there is to do for it.
 * @param {ParentNode} page
 */
function listed(page) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("details.objective"))].map((row) => ({
    row,
    id: row.dataset.id,
    things: [...row.querySelectorAll("li")].map((item) => new Thing(item)),
  }));
}

/**
 * A card is due on its day, at whatever hour it was graded.
 * @param {Entry} entry
 */
function isDue({ due }) {
  return Date.parse(due) < new Date().setHours(24, 0, 0, 0);
}

/** @param {number} time */
function dayOf(time) {
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
}

/**
 * What an entry says of this very text. Sure and wrong is the most urgent: only this reader cannot
 * notice it. Then come what is wrong, what is due, and what was right by luck.
 * @param {{id: string, hash?: string}} thing
 * @returns {Standing}
 */
function standing({ id, hash }) {
  const entry = progress.get(id);
  if (!entry || ["open", "not attempted"].includes(entry.status)) return { state: "open", words: "", urgency: 0 };
  if (hash && entry.contentHash !== hash) return { state: "open", words: "changed since you did it", urgency: 0 };
  if (entry.kind === "card") {
    if (isDue(entry)) return { state: "weak", words: "due today", urgency: 2 };
    const day = dayOf(Date.parse(entry.due));
    return entry.box < KNOWN
      ? { state: "later", words: `learning, due on ${day}`, urgency: 0 }
      : { state: "done", words: `known, due on ${day}`, urgency: 0 };
  }
  if (!DONE.includes(entry.status)) {
    return entry.sure
      ? { state: "weak", words: "wrong, and you were sure", urgency: 4 }
      : { state: "weak", words: entry.status, urgency: 3 };
  }
  const words = entry.kind === "section" ? "read" : entry.status;
  if (entry.sure === false) return { state: "done", words: `${words}, but you were not sure`, urgency: 1 };
  return { state: "done", words, urgency: 0 };
}

/**
 * What to do again, the most urgent first.
 * @template {{id: string, hash?: string}} Any
 * @param {Any[]} things
 * @returns {Any[]}
 */
function toRepeat(things) {
  const urgency = new Map(things.map((thing) => [thing, standing(thing).urgency]));
  return things.filter((thing) => urgency.get(thing)).sort((a, b) => urgency.get(b) - urgency.get(a));
}

/**
 * What to do next, and why: what is to be repeated, or else what was not done yet.
 * @param {Thing[]} things
 * @returns {Element[]}
 */
function nextToDo(things) {
  const thing = toRepeat(things)[0] ?? things.find((one) => standing(one).state === "open");
  if (!thing) return [];
  return [element("span", {}, thing.link(), ...sign(thing))];
}

/**
 * How a thing stands, as the pages say what is right, wrong, or warns.
 * @param {{id: string, hash?: string}} thing
 * @returns {(string | Element)[]}
 */
function sign(thing) {
  const { state, words, urgency } = standing(thing);
  if (!words) return [];
  const verdict = urgency > 2 ? "wrong" : urgency ? "warns" : "right";
  const className = urgency || state === "done" ? `verdict ${verdict}` : "kind";
  return [" ", element("span", { className, textContent: words })];
}

/** @param {Thing[]} things */
function doneOf(things) {
  return things.filter((thing) => standing(thing).state === "done").length;
}

/** @param {Thing[]} things of several objectives, some of which share one */
function once(things) {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}

/**
 * How many of each kind there are, and how many of them are done.
 * @param {Thing[]} things
 */
function counted(things) {
  return Object.entries(OUTCOMES).map(([kind, [name, verb]]) => {
    const own = once(things).filter((thing) => thing.kind === kind);
    const count = `${doneOf(own)} of ${own.length}`;
    return { done: doneOf(own), of: own.length, count, words: `${count} ${name} ${verb}` };
  });
}

/**
 * Show these parts. One that says what it said stays, as a reader may be about to press what is in it.
 * @param {Element} place
 * @param {Element[]} parts
 */
function showParts(place, parts) {
  parts.forEach((part, index) => {
    const shown = place.children[index];
    if (!shown) place.append(part);
    else if (!shown.isEqualNode(part)) shown.replaceWith(part);
  });
  while (place.children.length > parts.length) place.lastElementChild.remove();
}
