// The pairing explorer: any recorded combination, from the data in the page. It asks for nothing.
"use strict";

/** @typedef {{name: string, label: string, options?: string[], select?: HTMLSelectElement}} Field */

class PairingExplorer extends HTMLElement {
  connectedCallback() {
    this.records = new PairingRecords(JSON.parse(this.querySelector("script").textContent));
    this.data = this.records.data;
    const { activation, loss, outputs } = this.records.names;
    const kinds = [...new Set(Object.values(this.data.targets).map(({ kind }) => kind))];
    /** @type {Field[]} */
    this.fields = [
      { name: "activation", label: "Output activation", options: activation },
      { name: "loss", label: "Loss", options: loss },
      { name: "outputs", label: "Output shape", options: outputs },
      { name: "values", label: "The target holds", options: kinds },
      { name: "shape", label: "Target shape" },
      { name: "dtype", label: "Target dtype" },
      { name: "task", label: "Taken for" },
    ];
    /** @type {Choice} */
    this.state = {
      activation: "Softmax",
      loss: "CrossEntropyLoss",
      outputs: "(N, C)",
      values: "class index",
      shape: "(N,)",
      dtype: "int64",
      task: "",
    };
    this.build();
    this.readAddress();
    addEventListener("hashchange", () => this.readAddress());
  }

  // The forms, the map, and the places that a choice fills.
  build() {
    const form = element("form", { className: "explorer-choices" });
    for (const field of this.fields) {
      field.select = element("select", { name: field.name, id: `explorer-${field.name}` });
      field.select.addEventListener("change", () => this.choose({ [field.name]: field.select.value }));
      const label = element("label", { htmlFor: field.select.id, textContent: field.label });
      form.append(element("div", {}, label, field.select));
    }
    this.notice = element("p", { className: "explorer-notice", role: "status" });
    this.map = new PairingMap(this.records, (activation, loss) => this.address({ ...this.state, activation, loss }));
    this.verdict = element("div", { className: "explorer-verdict", tabIndex: -1 });
    this.result = element("div", { className: "explorer-result" });
    this.live = element("p", { className: "explorer-live", role: "status" });
    this.replaceChildren(this.typed(), form, this.notice, this.live, this.map.element, this.verdict, this.result);
  }

