// What the explorer draws: the map of pairings, and which output meets which target.
"use strict";

/** @type {Record<string, string>} what the sign of a place stands for, in a word */
const MAP_WORDS = { right: "right", other: "another objective", seldom: "not always reached", wrong: "wrong", error: "error" };

/** @typedef {{activation: string, loss: string, kind: string, words: string, warns: boolean}} Place */

/**
 * For one output and target, each activation before each loss, by its verdict: a grid with one tab
 * stop, in which arrow keys move. On a phone the same links are a list.
 */
class PairingMap {
  /**
   * @param {PairingRecords} records
   * @param {(activation: string, loss: string) => string} address of a combination
   */
  constructor(records, address) {
    this.records = records;
    this.address = address;
    this.said = element("p", { className: "map-said" });
    this.said.ariaHidden = "true"; // each link says it, in its name
    this.legend = element("ul", { className: "map-legend" });
    this.grid = element("div", { className: "map-grid" });
    this.list = element("div", { className: "map-list" });
    this.element = element("section", { className: "pairing-map" }, this.legend, this.grid, this.said, this.list);
    this.element.ariaLabel = "Map of pairings";
    this.grid.addEventListener("keydown", (event) => this.move(event));
    this.grid.addEventListener("focusin", ({ target }) => this.tell(target));
    this.grid.addEventListener("mouseover", ({ target }) => this.tell(target));
    this.grid.addEventListener("mouseleave", () => this.tell(this.current()));
  }

  /** @param {Choice} state */
  show(state) {
    const form = [state.outputs, this.records.target(state), state.task].join();
    if (this.element.dataset.form !== form) this.draw(state);
    this.element.dataset.form = form;
    for (const link of this.element.querySelectorAll("a")) {
      const isChosen = link.dataset.activation === state.activation && link.dataset.loss === state.loss;
      link.ariaCurrent = isChosen ? "true" : null;
      if (this.grid.contains(link)) link.tabIndex = isChosen ? 0 : -1;
    }
    for (const head of this.grid.querySelectorAll("th")) {
      head.classList.toggle("chosen", [state.activation, state.loss].includes(head.abbr));
    }
    this.tell(this.current());
  }

  /** @param {Choice} state */
  draw(state) {
    const { activation, loss } = this.records.names;
    const rows = activation.map((one) => loss.map((other) => this.at(state, one, other)));
    const places = rows.flat();
    const kinds = Object.keys(MAP_WORDS).filter((kind) => places.some((place) => place.kind === kind));
    this.legend.replaceChildren(
      ...kinds.map((kind) => {
        const count = places.filter((place) => place.kind === kind).length;
        return element("li", {}, element("span", { className: `kind ${kind}`, textContent: MAP_WORDS[kind] }), ` ${count}`);
      }),
    );
    if (places.some(({ warns }) => warns)) {
      this.legend.append(element("li", {}, element("span", { className: "map-warns", textContent: "!" }), " with a warning"));
    }
    this.grid.replaceChildren(this.table(state, rows));
    this.list.replaceChildren(...kinds.map((kind) => this.fold(kind, places)));
  }

  /**
   * @param {Choice} state
   * @param {string} activation
   * @param {string} loss
   * @returns {Place}
   */
  at(state, activation, loss) {
    const result = this.records.look({ activation, loss, outputs: state.outputs, target: this.records.target(state) });
    const kind = this.records.kind(result, state.task);
    const warns = result[0] === "warns";
    const more = warns ? ", with a warning" : this.records.atTimes(result) ? " for some values" : kind === "wrong" ? ", in silence" : "";
    return { activation, loss, kind, warns, words: MAP_WORDS[kind] + more };
  }

  /**
   * @param {Choice} state
   * @param {Place[][]} rows
   */
  table(state, rows) {
    const corner = element("th", { scope: "col", textContent: "Activation" });
    const heads = rows[0].map(({ loss }) => {
      const name = element("span", { textContent: loss.replace(/Loss$/, "") });
      return element("th", { scope: "col", abbr: loss }, name);
    });
    const lines = rows.map((line) => {
      const [{ activation }] = line;
      const cells = line.map((place) => element("td", { role: "gridcell" }, this.link(place, "")));
      return element("tr", {}, element("th", { scope: "row", abbr: activation, textContent: activation }), ...cells);
    });
    const caption = element("caption", {
      textContent: `Outputs ${state.outputs}, target ${this.records.target(state)}. Across: the loss, without the word “Loss”.`,
    });
    const table = element("table", { className: "map-table", role: "grid" }, caption, element("thead", {}, element("tr", {}, corner, ...heads)), element("tbody", {}, ...lines));
    return table;
  }

  /**
   * @param {Place} place
   * @param {string} textContent
   */
  link({ activation, loss, kind, warns, words }, textContent) {
    const href = this.address(activation, loss);
    const link = element("a", { href, className: warns ? `${kind} map-warns` : kind, textContent });
    Object.assign(link.dataset, { activation, loss });
    link.ariaLabel = `${activation} before ${loss}: ${words}`;
    return link;
  }

