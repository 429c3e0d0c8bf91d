// Explorables: elements around a figure whose values a reader can move. Without this script, on
// paper, and until it is in view, the figure stands as it is. What each computes is in its own script;
// page.js fetches both when the figure is near.
"use strict";

/**
 * A value that a slider moves, or one of several that a list offers.
 * @typedef {{name: string, label: string, value: number, min: number, max: number, step: number}} Slider
 * @typedef {{name: string, label: string, value: string, options: string[]}} List
 * @typedef {Record<string, number>} Numbers
 * @typedef {Record<string, any>} State
 *
 * What is said of a state: what counts, the rest, and whether it is what "Try this" asks for.
 * @typedef {{first: string, rest: string, reached?: string}} Said
 *
 * Part of a picture: curves and marks over the same x, on an axis that may be logarithmic.
 * @typedef {{
 *   title: string, top: number, bottom: number, x: [number, number], y: [number, number],
 *   log?: boolean, marksX: number[], marksY: number[], labelX?: string,
 *   curves: {at: [number, number][], color: string, dash?: string, width?: number}[],
 *   points: {at: [number, number], color: string, square?: boolean, diamond?: boolean}[],
 *   now: [string, string][], bands?: [number, number][], guide?: number,
 * }} Panel
 */

const LEFT = 38;
const RIGHT = 357;
const MINUS = "−";

class Explorable extends HTMLElement {
  /** @type {(Slider | List)[]} */
  controls = [];

  /** @param {State} _ @returns {Said} */
  say(_) {
    return null; // each has its own
  }

  /** @param {State} _ @returns {Panel[]} */
  panels(_) {
    return [];
  }

  connectedCallback() {
    const drawn = this.querySelector("figure > svg");
    if (!drawn || this.panel) return;
    this.state = this.begin();
    this.live = document.createElementNS(drawn.namespaceURI, "svg");
    this.live.setAttribute("viewBox", drawn.getAttribute("viewBox"));
    this.live.setAttribute("role", "img");
    const stage = element("div", { className: "explorable-stage" });
    drawn.replaceWith(stage);
    stage.append(drawn);
    stage.after(this.build());
    this.readAddress();
    this.tell();
    addEventListener("hashchange", () => this.readAddress());
    new IntersectionObserver(([{ isIntersecting }]) => {
      this.inView = isIntersecting;
      if (isIntersecting) this.soon();
    }).observe(stage);
    this.stale = true;
  }

  /** @returns {State} */
  begin() {
    return Object.fromEntries(this.controls.map(({ name, value }) => [name, value]));
  }

  build() {
    this.said = element("p", { role: "status" });
    /** @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
    this.inputs = {};
    const rows = this.controls.map((control) => this.row(control));
    const back = element("div", {}, button("Start over", () => this.change(this.begin())));
    this.panel = element("div", { className: "explorable-panel" }, this.said, ...rows, back);
    return this.panel;
  }

  /** @param {Slider | List} control */
  row(control) {
    const { name, label } = control;
    const id = `${this.localName}-${name}`;
    const title = element("label", { htmlFor: id, textContent: label });
    if ("options" in control) {
      const options = control.options.map((value) => element("option", { value, textContent: value }));
      const select = element("select", { id }, ...options);
      select.addEventListener("change", () => this.change({ [name]: select.value }));
      this.inputs[name] = select;
      return element("div", { className: "explorable-row" }, title, select);
    }
    const { min, max, step } = control;
    const input = element("input", { id, type: "range" });
    Object.assign(input, { min, max, step }); // before the value, which they bound
    input.addEventListener("input", () => this.change({ [name]: Number(input.value) }));
    this.inputs[name] = input;
    const move = (/** @type {1 | -1} */ by) => {
      const made = button(by < 0 ? MINUS : "+", () => this.change({ [name]: Number(this.state[name]) + by * step }));
      made.tabIndex = -1; // the arrow keys do it on the slider
      made.ariaLabel = `${label}: ${by < 0 ? "less" : "more"}`;
      return made;
    };
    const value = element("span", { className: "explorable-value" });
    value.ariaHidden = "true"; // the slider says it, in words
    return element("div", { className: "explorable-row" }, title, value, move(-1), input, move(1));
  }

  /** @param {State} changes by a reader */
  change(changes) {
    const before = this.state;
    this.take(changes);
    if (Object.keys(before).every((name) => before[name] === this.state[name])) return;
    this.stale = true;
    this.soon();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.writeAddress(), 300); // Safari takes 100 addresses in 30 s
  }