  // A form for the shapes and dtypes of one's own tensors.
  typed() {
    const row = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ placeholder) => {
      const input = element("input", { id: `explorer-${name}`, placeholder, autocomplete: "off", spellcheck: false });
      return { input, box: element("div", {}, element("label", { htmlFor: input.id, textContent: label }), input) };
    };
    const output = row("your-output", "Shape and dtype of your output", "(32, 10) float32");
    const target = row("your-target", "Shape and dtype of your target", "(32,) int64");
    const found = element("p", { className: "typed-found", role: "status" });
    const more = element("p", { className: "typed-more" });
    const submit = element("button", { textContent: "Find mine" });
    const form = element("form", { className: "explorer-typed" }, output.box, target.box, submit, found, more);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      found.replaceChildren(...this.find(output.input.value, target.input.value));
      more.replaceChildren(...this.beside(typedTensor(output.input.value)));
    });
    return form;
  }

  /**
   * Show what a reader's tensors do; return what to say of them.
   * @param {string} typedOutput
   * @param {string} typedTarget
   * @returns {(string | Node)[]}
   */
  find(typedOutput, typedTarget) {
    const given = [typedTensor(typedOutput), typedTensor(typedTarget)];
    const unfit = given.every(Boolean) ? whyUnfit(given[0], given[1]) : unread(given[0]);
    const [output, target] = unfit ? given : flattened(given[0], given[1]);
    const isFlat = output !== given[0]; // then the classes are axis 1
    const fitting = (/** @type {Tensor} */ one) => formsOf(this.records, output, one).filter(({ state }) => !isFlat || state.outputs !== "(N, L, C)");
    const forms = unfit ? [] : fitting(target);
    this.reveal(forms.length > 0);
    if (!forms.length) return [unfit || this.withoutForm(target, fitting({ ...target, dtype: "" }))];
    const far = (/** @type {Form} */ { state }) => this.records.distance(state);
    const near = forms.filter((form) => far(form) === far(forms[0]));
    const form = near.find(({ state }) => state.values === this.state.values) ?? forms[0];
    this.choose({ ...form.state, task: "" });
    const named = (/** @type {Form} */ { state }) => `${this.records.target(state)} with outputs ${state.outputs}`;
    const links = forms.filter((other) => other !== form).map((other) => {
      const href = this.address({ ...this.state, ...other.state });
      return element("li", {}, element("a", { href, textContent: named(other) }));
    });
    const flat = isFlat ? `${aboutFlattened(output, target)} ` : "";
    const said = `${flat}${aboutForm(form, output)} This is shown: ${named(form)}.`;
    return links.length ? [`${said} The same two tensors can also be:`, element("ul", {}, ...links)] : [said];
  }

  /**
   * The fold with other sizes, layouts and dtypes of such outputs, for the loss that is chosen.
   * @param {Tensor | null} output
   */
  beside(output) {
    if (!output) return [];
    const { loss } = this.state;
    const folds = this.data.folds[loss];
    const href = `../shapes-and-dtypes/#${folds?.[output.sizes.length] ?? (folds ? loss.toLowerCase() : "")}`;
    const named = `${folds ? `${loss} with` : "Losses with"} equal sizes, other layouts and dtypes`;
    return [element("a", { href, textContent: named }), ", images and samples without a batch: what each call computes, and its fix."];
  }

  /**
   * @param {Tensor} target of a pair that fits no form
   * @param {Form[]} others that it fits but for its dtype
   */
  withoutForm({ dtype }, others) {
    if (others.length) {
      const ran = [...new Set(others.map(({ state }) => state.dtype))].join(", ");
      const known = Object.values(this.data.targets).some((target) => target.dtype === dtype);
      return `No form like these two was run. No target of ${dtype} ran${known ? " with these shapes" : ""}. What ran with these shapes has a target of: ${ran}.`;
    }
    const dtypes = Object.values(this.data.targets).map((target) => target.dtype);
    const unknown = dtype && !dtypes.includes(dtype) ? ` No target of ${dtype} ran.` : "";
    const outputs = this.records.names.outputs.join(" or ");
    return `No form like these two was run.${unknown} What ran has outputs ${outputs}, and a target with axes of the same sizes.`;
  }

  /** @param {boolean} isKnown whether there is a pair to show; the last one is not that of a message */
  reveal(isKnown) {
    for (const part of [this.map.element, this.verdict, this.result]) part.hidden = !isKnown;
    if (!isKnown) this.live.textContent = "";
  }

  /** @param {Choice} changes by a reader */
  choose(changes) {
    this.state = this.complete({ ...this.state, ...changes });
    history.replaceState(history.state, "", this.address(this.state));
    this.notice.textContent = "";
    this.show();
  }

  /** @param {Choice} state */
  address(state) {
    const named = this.fields.map(({ name }) => [name, state[name]]).filter(([, value]) => value);
    return `#${new URLSearchParams(named)}`;
  }

  // What an address asks for; what does not exist is said, and something that does is shown.
  readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const unknown = [];
    if (this.fields.some(({ name }) => asked.has(name))) {
      this.state = { ...this.state, task: "" };
      for (const { name, options } of this.fields) {
        const value = asked.get(name);
        if (value === null) continue;
        const known = options ?? this.everywhere(name);
        if (known.includes(value)) this.state[name] = value;
        else unknown.push(`${name} “${value.slice(0, 40)}”`);
      }
    }
    const before = { ...this.state };
    this.state = this.complete(this.state);
    for (const name of ["shape", "dtype", "task"]) {
      if (asked.has(name) && before[name] !== this.state[name]) {
        unknown.push(`${before.values} with ${name} ${before[name]}`);
      }
    }
    this.notice.textContent = unknown.length
      ? `The address asks for ${unknown.join(" and ")}, which is not among what ran. This is shown instead.`
      : "";
    this.show();
  }

  /** @param {string} name of a field whose choices hang on the others */
  everywhere(name) {
    if (name === "task") return this.data.results.flatMap(([, , , verdicts]) => Object.keys(verdicts));
    return Object.values(this.data.targets).map(({ shape, dtype }) => (name === "shape" ? shape : dtype));
  }

  /**
   * A target has only some shapes, and only some dtypes, and can be taken for some tasks.
   * @param {string} name
   * @param {Choice} chosen
   */
  choices(name, chosen) {
    if (name === "task") return ["", ...this.records.tasks(chosen)];
    const targets = Object.values(this.data.targets).filter(({ kind }) => kind === chosen.values);
    if (name === "shape") return [...new Set(targets.map((target) => target.shape))];
    const fitting = targets.filter((target) => target.shape === chosen.shape);
    return [...new Set(fitting.map(({ dtype }) => dtype))];
  }

  /** @param {Choice} state */
  complete(state) {
    /** @type {Choice} */
    const whole = { task: "", ...state };
    for (const name of ["shape", "dtype", "task"]) {
      const choices = this.choices(name, whole);
      if (!choices.includes(whole[name])) whole[name] = choices[0];
    }
    return whole;
  }

  show() {
    this.state = this.complete(this.state);
    this.reveal(true);
    for (const { name, options, select } of this.fields) {
      const choices = options ?? this.choices(name, this.state);
      select.replaceChildren(
        ...choices.map((value) =>
          element("option", { value, textContent: value || "whatever it can mean", selected: value === this.state[name] }),
        ),
      );
      if (name === "task") select.parentElement.hidden = choices.length < 3;
    }
    this.map.show(this.state);
    const { activation, loss, outputs } = this.state;
    const target = this.records.target(this.state);
    const shown = new PairingResult(this.records, this.state, (state) => this.address(state));
    const which = `${activation} before ${loss}`;
    this.verdict.replaceChildren(
      element("p", { className: `verdict ${shown.kind}`, textContent: shown.title() }),
      element("p", { className: "explorer-which", textContent: `${which}, outputs ${outputs}, ${target}` }),
    );
    this.live.textContent = `${which}: ${shown.title()}`;
    const isFollowed = this.result.contains(document.activeElement); // a link that goes with the others
    this.result.replaceChildren(...shown.parts());
    if (isFollowed) this.verdict.focus();
  }
}

