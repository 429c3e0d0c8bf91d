// What ran of all pairings: looked up, judged, and mended. It touches no page.
"use strict";

/**
 * What is chosen: an activation, a loss and so on, by the name of its field.
 * @typedef {Record<string, string>} Choice
 *
 * What a combination did: outcome, phase, message, verdicts by what the target is taken for, why it
 * says so, and, where that was counted, the share of starts from which training arrives, or the
 * number of those from which outputs end in the right order.
 * @typedef {[string, string, string, Choice, string, Record<string, number>?]} Result
 *
 * What ran: the names of all that can be chosen, and what came of each combination.
 * @typedef {{
 *   activations: Choice, losses: Record<string, boolean>, sizes: Record<string, number>, starts: Record<string, number>,
 *   outputs: Record<string, {code: string, axis: string}>,
 *   targets: Record<string, {kind: string, shape: string, dtype: string, code: string}>,
 *   cells: string, results: Result[], cuda: string[],
 *   folds: Record<string, Record<string, string>>,
 *   elsewhere: [string, string, string, string, boolean, string[]][],
 *   quirks: [string, string, Record<string, string[]>[]][],
 *   usual: Record<string, [string, string][]>,
 *   program: string, ran: string, takes: Choice, gives: Choice, verdicts: Choice, plain: Choice,
 * }} Recorded
 *
 * The loss at some steps of training, "inf" or "nan" where it is no number.
 * @typedef {{name: string, steps: number[], losses: (number | string)[]}} Curve
 *
 * A combination that is right, without a warning or another reservation: what it is made of, and
 * for which readings of the target.
 * @typedef {{parts: Choice, tasks: string[]}} Fit
 */

// How a verdict begins, up to its colon, the kindest first -> the class that gives its sign and colour.
/** @type {Record<string, string>} */
const PAIRING_KINDS = {
  correct: "right",
  "other objective": "other",
  "not always reached": "seldom",
  "seldom reached": "seldom",
  wrong: "wrong",
};
// Of what can be changed, what is the least trouble to change.
/** @type {Record<string, number>} */
const TROUBLE = { dtype: 1, activation: 1.1, shape: 1.2, loss: 2, outputs: 2.5 };

class PairingRecords {
  /** @param {Recorded} data */
  constructor(data) {
    this.data = data;
    /** @type {Record<string, string[]>} */
    this.names = {
      activation: Object.keys(data.activations),
      loss: Object.keys(data.losses),
      outputs: Object.keys(data.outputs),
      target: Object.keys(data.targets),
    };
    this.count = Object.values(this.names).reduce((product, { length }) => product * length, 1);
    /** @type {Promise<{steps: number[], rows: {curve: (number | string)[], trains: string[]}[]}>} */
    this.fetched = null;
    this.digits = data.cells.length / this.count; // of the number of a result
  }

  /**
   * The number of a combination's record.
   * @param {Choice} combination
   */
  place(combination) {
    let place = 0;
    for (const [part, names] of Object.entries(this.names)) {
      place = place * names.length + names.indexOf(combination[part]);
    }
    return place;
  }

  /** @param {number} place */
  at(place) {
    const code = this.data.cells.slice(this.digits * place, this.digits * (place + 1));
    return this.data.results[parseInt(code, 36)];
  }

  /**
   * The recorded result of a combination.
   * @param {Choice} combination
   */
  look(combination) {
    return this.at(this.place(combination));
  }

  /**
   * The name of a target, as the records have it.
   * @param {Choice} state
   */
  target({ values, shape, dtype }) {
    return `${values} ${shape} ${dtype}`;
  }

  /**
   * What the target can be taken for, with these outputs.
   * @param {Choice} state
   */
  tasks({ outputs, ...state }) {
    const target = this.target(state);
    for (const activation of this.names.activation) {
      for (const loss of this.names.loss) {
        const tasks = Object.keys(this.look({ activation, loss, outputs, target })[3]);
        if (tasks.length) return tasks;
      }
    }
    return [];
  }

  /**
   * The kindest verdict: for one reading of the target, or for all that it can mean.
   * @param {Result} result
   * @param {string} [task]
   */
  kind([outcome, , , verdicts], task) {
    if (outcome.startsWith("raises")) return "error";
    const found = (task ? [verdicts[task] ?? "wrong"] : Object.values(verdicts)).map(kindOf);
    return Object.values(PAIRING_KINDS).find((kind) => found.includes(kind)) ?? "wrong";
  }

  /**
   * The verdict that is the kindest, in full.
   * @param {Result} result
   * @param {string} [task]
   */
  verdict(result, task) {
    const kind = this.kind(result, task);
    return (task ? [result[3][task]] : Object.values(result[3])).find((verdict) => verdict && kindOf(verdict) === kind);
  }

  /**
   * Whether an error hangs on the values: with others, it runs.
   * @param {Result} result
   */
  atTimes([outcome, , , verdicts]) {
    return outcome.startsWith("raises") && (outcome !== "raises" || Object.keys(verdicts).length > 0);
  }

  /** Every combination that is right, and of which nothing else is to be said. */
  fits() {
    if (this.known) return this.known;
    /** @type {Fit[]} */
    this.known = [];
    for (let place = 0; place < this.count; place++) {
      const [outcome, , , verdicts] = this.at(place);
      const tasks = Object.keys(verdicts).filter((task) => verdicts[task] === "correct");
      if (outcome === "silent" && tasks.length) this.known.push({ parts: this.parts(place), tasks });
    }
    return this.known;
  }

