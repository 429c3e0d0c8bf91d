// The pairing explorer: any recorded combination, from the data in the page. It asks for nothing.
"use strict";

/**
 * What is chosen: an activation, a loss and so on, by the name of its field.
 * @typedef {Record<string, string>} Choice
 *
 * What ran: the names of all that can be chosen, and what came of each combination.
 * @typedef {{
 *   activations: Choice, losses: Record<string, boolean>, sizes: Record<string, number>,
 *   outputs: Record<string, {code: string, axis: string}>,
 *   targets: Record<string, {kind: string, shape: string, dtype: string, code: string}>,
 *   cells: string, results: [string, string, string, Choice, string][],
 *   elsewhere: [string, string, string, string, boolean, string[]][],
 *   quirks: [string, string, Record<string, string[]>[]][],
 *   program: string, ran: string, takes: Choice, gives: Choice, verdicts: Choice,
 * }} Recorded
 */

class PairingExplorer extends HTMLElement {
  connectedCallback() {
    /** @type {Recorded} */
    this.data = JSON.parse(this.querySelector("script").textContent);
    const { activations, losses, outputs, targets } = this.data;
    /** @type {Record<string, string[]>} */
    this.names = {
      activation: Object.keys(activations),
      loss: Object.keys(losses),
      outputs: Object.keys(outputs),
      target: Object.keys(targets),
    };
    const kinds = [...new Set(Object.values(targets).map(({ kind }) => kind))];
    /** @type {{name: string, label: string, options?: string[], select?: HTMLSelectElement}[]} */
    this.fields = [
      { name: "activation", label: "Output activation", options: this.names.activation },
      { name: "loss", label: "Loss", options: this.names.loss },
      { name: "outputs", label: "Output shape", options: this.names.outputs },
      { name: "values", label: "The target holds", options: kinds },
      { name: "shape", label: "Target shape" },
      { name: "dtype", label: "Target dtype" },
    ];
    /** @type {Choice} */
    this.state = {
      activation: "Softmax",
      loss: "CrossEntropyLoss",
      outputs: "(N, C)",
      values: "class index",
      shape: "(N,)",
      dtype: "int64",
    };
    this.build();
    this.readAddress();
    addEventListener("hashchange", () => this.readAddress());
  }

  // The form, and the places that a choice fills.
  build() {
    const form = element("form", { className: "explorer-choices" });
    for (const field of this.fields) {
      field.select = element("select", { name: field.name, id: `explorer-${field.name}` });
      field.select.addEventListener("change", () => {
        this.state[field.name] = field.select.value;
        location.replace(`#${new URLSearchParams(this.complete(this.state))}`);
        this.show();
      });
      const label = element("label", { htmlFor: field.select.id, textContent: field.label });
      form.append(element("div", {}, label, field.select));
    }
    this.notice = element("p", { className: "explorer-notice", role: "status" });
    this.result = element("div", { className: "explorer-result" });
    this.live = element("p", { className: "explorer-live", role: "status" });
    this.replaceChildren(form, this.notice, this.live, this.result);
  }