// The shapes and dtypes that a reader types, and the recorded forms that they can be.

/**
 * @typedef {{sizes: number[], dtype: string}} Tensor
 * @typedef {{state: Choice, sizes: Record<string, number>}} Form
 */

/** @type {Record<string, string>} what people call a dtype -> its name */
const DTYPES = { float: "float32", double: "float64", half: "float16", long: "int64", int: "int32", short: "int16", byte: "uint8" };

/**
 * A tensor such as "(32, 10) float32", "torch.Size([32, 10]), torch.float32" or "32 x 10 long".
 * @param {string} text
 * @returns {Tensor | null} nothing, if no shape is in it
 */
function typedTensor(text) {
  const named = text.toLowerCase().match(/(bfloat16|float(?:64|32|16)?|double|half|u?int(?:64|32|16|8)?|long|short|byte|bool)(?:tensor)?\b/);
  const rest = named ? text.toLowerCase().replace(named[0], "") : text;
  const sizes = (rest.match(/[([]\s*([\d\s,x×*]+?)[,\s]*[)\]]/)?.[1] ?? rest).match(/\d+/g) ?? [];
  if (!sizes.length && !/\(\s*\)|\[\s*\]/.test(rest)) return null;
  const word = text.match(/[)\]\d][\s,;:]*(?:dtype\s*=\s*)?(?:torch\.)?(?!x[\s\d]|x$)([a-z_]\w*)\s*$/i);
  const dtype = named?.[1] ?? (word ? `“${word[1].slice(0, 40)}”` : "");
  return { sizes: sizes.map(Number), dtype: DTYPES[dtype] ?? dtype };
}

/** @param {Tensor | null} output that was read, or not: then it is the first to be written */
function unread(output) {
  return `Write the shape of your ${output ? "target" : "output"} and its dtype, for example (32, 10) float32.`;
}

/**
 * Why two tensors are none that could be among what ran, if so.
 * @param {Tensor} output
 * @param {Tensor} target
 */