  /**
   * Those of them that are for a target which holds the same.
   * @param {Choice} form
   */
  fitsFor({ values, shape }) {
    return this.fits().filter(({ parts }) => parts.values === values && sameNumbers(parts.shape, shape));
  }

  /** @param {number} place of a record */
  parts(place) {
    /** @type {Choice} */
    const found = {};
    for (const [part, names] of Object.entries(this.names).reverse()) {
      found[part] = names[place % names.length];
      place = Math.floor(place / names.length);
    }
    const { activation, loss, outputs } = found;
    const { kind, shape, dtype } = this.data.targets[found.target];
    return { activation, loss, outputs, values: kind, shape, dtype };
  }

  /**
   * The combination to recommend, for the same kind of target: right without a reservation, and with
   * a usual pair for such a target or with the loss that the reader has. Of these, the one that is
   * the fewest changes away, then the most usual, then the one that is the least trouble.
   * @param {Choice} state
   * @returns {{other: Choice, changed: string[]} | null} nothing, if none is right for such a target
   */
  nearest(state) {
    const usual = state.task ? Object.values(this.data.usual).flat() : (this.data.usual[state.values] ?? []);
    let best = null;
    for (const { parts, tasks } of this.fitsFor(state)) {
      if (state.task && !tasks.includes(state.task)) continue;
      const rank = rankOf(parts, usual);
      if (rank < 0 && parts.loss !== state.loss) continue;
      const changed = Object.keys(TROUBLE).filter((part) => parts[part] !== state[part]);
      const far = changed.length * 1000 + (rank < 0 ? usual.length : rank) * 20 + troubleOf(changed);
      if (!best || far < best.far) best = { other: state.task ? { ...parts, task: state.task } : parts, changed, far };
    }
    return best && { other: best.other, changed: best.changed };
  }

  /**
   * How much trouble it is to get from a form of outputs and target to one that is right with a usual pair.
   * @param {Choice} form
   */
  distance(form) {
    const usual = this.data.usual[form.values] ?? [];
    const own = this.fitsFor(form).filter(({ parts }) => rankOf(parts, usual) >= 0);
    const changes = own.map(({ parts }) => ["outputs", "shape", "dtype"].filter((part) => parts[part] !== form[part]));
    return Math.min(...changes.map(troubleOf));
  }

  /**
   * What a combination does with other releases and on other devices, where that is different.
   * @param {Choice} combination
   */
  elsewhere(combination) {
    const place = this.place(combination);
    const among = (/** @type {string} */ reference) => {
      const [first, last = first, step = 1] = reference.split(/[-/]/).map(Number);
      return first <= place && place <= last && (place - first) % step === 0;
    };
    return this.data.elsewhere.filter(([, , , , , places]) => places.some(among));
  }

  /**
   * The loss while a pairing trains, if that is recorded. All curves are fetched when one is first
   * asked for; a page that was opened from a file has none.
   * @param {Choice} state
   * @returns {Promise<Curve | null>}
   */
  async curve({ activation, loss, outputs, values, shape, dtype }) {
    const isIndex = outputs === "(N, C)" && shape === "(N,)";
    if (location.protocol === "file:" || dtype !== (isIndex ? "int64" : "float32")) return null;
    this.fetched ??= fetch("../data/curves.json").then((answer) => answer.json());
    const { steps, rows } = await this.fetched;
    const form = outputs === "(N,)" && shape === "(N,)" ? ["(N, 1)", values, "(N, 1)"] : [outputs, values, shape];
    const name = [activation, loss, ...form].join(" | ");
    const own = rows.find(({ trains }) => trains.includes(name));
    return own ? { name: `${activation} before ${loss}`, steps, losses: own.curve } : null;
  }

  /** @param {Choice} combination */
  program({ activation, loss, outputs, target }) {
    const { code, axis } = this.data.outputs[outputs];
    /** @type {Record<string, string>} */
    const parts = {
      logits: code,
      activation: this.data.activations[activation].replace("{axis}", axis),
      loss,
      target: this.data.targets[target].code,
    };
    return this.data.program
      .replace(/(?<!\{)\{(\w+)\}(?!\})/g, (_, name) => parts[name])
      .replaceAll("{{", "{")
      .replaceAll("}}", "}");
  }

  /**
   * The page that explains a combination which is silently wrong.
   * @param {Choice} state
   */
  quirk(state) {
    const meets = (/** @type {Record<string, string[]>} */ pattern) =>
      Object.entries(pattern).every(([part, wanted]) => wanted.includes(state[part]));
    return this.data.quirks.find(([, , patterns]) => patterns.some(meets));
  }
}

/** @param {string} verdict */
function kindOf(verdict) {
  return PAIRING_KINDS[verdict.split(":")[0]] ?? "wrong";
}

/** @param {string} shape such as "(N, C)" */
function axesOf(shape) {
  return shape.match(/\w+/g);
}

/**
 * The place of a pair among the usual ones, -1 if it is none.
 * @param {Choice} pair
 * @param {[string, string][]} usual
 */
function rankOf(pair, usual) {
  return usual.findIndex(([activation, loss]) => activation === pair.activation && loss === pair.loss);
}

/** @param {string[]} changed parts of a combination */
function troubleOf(changed) {
  return changed.reduce((sum, part) => sum + TROUBLE[part], 0);
}

/**
 * Whether two shapes hold the same numbers: axes that only moved, and axes of size 1.
 * @param {string} one
 * @param {string} other
 */
function sameNumbers(one, other) {
  const [own, others] = [one, other].map((shape) => axesOf(shape).filter((axis) => axis !== "1").sort());
  return own.join() === others.join();
}
