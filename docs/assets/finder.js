// The error finder: words or a message in, the right quirk first. From the data in the page alone.
"use strict";

const SIGNATURE = 1000; // a message that a quirk's proof has printed outweighs any words
const REPORTED = 990; // one that people report from CUDA, a little less
const UNSEEN = 0.25; // what a term counts where it was never seen
const GUESSES = 2; // how many pages are offered where no page has the message
const RAISED = /^[ \t]*[\w.]*(?:Error|Warning|Exception)\b:?(.*)$/gm; // what it says; its name says nothing
const ASKED = "#message="; // in the address: what follows a # is sent to nobody

/**
 * What the page knows: of each quirk its messages, and of all the words that tell them apart.
 * @typedef {{
 *   terms: string, signatures: string[][], reported: string[][], unverified: string[],
 *   same: Record<string, string>, stop: string[],
 * }} Known
 */

class QuirkFinder extends HTMLElement {
  connectedCallback() {
    /** @type {Known} */
    const known = JSON.parse(this.querySelector("script").textContent);
    const { terms, signatures, reported, unverified, same, stop } = known;
    this.signatures = signatures;
    this.reported = reported;
    this.unverified = unverified;
    /** @type {Map<string, number>} */
    this.claims = new Map(); // how many quirks a message is known for
    for (const messages of signatures.map((own, i) => new Set([...own, ...reported[i]].map(abstract)))) {
      for (const message of messages) this.claims.set(message, (this.claims.get(message) ?? 0) + 1);
    }
    this.same = new Map(Object.entries(same));
    this.stop = new Set(stop);
    this.list = this.querySelector("ol");
    this.items = [...this.list.querySelectorAll("li")];
    this.learn(terms);
    this.build();
    this.notHere = document.querySelector(".not-here");
    this.ask();
    addEventListener("hashchange", () => this.ask());
  }

  /** Take the question from the address, which a link or the way back gives. */
  ask() {
    const asked = location.hash.startsWith(ASKED) ? location.hash.slice(ASKED.length) : null;
    // Not `q`, which the search takes for its own.
    this.box.value = asked === null ? new URLSearchParams(location.search).get("message") : decoded(asked);
    this.show();
  }

  /** Keep the question in the address, so that the way back leads to its answers. */
  keep() {
    const text = this.box.value.trim();
    history.replaceState(history.state, "", text ? ASKED + encodeURIComponent(text) : location.pathname);
  }

  build() {
    const label = element("label", { htmlFor: "finder-box", textContent: "An error message, a traceback, or what you see" });
    this.box = element("textarea", { id: "finder-box", rows: 3, spellcheck: false });
    this.box.addEventListener("input", () => this.show());
    this.box.addEventListener("change", () => this.keep());
    const filters = element("div", { className: "explorer-choices" });
    /** @type {Record<string, [string, (item: HTMLElement) => string[]]>} */
    const choices = {
      kind: ["What do you see?", (item) => [item.dataset.kind]],
      losses: ["Loss", (item) => item.dataset.losses.split(" ")],
      activations: ["Activation", (item) => item.dataset.activations.split(" ")],
    };
    this.filters = Object.entries(choices).map(([name, [title, of]]) => {
      const values = [...new Set(this.items.flatMap(of))].filter(Boolean).sort();
      const select = element("select", { id: `finder-${name}` }, new Option("any", ""));
      select.append(...values.map((value) => new Option(value)));
      select.addEventListener("change", () => this.show());
      const caption = element("label", { htmlFor: select.id, textContent: title });
      filters.append(element("div", {}, caption, select));
      return (/** @type {HTMLElement} */ item) => !select.value || of(item).includes(select.value);
    });
    this.count = element("p", { className: "snippet-caption", role: "status" });
    this.prepend(label, this.box, filters, this.count);
  }

  /**
   * Naive Bayes over words and pairs of words: the logarithm of how much likelier each quirk makes
   * each than the quirks together do. A rare one counts for more.
   * @param {string} terms
   */
  learn(terms) {
    const counts = [...terms.matchAll(/(\S+) (\d+)(\w+)/g)].map(([, term, rarity, packed]) => {
      const of = this.items.map(() => UNSEEN);
      let quirk = -1;
      for (const [, high, low, count] of packed.matchAll(/([A-Z]?)([a-z])(\d*)/g)) {
        quirk += 1 + 26 * (high ? high.charCodeAt(0) - 64 : 0) + low.charCodeAt(0) - 97;
        of[quirk] += Number(count || 1);
      }
      return { term: term.replace("_", " "), rarity: Number(rarity) / 4, of, sum: of.reduce((a, b) => a + b) };
    });
    const totals = this.items.map((_, quirk) => counts.reduce((sum, { of }) => sum + of[quirk], 0));
    const total = totals.reduce((a, b) => a + b);
    this.evidence = new Map(
      counts.map(({ term, rarity, of, sum }) => [
        term,
        of.map((count, quirk) => rarity * Math.log((count * total) / (totals[quirk] * sum))),
      ]),
    );
  }