  /** @param {State} changes of which only those that a control can have are made */
  take(changes) {
    this.state = { ...this.state };
    for (const control of this.controls) {
      const value = changes[control.name];
      if ("options" in control) {
        if (control.options.includes(value)) this.state[control.name] = value;
      } else if (value !== undefined && value !== "" && Number.isFinite(Number(value))) {
        const { min, max, step } = control;
        const near = min + Math.round((Number(value) - min) / step) * step;
        this.state[control.name] = Number(Math.min(max, Math.max(min, near)).toFixed(6));
      }
    }
  }

  writeAddress() {
    const start = this.begin();
    const moved = Object.keys(start).some((name) => start[name] !== this.state[name]);
    const asked = new URLSearchParams({ explore: this.localName, ...this.state });
    history.replaceState(history.state, "", moved ? `#${asked}` : location.pathname + location.search);
  }

  readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.get("explore") !== this.localName) return;
    this.take({ ...this.begin(), ...Object.fromEntries(asked) });
    this.stale = true;
    this.tell();
    this.scrollIntoView({ block: "start" });
    this.soon();
  }

  // One picture and one sentence in a frame, and none unseen.
  soon() {
    if (!this.inView || !this.stale || this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.stale = false;
      this.tell();
      this.live.innerHTML = this.panels(this.state).map(picture).join("");
      if (!this.live.isConnected) this.querySelector(".explorable-stage").append(this.live);
      this.toggleAttribute("live", true);
    });
  }

  tell() {
    const { first, rest, reached } = this.say(this.state);
    const strong = element("strong", { textContent: first });
    const found = element("span", { className: "explorable-reached", textContent: reached ? ` ✓ ${reached}` : "" });
    this.said.replaceChildren(strong, ` ${rest}`, found);
    this.live.setAttribute("aria-label", `Plot for the values that are chosen: ${first}`);
    for (const control of this.controls) {
      const input = this.inputs[control.name];
      const value = this.state[control.name];
      input.value = String(value);
      if ("options" in control) continue;
      const shown = value.toFixed(decimals(control.step)).replace("-", MINUS);
      input.closest("div").querySelector(".explorable-value").textContent = shown;
      input.ariaValueText = shown.replace(MINUS, "minus ");
    }
  }
}

/** @param {number} step */
function decimals(step) {
  return (String(step).split(".")[1] ?? "").length;
}

/** @param {number} value with three significant digits, as one writes it */
function short(value) {
  const size = Math.abs(value);
  if (size >= 1000 && size < 1e6) return value.toFixed(0).replace("-", MINUS);
  if (size === 0 || (size >= 0.0001 && size < 1e6)) return String(Number(value.toPrecision(3))).replace("-", MINUS);
  const [digits, power] = value.toExponential(1).split("e");
  return `${digits.replace("-", MINUS)} × ${ten(Number(power))}`;
}

/** @param {number} power of ten */
function ten(power) {
  return `10${String(power).replace(/./g, (sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)])}`;
}

/** @param {number} from @param {number} to @param {number} steps */
function spaced(from, to, steps) {
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
}

/** @typedef {{text: string, keys: [string, string], names: [string, string], y: [number, number], marksY: number[], log?: boolean}} Part */

/**
 * Two panels, one above the other: in each a solid green and a dashed red line, and where they are
 * now. Their values are found by the keys of a part, and drawn by their size.
 * @param {Numbers[]} line with `at`, the place across
 * @param {Numbers} now
 * @param {Pick<Panel, "x" | "marksX" | "labelX">} across
 * @param {[Part, Part]} parts
 * @returns {Panel[]}
 */
function drawComparison(line, now, { x, marksX, labelX }, parts) {
  return parts.map(({ text, keys: [green, red], names, y, marksY, log }, place) => ({
    ...{ title: text, x, y, marksX, marksY, log, guide: now.at },
    ...(place ? { top: 119, bottom: 198, labelX } : { top: 17, bottom: 96 }),
    curves: [
      { at: line.map((one) => pair(one.at, Math.abs(one[green]))), color: "green" },
      { at: line.map((one) => pair(one.at, Math.abs(one[red]))), color: "red", dash: "7 3" },
    ],
    points: [
      { at: pair(now.at, Math.abs(now[green])), color: "green" },
      { at: pair(now.at, Math.abs(now[red])), color: "red", square: true },
    ],
    now: [
      pair(`${names[0]} ● ${short(Math.abs(now[green]))}`, "green"),
      pair(`${names[1]} ■ ${short(Math.abs(now[red]))}`, "red"),
    ],
  }));
}

