// A deep network whose activation, initialisation and depth a reader chooses, and how large the gradient
// of the weights of each layer is. Its weights are drawn here: of a seed, the same in each browser.
// The activations are in activations.js.
"use strict";

const WIDTH = 16; // units of each layer, and samples
const DEEPEST = 50; // layers
/** @type {Record<string, number>} from minus this to this the weights are drawn; 0 is a normal distribution */
const STARTS = { "nn.Linear": Math.sqrt(1 / WIDTH), kaiming_uniform_: Math.sqrt(6 / WIDTH), xavier_uniform_: Math.sqrt(3 / WIDTH), normal_: 0 };
/** @typedef {{weights: number[][], inputs: number[][], slopes: number[][]}} DeepLayer */

/**
 * Numbers between 0 and 1, by Marsaglia's xorshift.
 * @param {number} seed
 */
function* drawn(seed) {
  for (let bits = Math.imul(seed, 0x9e3779b9); ; ) {
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    yield (bits >>> 0) / 2 ** 32;
  }
}

class GradientThroughDepth extends Explorable {
  controls = [
    { name: "activation", label: "Activation of each layer", value: "Sigmoid", options: ["none", "Sigmoid", "Tanh", "ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU"] },
    { name: "start", label: "Initialisation of the weights", value: "nn.Linear", options: Object.keys(STARTS) },
    { name: "seed", label: "Seed of the weights", value: "1", options: ["1", "2", "3"] },
    { name: "depth", label: "Layers", value: 20, min: 2, max: DEEPEST, step: 1 },
  ];
  /** @type {Record<string, {layers: DeepLayer[], shares: number[][]}>} */
  kept = {};

  /** @param {State} state */
  values({ activation, start, seed, depth }) {
    const { layers, shares } = this.network(activation, start, seed);
    const sizes = (shares[depth] ??= sizesOf(layers.slice(0, depth)));
    const [first, middle, last] = [sizes[0], sizes[depth >> 1], sizes[depth - 1]];
    return { first, middle, last, ratio: first / last };
  }

  /** @param {string} activation @param {string} start @param {string} seed */
  network(activation, start, seed) {
    return (this.kept[[activation, start, seed].join()] ??= { layers: forward(activation, start, Number(seed)), shares: [] });
  }

  /** @param {State} state */
  say(state) {
    const { first, last, ratio } = this.values(state);
    const of = ratio < 1 ? `${short(ratio)} of` : `${short(ratio)} times`;
    const shallower = this.values({ ...state, depth: Math.max(2, state.depth - 1) });
    return {
      first: `The gradient of the first layer is ${of} that of the last.`,
      rest: `Its norm is ${short(first)} in the first of ${state.depth} layers, and ${short(last)} in the last.`,
      reached: state.activation === "Sigmoid" && ratio < 1e-6 && shallower.ratio >= 1e-6 && "You have found it.",
    };
  }

  /** @param {State} state @returns {Panel[]} */
  panels(state) {
    const { ratio } = this.values(state);
    const sizes = this.network(state.activation, state.start, state.seed).shares[state.depth];
    const line = spaced(2, DEEPEST, DEEPEST - 2).map((depth) => pair(depth, this.values({ ...state, depth }).ratio));
    const bars = sizes.map((size, place) => pair(place + 1, size));
    const [high, low] = [decades(bars), decades(line)];
    return [
      {
        ...{ title: "norm of the gradient, layer by layer", top: 17, bottom: 88, x: [0.2, state.depth + 0.8], ...high, log: true, labelX: "" },
        marksX: spaced(1, state.depth, Math.min(4, state.depth - 1)).map(Math.round),
        curves: bars.map((bar) => ({ at: [pair(bar[0], 1e-300), bar], color: "blue", width: Math.min(24, 220 / state.depth) })),
        points: [],
        now: [],
      },
      {
        ...{ title: "first / last", top: 124, bottom: 198, x: [1, 51], ...low, log: true, guide: state.depth },
        ...{ marksX: [2, 10, 20, 30, 40, 50], labelX: "layers" },
        curves: [
          { at: line, color: "blue" },
          { at: [pair(1, 1e-6), pair(51, 1e-6)], color: "gray", dash: "1 3" },
        ],
        points: [{ at: pair(state.depth, ratio), color: "blue" }],
        now: [pair(`● ${short(ratio)}`, "blue")],
      },
    ];
  }
}

/**
 * What each layer takes, and its slopes there.
 * @param {string} activation @param {string} start @param {number} seed
 * @returns {DeepLayer[]}
 */
function forward(activation, start, seed) {
  const numbers = drawn(seed);
  const one = () => /** @type {number} */ (numbers.next().value);
  const normal = () => Math.sqrt(-2 * Math.log(one())) * Math.cos(2 * Math.PI * one());
  const within = (/** @type {number} */ bound) => (bound ? bound * (2 * one() - 1) : normal());
  const table = (/** @type {() => number} */ entry) => Array.from({ length: WIDTH }, () => Array.from({ length: WIDTH }, entry));
  const [apply, bound] = [ACTIVATIONS[activation] ?? leaky(1), STARTS[start]];
  let inputs = table(normal);
  return Array.from({ length: DEEPEST }, () => {
    const weights = table(() => within(bound));
    const bias = weights.map(() => within(STARTS["nn.Linear"]));
    const both = inputs.map((sample) => weights.map((unit, j) => apply(unit.reduce((sum, weight, k) => sum + weight * sample[k], bias[j]))));
    const layer = { weights, inputs, slopes: both.map((sample) => sample.map(([, slope]) => slope)) };
    inputs = both.map((sample) => sample.map(([value]) => value));
    return layer;
  });
}

/**
 * The norm of the gradient of each layer's weights, where the loss is the mean of what comes out.
 * @param {DeepLayer[]} layers
 */
function sizesOf(layers) {
  let back = layers[0].inputs.map((sample) => sample.map(() => 1 / WIDTH ** 2));
  const sizes = layers.toReversed().map(({ weights, inputs, slopes }) => {
    const inside = back.map((sample, i) => sample.map((value, j) => value * slopes[i][j]));
    back = product(inside, weights);
    const gradient = product(inside[0].map((_, j) => inside.map((sample) => sample[j])), inputs);
    return Math.hypot(...gradient.flat());
  });
  return sizes.reverse();
}

/** @param {number[][]} left @param {number[][]} right */
function product(left, right) {
  return left.map((row) => {
    const sums = new Array(WIDTH).fill(0);
    for (let k = 0; k < WIDTH; k++) for (let j = 0; j < WIDTH; j++) sums[j] += row[k] * right[k][j];
    return sums;
  });
}

/**
 * The part of a logarithmic axis that has all points, with a mark at each end and two between.
 * @param {[number, number][]} points
 * @returns {{y: [number, number], marksY: number[]}}
 */
function decades(points) {
  const powers = points.map(([, value]) => Math.log10(Math.max(value, 1e-99)));
  const [low, high] = [Math.floor(Math.min(-3, ...powers)), Math.ceil(Math.max(0, ...powers))];
  const step = Math.ceil((high - low) / 3);
  const marks = [0, 1, 2, 3].map((place) => high - place * step);
  return { y: pair(10 ** (Math.min(low, marks[3]) - 0.3), 10 ** (high + 0.3)), marksY: marks.reverse().map((power) => Number(`1e${power}`)) };
}
customElements.define("gradient-through-depth", GradientThroughDepth);