  // What an address asks for; what does not exist is said, and something that does is shown.
  readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const unknown = [];
    if (this.fields.some(({ name }) => asked.has(name))) {
      for (const { name, options } of this.fields) {
        const value = asked.get(name);
        if (value === null) continue;
        const targets = Object.values(this.data.targets);
        const known = options ?? targets.map(({ shape, dtype }) => (name === "shape" ? shape : dtype));
        if (known.includes(value)) this.state[name] = value;
        else unknown.push(`${name} “${value.slice(0, 40)}”`);
      }
    }
    const before = { ...this.state };
    this.state = this.complete(this.state);
    for (const name of ["shape", "dtype"]) {
      if (asked.has(name) && before[name] !== this.state[name]) {
        unknown.push(`${before.values} with ${name} ${before[name]}`);
      }
    }
    this.notice.textContent = unknown.length
      ? `The address asks for ${unknown.join(" and ")}, which is not among what ran. This is shown instead.`
      : "";
    this.show();
  }

  /**
   * A target has only some shapes, and only some dtypes.
   * @param {string} name
   * @param {Choice} chosen
   */
  choices(name, { values, shape }) {
    const targets = Object.values(this.data.targets).filter(({ kind }) => kind === values);
    if (name === "shape") return [...new Set(targets.map((target) => target.shape))];
    const fitting = targets.filter((target) => target.shape === shape);
    return [...new Set(fitting.map(({ dtype }) => dtype))];
  }

  /** @param {Choice} state */
  complete(state) {
    const whole = { ...state };
    for (const name of ["shape", "dtype"]) {
      const choices = this.choices(name, whole);
      if (!choices.includes(whole[name])) whole[name] = choices[0];
    }
    return whole;
  }

  /** @param {Choice} state */
  form({ values, shape, dtype }) {
    return `${values} ${shape} ${dtype}`;
  }

  /**
   * The number of a combination's record.
   * @param {Choice} parts
   */
  place(parts) {
    let place = 0;
    for (const [part, names] of Object.entries(this.names)) {
      place = place * names.length + names.indexOf(parts[part]);
    }
    return place;
  }

  /**
   * The recorded result of a combination.
   * @param {Choice} combination
   */
  look(combination) {
    const place = this.place(combination);
    const code = this.data.cells.slice(2 * place, 2 * place + 2);
    return this.data.results[parseInt(code, 36)];
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
    return this.data.elsewhere
      .filter(([, , , , , places]) => places.some(among))
      .map(([where, outcome, phase, said, unnoticed]) => {
        /** @type {Choice} */
        const outcomes = {
          raises: `an error in the ${phase} pass.`,
          warns: "a warning, and it goes on.",
          silent: "no error and no warning.",
          crashes: "the process ends.",
          absent: "there is no such thing.",
        };
        const warning = " What is an error elsewhere goes unnoticed there.";
        const className = unnoticed ? "explorer-elsewhere wrong" : "explorer-elsewhere";
        const textContent = `${where}: ${outcomes[outcome]}${unnoticed ? warning : ""}`;
        const line = element("p", { className, textContent });
        return said ? element("div", {}, line, listing(said)) : line;
      });
  }

  /**
   * The combination that is right, without a reservation, and the fewest changes away, for the
   * same kind of target.
   * @param {Choice} state
   */
  nearest(state) {
    /** @type {Record<string, number>} */
    const weight = { dtype: 1, activation: 1.1, shape: 1.2, loss: 2, outputs: 2.5 };
    let best = null;
    for (const target of this.names.target) {
      const { kind, shape, dtype } = this.data.targets[target];
      if (kind !== state.values) continue;
      for (const activation of this.names.activation) {
        for (const loss of this.names.loss) {
          for (const outputs of this.names.outputs) {
            /** @type {Choice} */
            const other = { activation, loss, outputs, values: kind, shape, dtype };
            const changed = Object.keys(weight).filter((part) => other[part] !== state[part]);
            const distance = changed.reduce((sum, part) => sum + weight[part], 0);
            if (best && distance >= best.distance) continue;
            const verdicts = Object.values(this.look({ ...other, target })[3]);
            if (verdicts.some((v) => v === "correct")) best = { other, changed, distance };
          }
        }
      }
    }
    return best;
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

  show() {
    this.state = this.complete(this.state);
    for (const { name, options, select } of this.fields) {
      const choices = options ?? this.choices(name, this.state);
      select.replaceChildren(
        ...choices.map((value) =>
          element("option", { value, textContent: value, selected: value === this.state[name] }),
        ),
      );
    }
    const combination = { ...this.state, target: this.form(this.state) };
    const [outcome, phase, said, verdicts, reason] = this.look(combination);
    const kind = this.kindest(outcome, verdicts);
    const silence = outcome === "silent" ? " PyTorch says nothing." : "";
    const words = {
      error: `PyTorch raises an error in the ${phase} pass.`,
      right: "Right.",
      other: "Another objective, whose optimum is still the truth.",
      ranks: `Wrong: the order is right, the values are not.${silence}`,
      wrong: `Wrong.${silence}`,
    };
    const title = element("p", { className: `verdict ${kind}`, textContent: words[kind] });
    /** @type {HTMLElement[]} */
    const parts = [title];
    if (said) parts.push(listing(said));
    if (said) {
      const href = `../../find/?message=${encodeURIComponent(said)}`;
      parts.push(element("p", {}, element("a", { href, textContent: "Pages about this message" })));
    }
    if (outcome === "warns") {
      parts.push(element("p", { className: "verdict warns", textContent: "PyTorch warns, and goes on." }));
    }
    const why = [reason, this.data.gives[this.state.activation], this.data.takes[this.state.loss]];
    parts.push(paragraph(why.filter(Boolean).join(" ")));
    const quirk = ["ranks", "wrong"].includes(kind) ? this.quirk() : null;
    if (quirk) {
      const link = element("a", { href: `../quirks/${quirk[0]}/`, textContent: quirk[1] });
      parts.push(element("p", {}, "Measured on a page of its own: ", link, "."));
    }
    if (Object.keys(verdicts).length) {
      const list = element("dl", { className: "explorer-verdicts" });
      for (const [task, verdict] of Object.entries(verdicts)) {
        const name = element("dt", { textContent: `As ${task}: ${verdict.split(":")[0]}` });
        const how = element("dd", { textContent: this.data.verdicts[verdict] });
        list.append(element("div", {}, name, how));
      }
      parts.push(list);
    }
    const grid = outcome === "raises" ? null : this.broadcast();
    if (grid) parts.push(grid);
    parts.push(...this.elsewhere(combination), this.fix(kind), this.whole(combination));
    this.live.textContent = `${this.state.activation} before ${this.state.loss}: ${words[kind]}`;
    this.result.replaceChildren(...parts);
  }

  // The page that explains a combination which is silently wrong.
  quirk() {
    const meets = (/** @type {Record<string, string[]>} */ pattern) =>
      Object.entries(pattern).every(([part, wanted]) => wanted.includes(this.state[part]));
    return this.data.quirks.find(([, , patterns]) => patterns.some(meets));
  }

  /**
   * The kindest verdict among what the target can mean.
   * @param {string} outcome
   * @param {Record<string, string>} verdicts by what the target is taken for
   */
  kindest(outcome, verdicts) {
    const found = Object.values(verdicts);
    const has = (/** @type {string} */ start) => found.some((verdict) => verdict.startsWith(start));
    if (outcome === "raises") return "error";
    if (has("correct")) return "right";
    if (has("other objective")) return "other";
    return has("wrong: ranks right") ? "ranks" : "wrong";
  }

  /** @param {string} kind */
  fix(kind) {
    if (kind === "right") return paragraph("There is nothing to mend.");
    const near = this.nearest(this.state);
    if (!near) return paragraph("No output and loss here are right for such a target.");
    const labels = Object.fromEntries(this.fields.map(({ name, label }) => [name, label]));
    const changes = near.changed.map(
      (part) => `${labels[part].toLowerCase()} ${near.other[part]} instead of ${this.state[part]}`,
    );
    const link = element("a", {
      href: `#${new URLSearchParams(near.other)}`,
      textContent: "Show that",
    });
    const start = element("strong", { textContent: "The shortest way to a right one: " });
    return element("p", {}, start, `${changes.join(", ")}. `, link);
  }

  // Which outputs meet which targets, where two different shapes broadcast.
  broadcast() {
    const { sizes, losses, targets } = this.data;
    const axes = (/** @type {string} */ shape) => shape.match(/\w+/g);
    const out = axes(this.state.outputs);
    const goal = axes(targets[this.form(this.state)].shape);
    if (!losses[this.state.loss] || out.join() === goal.join()) return null;
    if (Math.max(out.length, goal.length) !== 2) return null;
    const pad = (/** @type {string[]} */ names) => [...Array(2 - names.length).fill(""), ...names];
    const [o, g] = [pad(out), pad(goal)];
    const size = (/** @type {string} */ name) => sizes[name] ?? 1;
    const shape = [0, 1].map((axis) => Math.max(size(o[axis]), size(g[axis])));
    const index = (/** @type {string[]} */ names, /** @type {number[]} */ place) =>
      names
        .map((name, axis) => (name === "" ? null : size(name) === 1 ? 0 : place[axis]))
        .filter((number) => number !== null);
    const table = element("table", { className: "recorded explorer-broadcast" });
    const meets = `Outputs of ${this.state.outputs} meet targets of ${targets[this.form(this.state)].shape}`;
    const count = `${shape[0]} × ${shape[1]} pairs from ${sizes.N} samples`;
    table.append(element("caption", { textContent: `${meets}: ${count}. Crossed: not the same sample.` }));
    const body = element("tbody");
    for (let row = 0; row < shape[0]; row++) {
      const line = element("tr");
      for (let column = 0; column < shape[1]; column++) {
        const place = [row, column];
        const same = index(o, place)[0] === index(g, place)[0];
        const words = `output[${index(o, place)}], target[${index(g, place)}]`;
        const content = same ? words : element("s", { textContent: words });
        line.append(element("td", { className: same ? "meant" : "not-meant" }, content));
      }
      body.append(line);
    }
    table.append(body);
    return element("div", { className: "explorer-scroll", tabIndex: 0, role: "region", ariaLabel: "Which output meets which target" }, table);
  }

  /** @param {Choice} combination */
  whole(combination) {
    const source = this.program(combination);
    const shown = listing(source);
    const copy = element("button", { type: "button", textContent: "Copy this program" });
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(shown);
        copy.textContent = "Selected: copy it with your keyboard";
      }
    });
    const ran = `This very program ran with ${this.data.ran}`;
    return element(
      "div",
      { className: "explorer-program" },
      shown,
      element("p", { className: "snippet-caption" }, `${ran} · `, copy),
    );
  }
}
customElements.define("pairing-explorer", PairingExplorer);

/**
 * Code that wraps or scrolls, without the copy button that Material adds once and forgets.
 * @param {string} textContent
 */
function listing(textContent) {
  const code = element("code", { textContent, tabIndex: 0 });
  return element("pre", { className: "no-copy" }, code);
}

/** @param {string} textContent */
function paragraph(textContent) {
  return element("p", { textContent });
}