  /** @param {string} text */
  terms(text) {
    const words = this.stems(text);
    return new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]);
  }

  /**
   * A score for each quirk.
   * @param {string} text
   */
  rank(text) {
    const scores = this.items.map(() => 0);
    const said = abstract(text);
    this.signatures.forEach((signatures, number) => {
      for (const signature of signatures) {
        const short = abstract(signature);
        const worth = SIGNATURE / this.claims.get(short); // less where it is known for several
        if (said.includes(short)) scores[number] += worth + short.length;
        if (text.includes(signature)) scores[number] += worth; // with the very numbers, too
      }
    });
    this.reported.forEach((messages, number) => {
      for (const message of messages) {
        const short = abstract(message);
        if (said.includes(short)) scores[number] += REPORTED / this.claims.get(short) + short.length;
      }
    });
    // Of a traceback, the message counts; the lines of code above it a little.
    const message = raised(text);
    /** @type {[string, number][]} */
    const parts = message === null ? [[text, 1]] : [[message, 1], [text.replace(RAISED, "$1"), 0.1]];
    for (const [part, share] of parts) {
      for (const term of this.terms(part)) {
        this.evidence.get(term)?.forEach((evidence, quirk) => (scores[quirk] += share * evidence));
      }
    }
    return scores;
  }

  /**
   * Say whether a quirk is known for a message in a text, given as `abstract` leaves it.
   * @param {number} number
   * @param {string} said
   */
  has(number, said) {
    return [...this.signatures[number], ...this.reported[number]].some((message) => said.includes(abstract(message)));
  }

  /**
   * The words of a text that no page here has.
   * @param {string} text
   */
  unknown(text) {
    const words = text.match(/[a-z]{3,}/gi) ?? [];
    const known = (/** @type {string} */ word) => this.stems(word).every((part) => this.evidence.has(part));
    return [...new Set(words.filter((word) => !known(word)))];
  }

  /**
   * Say of a quirk whether a message in the text is known for it by report alone.
   * @param {number} number
   * @param {string} text
   */
  mark(number, text) {
    const said = abstract(text);
    const known = [...this.signatures[number], ...this.reported[number]];
    const heard = (/** @type {string} */ m) => said.includes(abstract(m)) && this.unverified.includes(m);
    this.items[number].querySelector(".reported")?.remove();
    if (text && known.some(heard)) {
      const textContent = "Reported on CUDA, not yet verified here";
      this.items[number].append(element("p", { className: "reported", textContent }));
    }
  }

  /** @param {string} text */
  stems(text) {
    const names = text.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
    const words = `${names} ${text}`.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
    const stems = words.filter((word) => !this.stop.has(word)).map(stem);
    return stems.map((word) => this.same.get(word) ?? word);
  }

  show() {
    const text = this.box.value.trim();
    const scores = text ? this.rank(text) : this.items.map(() => 1);
    const best = Math.max(...scores);
    const order = [...this.items.keys()];
    order.sort((a, b) => scores[b] - scores[a] || a - b);
    const fits = (/** @type {number} */ number) =>
      scores[number] > best / 5 && this.filters.every((filter) => filter(this.items[number]));
    const likely = order.filter(fits);
    const message = raised(text);
    const said = abstract(text);
    const lost = message !== null && !order.some((number) => this.has(number, said));
    const unknown = text ? this.unknown(message ?? text) : [];
    const shown = lost ? likely.slice(0, GUESSES) : likely;
    shown.forEach((number) => this.mark(number, text));
    this.list.replaceChildren(...shown.map((number) => this.items[number]));
    this.toggleAttribute("data-asked", Boolean(text));
    const answer = [lost ? "No page here has this message." : ""];
    if (unknown.length) answer.push(`No page here has the words: ${unknown.slice(0, 8).join(", ")}.`);
    if (lost && shown.length) answer.push("The nearest by its words:");
    else if (!lost) answer.push(shown.length ? `${shown.length} of ${this.items.length}${text ? ", the likeliest first" : ""}` : "Nothing here fits.");
    this.count.textContent = answer.filter(Boolean).join(" ");
    if (this.notHere && (lost || unknown.length)) this.count.after(this.notHere);
    else this.after(...[this.notHere].filter(Boolean));
  }
}
customElements.define("quirk-finder", QuirkFinder);

/**
 * What an error or a warning says in a text, without its name; null where there is none.
 * @param {string} text
 */
function raised(text) {
  const lines = [...text.matchAll(RAISED)].map(([, said]) => said);
  return lines.length ? lines.join("\n") : null;
}

/** @param {string} asked */
function decoded(asked) {
  try {
    return decodeURIComponent(asked);
  } catch {
    return asked; // somebody wrote the address by hand
  }
}

/** @param {string} word */
function stem(word) {
  return word.replace(/(?<=[a-z]{3})(ings?|ed|es|s|e)$/, "");
}

/** @param {string} said */
function abstract(said) {
  return said.toLowerCase().replace(/[\s\d.,()[\]]+/g, " ").trim();
}