  /**
   * What is of one kind, by loss: on a phone.
   * @param {string} kind
   * @param {Place[]} places
   */
  fold(kind, places) {
    const own = places.filter((place) => place.kind === kind);
    const losses = [...new Set(own.map(({ loss }) => loss))].sort((one, other) => this.order(one) - this.order(other));
    const items = losses.map((loss) => {
      const links = own.filter((place) => place.loss === loss).map((place) => this.link(place, place.activation));
      return element("li", {}, element("span", { textContent: loss }), ...links);
    });
    const name = element("span", { className: `kind ${kind}`, textContent: MAP_WORDS[kind] });
    const summary = element("summary", {}, name, ` ${own.length}`);
    return element("details", { className: "numbers", open: kind === "right" }, summary, element("ul", {}, ...items));
  }

  /** @param {string} loss */
  order(loss) {
    return this.records.names.loss.indexOf(loss);
  }

  /** @returns {HTMLElement} the link in the grid that Tab leads to */
  current() {
    return this.grid.querySelector("a[tabindex='0']");
  }

  /** @param {EventTarget} target */
  tell(target) {
    if (!(target instanceof HTMLAnchorElement)) return;
    const isOpen = target.ariaCurrent === "true";
    this.said.textContent = isOpen ? target.ariaLabel : `${target.ariaLabel}. Press Enter or click to open it below.`;
    this.said.className = `map-said kind ${target.className.split(" ")[0]}`;
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const cell = /** @type {HTMLElement} */ (event.target).closest("td");
    if (!cell || event.altKey || event.metaKey) return;
    const rows = [...this.grid.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("a")]);
    const row = rows.findIndex((line) => line.includes(cell.querySelector("a")));
    const column = cell.cellIndex - 1;
    const [lastRow, lastColumn] = [rows.length - 1, rows[0].length - 1];
    /** @type {Record<string, [number, number]>} */
    const ways = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? lastRow : row, lastColumn],
    };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    const next = rows[Math.min(lastRow, Math.max(0, way[0]))][Math.min(lastColumn, Math.max(0, way[1]))];
    this.current().tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

/**
 * Which output meets which target, where two different shapes broadcast; nothing, where they do not.
 * @param {Recorded} data
 * @param {Choice} state
 */
function broadcastOf({ sizes, losses }, { loss, outputs, shape }) {
  const [out, goal] = [outputs, shape].map(axesOf);
  if (!losses[loss] || out.join() === goal.join() || Math.max(out.length, goal.length) !== 2) return null;
  const size = (/** @type {string} */ name) => sizes[name] ?? 1;
  const whole = (/** @type {string[]} */ names) => [...Array(2 - names.length).fill(""), ...names];
  const [rows, columns] = [0, 1].map((axis) => Math.max(size(whole(out)[axis]), size(whole(goal)[axis])));
  const index = (/** @type {string[]} */ names, /** @type {number[]} */ place) =>
    whole(names)
      .map((name, axis) => (name === "" ? null : size(name) === 1 ? 0 : place[axis]))
      .filter((number) => number !== null);
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const [output, target] = [index(out, [row, column]), index(goal, [row, column])];
      return { output: `output[${output}]`, target: `target[${target}]`, meant: output[0] === target[0] };
    }),
  );
  const count = (/** @type {string[]} */ names) => names.reduce((product, name) => product * size(name), 1);
  return { lines, pairs: rows * columns, samples: sizes.N, outputs: count(out), targets: count(goal) };
}

/**
 * The picture of it: a square for each pair, and in words which are of one sample.
 * @param {Recorded} data
 * @param {Choice} state
 */
function broadcastPicture(data, state) {
  const met = broadcastOf(data, state);
  if (!met) return null;
  const pairs = met.lines.flat();
  const meant = pairs.filter((pair) => pair.meant).length;
  const rows = met.lines.map((line) =>
    element("tr", {}, ...line.map(({ output, target, meant }) => {
      const words = `${output} ${target}`;
      return element("td", { className: meant ? "meant" : "not-meant" }, ...(meant ? [words] : [element("s", { textContent: words })]));
    })),
  );
  const others = met.pairs - meant;
  const [fewer, more] = met.outputs > met.targets ? ["target", "outputs"] : ["output", "targets"];
  const which = others
    ? `${meant} are an output with a target of its own sample (✓), and ${others} with another sample’s (crossed out).`
    : `In each, both are of one sample (✓), and each ${fewer} meets ${met.pairs / Math.min(met.outputs, met.targets)} ${more}.`;
  const broadcast = `Outputs ${state.outputs} and a target ${state.shape} broadcast: ${met.pairs} pairs from ${met.samples} samples.`;
  const caption = element("caption", { textContent: `${broadcast} ${which}` });
  const table = element("table", { className: "recorded explorer-broadcast" }, caption, element("tbody", {}, ...rows));
  const box = element("div", { className: "explorer-scroll", tabIndex: 0, role: "region" }, table);
  box.ariaLabel = "Which output meets which target";
  return box;
}