/**
 * A panel as SVG, in the style of the figures: a grid, a title, what it shows now, and the curves.
 * @param {Panel} panel
 */
function picture(panel) {
  const { top, bottom, x, y, log, curves, points, guide } = panel;
  const scale = (/** @type {number} */ value) => (log ? Math.log10(Math.max(value, 1e-300)) : value);
  const across = (/** @type {number} */ value) => LEFT + ((value - x[0]) / (x[1] - x[0])) * (RIGHT - LEFT);
  const share = (/** @type {number} */ value) => (scale(value) - scale(y[0])) / (scale(y[1]) - scale(y[0]));
  const up = (/** @type {number} */ value) => bottom - Math.min(9, Math.max(-9, share(value))) * (bottom - top);
  const spot = (/** @type {[number, number]} */ [a, b]) => `${across(a).toFixed(1)} ${up(b).toFixed(1)}`;
  const bands = (panel.bands ?? []).map(
    ([from, to]) => `<path d="M${across(from)} ${top}H${across(to)}V${bottom}H${across(from)}Z" fill="var(--gray)" opacity=".15"/>`,
  );
  const lines = curves.map(
    ({ at, color, dash, width }) =>
      `<path d="M${at.map(spot).join("L")}" fill="none" stroke="var(--${color})" stroke-width="${width ?? 2}" stroke-dasharray="${dash ?? "none"}"/>`,
  );
  const line = guide === undefined ? "" : `<path d="M${across(guide)} ${top}V${bottom}" stroke="currentcolor" stroke-dasharray="2 2"/>`;
  const view = `x="${LEFT}" y="${top - 1}" width="${RIGHT - LEFT}" height="${bottom - top + 2}" viewBox="${LEFT} ${top - 1} ${RIGHT - LEFT} ${bottom - top + 2}"`;
  const marks = points.map(({ at: [a, b], color, square, diamond }) => {
    const [left, height] = [across(a), Math.min(bottom, Math.max(top, up(b)))];
    const look = `fill="var(--${color})" stroke="var(--paper)" stroke-width="1.5"`;
    return square || diamond
      ? `<rect x="${left - 4.5}" y="${height - 4.5}" width="9" height="9" ${look} transform="rotate(${diamond ? 45 : 0} ${left} ${height})"/>`
      : `<circle cx="${left}" cy="${height}" r="5" ${look}/>`;
  });
  return `${grid(panel, across, up)}<svg ${view}>${bands.join("")}${lines.join("")}${line}</svg>${marks.join("")}`;
}

/**
 * The lines and the words around the curves of a panel.
 * @param {Panel} panel
 * @param {(value: number) => number} across
 * @param {(value: number) => number} up
 */
function grid({ title, top, bottom, log, marksX, marksY, labelX, now }, across, up) {
  const rule = (/** @type {string} */ d) => `<path d="${d}" stroke="var(--line)" stroke-width=".6"/>`;
  /** @param {number} x @param {number} y @param {string} end @param {string} text */
  const words = (x, y, end, text) => `<text x="${x}" y="${y}" text-anchor="${end}">${text}</text>`;
  /** @param {number} value */
  const named = (value) => String(value).replace("-", MINUS);
  /** @param {number} value */
  const height = (value) => (log && (value < 0.001 || value > 1000) ? ten(Math.round(Math.log10(value))) : named(value));
  const shown = now.map(([text, color]) => `<tspan fill="var(--${color})">${text}</tspan>`);
  return [
    ...marksX.map((value) => rule(`M${across(value)} ${top}V${bottom}`)),
    ...marksY.map((value) => rule(`M${LEFT} ${up(value)}H${RIGHT}`) + words(LEFT - 3.5, up(value) + 4, "end", height(value))),
    ...(labelX === undefined ? [] : marksX.map((value) => words(across(value), bottom + 12, "middle", named(value)))),
    words(LEFT, top - 6, "start", title),
    words(RIGHT, top - 6, "end", shown.join(" · ")),
    words((LEFT + RIGHT) / 2, bottom + 27, "middle", labelX ?? ""),
  ].join("");
}

/** @template A, B @param {A} first @param {B} second @returns {[A, B]} */
function pair(first, second) {
  return [first, second];
}