function whyUnfit(output, target) {
  const unknown = [output, target].find(({ dtype }) => dtype.startsWith("“"));
  if (unknown) return `${unknown.dtype} is not the name of a dtype that was run. Write one such as float32 or int64.`;
  if (/int|bool/.test(output.dtype)) {
    return `Outputs of ${output.dtype} cannot be trained: only floats have gradients. Give the loss the numbers that the model computes, without argmax, round or a comparison.`;
  }
  if (!output.sizes.length || !target.sizes.length) {
    return "What ran has a batch axis, which a tensor of shape () lacks. Type the shapes of a batch: output.unsqueeze(0) and target.unsqueeze(0) make a batch of one.";
  }
  if ([...output.sizes, ...target.sizes].includes(0)) return "An axis of size 0 holds no numbers, so there is nothing to train on. Type the shapes of a batch that is not empty.";
  return "";
}

/**
 * Outputs with several axes after the classes, as those of images, with these made one; others as they are.
 * @param {Tensor} output
 * @param {Tensor} target
 */
function flattened(output, target) {
  const places = output.sizes.slice(2);
  const before = target.sizes.length - places.length;
  const isSame = places.join() === target.sizes.slice(before).join();
  if (places.length < 2 || ![1, 2].includes(before) || !isSame) return [output, target];
  const size = places.reduce((product, one) => product * one, 1);
  return [output, target].map((tensor, number) => ({ ...tensor, sizes: [...tensor.sizes.slice(0, number ? before : 2), size] }));
}

/**
 * @param {Tensor} output
 * @param {Tensor} target
 */
function aboutFlattened(output, target) {
  const [one, other] = [output, target].map(({ sizes }) => `(${sizes.join(", ")})`);
  return `This is of output.flatten(2) and target.flatten(${target.sizes.length - 1}), of shapes ${one} and ${other}: with more axes, the words of an error may differ.`;
}

/**
 * The size of each axis, if a shape has as many, and each name one size; an axis called 1 is of size 1.
 * @param {string} shape
 * @param {number[]} sizes
 * @param {Record<string, number>} known
 */
function matchedSizes(shape, sizes, known) {
  const axes = axesOf(shape);
  const found = { ...known };
  if (axes.length !== sizes.length) return null;
  for (const [place, axis] of axes.entries()) {
    const size = sizes[place];
    const wanted = /^\d+$/.test(axis) ? Number(axis) : (found[axis] ?? size);
    if (size !== wanted) return null;
    if (!/^\d+$/.test(axis)) found[axis] = size;
  }
  return found;
}

/**
 * The recorded forms that an output and a target can be, those first that are nearest to a right pair;
 * an axis of size 1 is a batch of one, or one class, only where nothing else fits.
 * @param {PairingRecords} records
 * @param {Tensor} output
 * @param {Tensor} target
 * @returns {Form[]}
 */
function formsOf(records, output, target) {
  /** @type {Form[]} */
  const found = [];
  for (const outputs of records.names.outputs) {
    const known = matchedSizes(outputs, output.sizes, {});
    if (!known) continue;
    for (const { kind, shape, dtype } of Object.values(records.data.targets)) {
      const sizes = matchedSizes(shape, target.sizes, known);
      if (sizes && dtype === (target.dtype || dtype)) found.push({ state: { outputs, values: kind, shape, dtype }, sizes });
    }
  }
  const ones = (/** @type {Form} */ { sizes }) => Object.values(sizes).filter((size) => size === 1).length;
  const least = Math.min(...found.map(ones));
  const far = (/** @type {Form} */ { state }) => records.distance(state);
  return found.filter((form) => ones(form) === least).sort((one, other) => far(one) - far(other));
}

/**
 * What to say of forms that fit: which axes are which, and what may be otherwise with these sizes.
 * @param {Form} form
 * @param {Tensor} output
 */
function aboutForm({ state, sizes }, output) {
  const axes = Object.entries(sizes).map(([axis, size]) => `${axis} = ${size}`);
  const said = [`Yours are outputs ${state.outputs} and a target ${state.shape}, with ${axes.join(", ")}.`];
  const equal = new Set(Object.values(sizes)).size < Object.keys(sizes).length;
  if (equal) said.push("Here these sizes differ: where they are equal, as with you, shapes that are an error here may broadcast in silence.");
  if (Object.values(sizes).includes(1)) said.push("An axis of size 1 broadcasts: what is an error here may run with you.");
  if (output.dtype && output.dtype !== "float32") said.push(`The outputs here were float32, not ${output.dtype}.`);
  return said.join(" ");
}

customElements.define("pairing-explorer", PairingExplorer);
