// An activation to choose, an input to move, and how wide the inputs of its units are: which share of
// them has next to no slope. The activations are in activations.js.
"use strict";

const LITTLE = 0.05; // a slope whose size is below that is called little
/** @type {Record<string, [number, number][]>} */
const FLAT = {};

/**
 * From where to where an activation has little slope. Beyond 8, no slope gets past the limit.
 * @param {string} name
 */
function flat(name) {
  if (FLAT[name]) return FLAT[name];
  const little = (/** @type {number} */ x) => Math.abs(ACTIVATIONS[name](x)[1]) < LITTLE;
  const edges = little(-8) ? [-Infinity] : [];
  const grid = spaced(-8, 8, 1600);
  for (let place = 1; place < grid.length; place++) {
    let [from, to] = [grid[place - 1], grid[place]];
    if (little(from) === little(to)) continue;
    for (let i = 0; i < 50; i++) {
      const middle = (from + to) / 2;
      if (little(middle) === little(from)) from = middle;
      else to = middle;
    }
    edges.push(to);
  }
  if (edges.length % 2) edges.push(Infinity);
  return (FLAT[name] = edges.flatMap((edge, i) => (i % 2 ? [] : [pair(edge, edges[i + 1])])));
}

class ActivationMicroscope extends Explorable {
  controls = [
    { name: "activation", label: "Activation", value: "Sigmoid", options: Object.keys(ACTIVATIONS) },
    { name: "width", label: "Width of the inputs", value: 1, min: 0.5, max: 30, step: 0.5 },
    { name: "x", label: "One input", value: 1, min: -6, max: 6, step: 0.1 },
  ];

  /** @param {State} state */
  values({ activation, x, width }) {
    const [value, slope] = ACTIVATIONS[activation](x);
    const parts = flat(activation).map(([from, to]) => normalBelow(to / width) - normalBelow(from / width));
    return { value, slope, share: parts.reduce((sum, part) => sum + part, 0) };
  }

  /** @param {State} state */
  say(state) {
    const { value, slope, share } = this.values(state);
    return {
      first: `${(100 * share).toFixed(1)}% of the units have a slope within ±${LITTLE}.`,
      rest: `Their inputs have a width of ${short(state.width)}. At an input of ${short(state.x)}, ${state.activation} is ${short(value)} and its slope ${short(slope)}.`,
      reached: state.activation === "Sigmoid" && share >= 0.9 && "You have found it.",
    };
  }

  /** @param {State} state @returns {Panel[]} */
  panels({ activation, x, width }) {
    const { value, slope, share } = this.values({ activation, x, width });
    const line = spaced(-6, 6, 240).map((at) => ({ at, ...this.values({ activation, x: at, width }) }));
    const near = line.flatMap(({ at, value, slope }) => (Math.abs(at) <= 4 ? [value, slope] : [slope]));
    const [low, high] = [Math.max(-2, Math.min(0, ...near)), Math.min(4, Math.max(1, ...near))];
    const room = (high - low) / 10;
    const bell = line.map(({ at }) => pair(at, low + ((high - low) * density(at / width)) / density(0) / 2));
    return [
      {
        ...{ title: activation, top: 17, bottom: 80, x: [-6.2, 6.2], y: [low - room, high + room], guide: x },
        ...{ marksX: [-6, -4, -2, 0, 2, 4, 6], marksY: [-2, -1, 0, 1, 2, 3, 4].filter((mark) => low <= mark && mark <= high), labelX: "input" },
        curves: [
          { at: bell, color: "gray", dash: "1 3", width: 1.5 },
          { at: line.map(({ at, value }) => pair(at, value)), color: "blue" },
          { at: line.map(({ at, slope }) => pair(at, slope)), color: "amber", dash: "7 3" },
        ],
        points: [
          { at: [x, value], color: "blue" },
          { at: [x, slope], color: "amber", square: true },
        ],
        now: [["inputs ⋯", "gray"], [`value ● ${short(value)}`, "blue"], [`slope ■ ${short(slope)}`, "amber"]],
        bands: flat(activation).map(([from, to]) => pair(Math.max(from, -7), Math.min(to, 7))),
      },
      {
        ...{ title: `% of units in the gray: slope within ±${LITTLE}`, top: 132, bottom: 196, x: [-0.5, 31], y: [-8, 108], guide: width },
        ...{ marksX: [0, 5, 10, 15, 20, 25, 30], marksY: [0, 50, 100], labelX: "width (standard deviation) of the inputs" },
        curves: [{ at: spaced(0.5, 30, 118).map((at) => pair(at, 100 * this.values({ activation, x, width: at }).share)), color: "gray" }],
        points: [{ at: [width, 100 * share], color: "gray" }],
        now: [[`● ${(100 * share).toFixed(1)}%`, "gray"]],
      },
    ];
  }
}
customElements.define("activation-microscope", ActivationMicroscope);
