// The finder: words or a message in, the right page first. What it knows of the quirks is fetched once
// somebody asks, and what it knows of the other pages once somebody asks for words.
"use strict";

const PAGES = new URL("../find/pages.json", /** @type {HTMLScriptElement} */ (document.currentScript).src);
const QUIRKS = new URL("quirks.json", PAGES);
const INITIALS = "0abcdefghijklmnopqrstuvwxyz"; // of words: a number counts as 0
const BESIDE = 5; // how many other pages are shown with the quirks
const UNSEEN = 0.25; // what a word counts where it was never seen
const PART = 3; // words of a message that are enough to know it by
const GUESSES = 2; // how many pages are offered where no page has the message
const RAISED = /^[ \t]*[\w.]*(?:Error|Warning|Exception)\b:?(.*)$/gm; // what it says; its name says nothing
// Where a traceback enters a function: its file, as Python and as a notebook has it.
const FRAME = /^[ \t]*File "?(.+?)"?(?:, line |:)\d+,? in .*$/gm;
// Of "what is a logit" and "what does one-hot mean", only the term stands in a title.
const DEFINITION =
  /^(?:what(?: is|'s| are| does| do)|define|(?:definition|meaning) of)\s+(?:an?\s+|the\s+)?(\S.*?)s?(?:\s+(?:mean|stand for))?\s*\??$/i;
const ASKED = "#message="; // in the address: what follows a # is sent to nobody

/**
 * What the page knows: of each quirk its messages, and of all the words that tell them apart.
 * @typedef {{
 *   words: number, totals: number[], messages: string[][], unverified: string[],
 *   same: Record<string, string>, calls: Record<string, string>, stop: string[],
 * }} Known
 */

class QuirkFinder extends HTMLElement {
  connectedCallback() {
    /** @type {Map<string, string>} */
    this.known = new Map(); // of each word; empty until somebody asks
    this.learnt = new Set(); // the letters whose words are known
    /** @type {Record<string, Promise<void>>} */
    this.parts = {};
    /** @type {Promise<void>} */
    this.learning = null;
    /** @type {{search: (text: string, options: object) => Page[]}} */
    this.pages = null; // until somebody asks for words
    /** @type {Promise<void>} */
    this.loading = null;
    this.list = this.querySelector("ol");
    this.items = [...this.list.querySelectorAll("li")];
    this.listen();
    this.notHere = document.querySelector(".not-here");
    this.ask();
    addEventListener("hashchange", () => this.ask());
  }

  /**
   * Be ready to rank: fetch, once each, what is known of the quirks, and of the words of a text or of all.
   * @param {string} [text]
   */
  async ready(text) {
    this.learning ??= fetched(QUIRKS).then((known) => this.know(known));
    await this.learning;
    await Promise.all(this.initials(text).map((initial) => this.learn(initial)));
  }

  /** @param {string} text */
  isReady(text) {
    return Boolean(this.same) && this.initials(text).every((initial) => this.learnt.has(initial));
  }

  /**
   * What the words of a text begin with: of each letter there is a file.
   * @param {string} [text]
   */
  initials(text) {
    if (text === undefined) return [...INITIALS];
    return [...new Set(this.stems(text.replace(FRAME, "")).map(([first]) => (/\d/.test(first) ? "0" : first)))];
  }

  /** @param {string} initial */
  learn(initial) {
    this.parts[initial] ??= fetched(new URL(`words/${initial}.json`, PAGES)).then((/** @type {Record<string, string>} */ words) => {
      for (const [word, about] of Object.entries(words)) this.known.set(word, about);
      this.learnt.add(initial);
    });
    return this.parts[initial];
  }

  /** @param {Known} known */
  know({ words, totals, messages, unverified, same, calls, stop }) {
    this.messages = messages.map((own) =>
      own.map((message) => ({ message, short: abstract(message), unverified: unverified.includes(message) })),
    );
    this.calls = new Map(Object.entries(calls));
    this.same = new Map(Object.entries(same));
    this.stop = new Set(stop);
    this.totals = totals.map((total) => total + UNSEEN * words);
    this.total = this.totals.reduce((a, b) => a + b);
  }

  /** Take the question from the address, which a link or the way back gives. */
  ask() {
    const asked = location.hash.startsWith(ASKED) ? location.hash.slice(ASKED.length) : null;
    remember();
    this.box.value = asked === null ? new URLSearchParams(location.search).get("message") : decoded(asked);
    this.show();
  }

  /** Keep the question in the address, so that the way back leads to its answers. */
  keep() {
    const text = this.box.value.trim();
    history.replaceState(history.state, "", text ? ASKED + encodeURIComponent(text) : location.pathname);
    remember();
  }

  /** Let the box and the filters, which are in the page, answer. */
  listen() {
    this.box = this.querySelector("textarea");
    this.box.addEventListener("input", () => this.show());
    this.box.addEventListener("change", () => this.keep());
    /** @type {Record<string, (item: HTMLElement) => string[]>} */
    const choices = {
      kind: (item) => [item.dataset.kind],
      losses: (item) => item.dataset.losses.split(" "),
      activations: (item) => item.dataset.activations.split(" "),
    };
    this.filters = Object.entries(choices).map(([name, of]) => {
      const select = /** @type {HTMLSelectElement} */ (this.querySelector(`#finder-${name}`));
      select.addEventListener("change", () => this.show());
      return (/** @type {HTMLElement} */ item) => !select.value || of(item).includes(select.value);
    });
    this.count = this.querySelector("[role=status]");
  }

  /**
   * Naive Bayes over words: the logarithm of how much likelier each quirk makes a word than the quirks
   * together do. A rare one counts for more.
   * @param {string} word
   */
  evidence(word) {
    if (!this.known.has(word)) return [];
    const [, rarity, own] = /^(\d+)(\w+)$/.exec(this.known.get(word));
    const of = this.totals.map(() => UNSEEN);
    let quirk = -1;
    for (const [, high, low, count] of own.matchAll(/([A-Z]?)([a-z])(\d*)/g)) {
      quirk += 1 + 26 * (high ? high.charCodeAt(0) - 64 : 0) + low.charCodeAt(0) - 97;
      of[quirk] += Number(count || 1);
    }
    const sum = of.reduce((a, b) => a + b);
    return of.map((count, quirk) => (Number(rarity) / 4) * Math.log((count * this.total) / (this.totals[quirk] * sum)));
  }

  /**
   * What speaks for each quirk, the strongest first: that it has the message, how much of what it
   * concerns may have raised it, the very numbers, how much of the message it has, and its words.
   * @param {string} text
   */
  rank(text) {
    const said = abstract(text);
    const named = new Set((blamed(text).match(/\w+/g) ?? []).map(squashed));
    const words = this.score(text);
    const isPart = said.split(" ").length >= PART; // of a message, pasted without the rest
    return this.items.map((item, number) => {
      const own = this.messages[number].filter(({ short }) => said.includes(short) || (isPart && short.includes(said)));
      const concerned = `${item.dataset.losses} ${item.dataset.activations}`.split(" ").filter(Boolean);
      const raising = concerned.filter((name) => [name, this.calls.get(name) ?? name].some((of) => named.has(squashed(of))));
      return [
        own.length > 0,
        own.length > 0 && raising.length / Math.max(1, concerned.length),
        own.some(({ message }) => text.includes(message)),
        Math.max(0, ...own.map(({ short }) => short.length)),
        words[number],
      ].map(Number);
    });
  }

  /**
   * How much likelier its words make each quirk.
   * @param {string} text
   */
  score(text) {
    const scores = this.items.map(() => 0);
    // Of a traceback, the message counts; the lines of code above it a little, and no names of files.
    const message = raised(text);
    /** @type {[string, number][]} */
    const parts = message === null ? [[text, 1]] : [[message, 1], [text.replace(FRAME, "").replace(RAISED, "$1"), 0.1]];
    for (const [part, share] of parts) {
      for (const word of new Set(this.stems(part))) {
        this.evidence(word).forEach((evidence, quirk) => (scores[quirk] += share * evidence));
      }
    }
    return scores;
  }

  /**
   * The words of a text that no page here has.
   * @param {string} text
   */
  unknown(text) {
    const words = text.match(/[a-z]{3,}/gi) ?? [];
    const known = (/** @type {string} */ word) => this.stems(word).every((part) => this.known.has(part));
    const elsewhere = (/** @type {string} */ word) => this.pages?.search(word, { prefix: true }).length;
    return [...new Set(words.filter((word) => !known(word) && !elsewhere(word)))];
  }

  /**
   * Say of a quirk whether a message in the text is known for it by report alone.
   * @param {number} number
   * @param {string} said what the text says, as `abstract` leaves it
   */
  mark(number, said) {
    if (this.messages[number].some(({ short, unverified }) => unverified && said.includes(short))) {
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
    if (text && !this.isReady(text)) {
      this.ready(text).then(() => this.show());
      return;
    }
    const ranks = text ? this.rank(text) : this.items.map(() => [0]);
    const order = [...this.items.keys()];
    if (text) order.sort((a, b) => compared(ranks[b], ranks[a]) || a - b);
    const known = order.filter((number) => ranks[number][0]);
    const best = Math.max(...ranks.map((rank) => rank.at(-1)));
    const fits = (/** @type {number} */ number) =>
      (known.includes(number) || !text || ranks[number].at(-1) > best / 5) &&
      this.filters.every((filter) => filter(this.items[number]));
    const message = raised(text);
    const lost = message !== null && !known.length;
    const likely = order.filter(fits);
    // Who has the message comes first; what its words alone suggest, are guesses.
    const shown = message !== null || known.length ? likely.slice(0, known.length + GUESSES) : likely;
    const said = abstract(text);
    this.querySelectorAll(".reported").forEach((mark) => mark.remove());
    if (text) shown.forEach((number) => this.mark(number, said));
    const asksForWords = Boolean(text) && message === null && !known.length;
    const [named, others] = asksForWords ? this.pagesOn(text) : [[], []];
    this.list.replaceChildren(...named, ...shown.map((number) => this.items[number]), ...others);
    this.toggleAttribute("data-asked", Boolean(text));
    const unknown = text ? this.unknown(message ?? text) : [];
    this.count.textContent = this.answer(text, shown.length, known.length, lost, unknown);
    if (this.notHere && (lost || unknown.length)) this.count.after(this.notHere);
    else this.after(...[this.notHere].filter(Boolean));
  }

  /**
   * The pages of the site that have some words: those whose title has all of them, or what people call
   * them, and others.
   * @param {string} text
   * @returns {[HTMLElement[], HTMLElement[]]}
   */
  pagesOn(text) {
    if (!this.pages) {
      this.loading ??= this.load();
      return [[], []];
    }
    const defined = DEFINITION.exec(text)?.[1];
    const sought = defined ?? text;
    const all = this.pages.search(sought, { combineWith: "AND", prefix: true });
    // Who asks what a term means looks for no task.
    const called = (/** @type {Page} */ { searched = "" }) => (defined ? "" : searched);
    const isCalled = (/** @type {Page} */ page) =>
      called(page).toLowerCase().split("\n").includes(sought.toLowerCase());
    const found = [...new Set([...all.filter(isCalled), ...all])].slice(0, BESIDE);
    const wanted = this.stems(sought);
    const isNamed = (/** @type {Page} */ page) =>
      [page.title, page.name ?? "", called(page)].some((own) =>
        wanted.every((word) => this.stems(own).includes(word)),
      );
    const [named, others] = [found.filter(isNamed), found.filter((page) => !isNamed(page))];
    return [named.map(shownPage), others.map(shownPage)];
  }

  /** Fetch what is known of the other pages, once somebody asks for words. */
  async load() {
    const [{ default: MiniSearch }, { docs }] = await Promise.all([import("./minisearch.js"), fetched(PAGES)]);
    const boostDocument = (/** @type {string} */ id) => (/\/(exercises\/.|quiz\/#)/.test(id) ? 0.3 : 1); // they ask
    const searchOptions = { boost: { name: 3, title: 3, searched: 3 }, boostDocument };
    const fields = ["name", "title", "text", "searched"];
    const storeFields = ["name", "title", "searched", "location"];
    const how = { idField: "location", fields, storeFields, searchOptions };
    const pages = new MiniSearch(/** @type {any} */ (how));
    await pages.addAllAsync(docs); // a few at a time: a phone stays usable meanwhile
    this.pages = /** @type {any} */ (pages);
    this.show();
  }

  /**
   * What is said above the list.
   * @param {string} text
   * @param {number} shown
   * @param {number} known how many have the message
   * @param {boolean} lost whether there is a message that none has
   * @param {string[]} unknown
   */
  answer(text, shown, known, lost, unknown) {
    const answer = [];
    if (lost) answer.push("No page here has this message.");
    if (unknown.length) answer.push(`No page here has the words: ${unknown.slice(0, 8).join(", ")}.`);
    if (lost && shown) answer.push("The nearest by its words:");
    if (known > 1) answer.push(`${known} pages have this message, each with another cause; the likeliest first`);
    else if (!lost) answer.push(shown ? `${shown} of ${this.items.length}${text ? ", the likeliest first" : ""}` : "Nothing here fits.");
    return answer.join(" ");
  }
}
customElements.define("quirk-finder", QuirkFinder);

/** @param {URL} address */
function fetched(address) {
  return fetch(address).then((answer) => answer.json());
}

/**
 * A page, or a section of one, that has the words.
 * @typedef {{title: string, location: string, name?: string, searched?: string}} Page
 * @param {Page} page
 */
function shownPage({ title, location, name, searched }) {
  const link = element("a", { href: new URL(`../${location}`, PAGES).href, textContent: name || title });
  const [page, section] = location.split("#");
  const place = page.split("/").filter(Boolean).at(-1) ?? "home";
  const kind = element("span", { className: "kind", textContent: section ? `in ${place}` : "page" });
  const called = searched ? [element("p", { textContent: searched.split("\n")[0] })] : [];
  return element("li", { className: "of-site" }, link, " ", kind, ...called);
}

/**
 * What an error or a warning says in a text, without its name; null where there is none.
 * @param {string} text
 */
function raised(text) {
  const lines = [...text.matchAll(RAISED)].map(([, said]) => said);
  return lines.length ? lines.join("\n") : null;
}

/**
 * What may have raised: of a traceback, PyTorch's functions in it and the last one, not the lines of
 * the program that led there; of any other text, all of it.
 * @param {string} text
 */
function blamed(text) {
  const frames = [...text.matchAll(FRAME)];
  if (!frames.length) return text;
  const parts = frames.map(({ index }, place) => text.slice(index, frames[place + 1]?.index));
  return parts.filter((_, place) => !frames[place + 1] || /[\\/]torch[\\/]/.test(frames[place][1])).join("\n");
}

/** Keep the question for the pages that it leads to. It may not be stored, and then they do without. */
function remember() {
  try {
    sessionStorage.setItem("asked", location.hash);
  } catch {
    // the browser does not let the page store it
  }
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

/**
 * The name of a module, or of the function behind it, as both have it.
 * @param {string} name
 */
function squashed(name) {
  return name.toLowerCase().replaceAll("_", "").replace(/loss$/, "");
}

/**
 * Which of two lists of numbers is the greater: where they first differ.
 * @param {number[]} one
 * @param {number[]} other
 */
function compared(one, other) {
  const differing = one.findIndex((number, place) => number !== other[place]);
  return differing < 0 ? 0 : one[differing] - other[differing];
}

/** @param {string} said */
function abstract(said) {
  return said.toLowerCase().replace(/[\s\d.,()[\]]+/g, " ").trim();
}
