// The activations of torch.nn that take one number: their values and slopes.
"use strict";

const density = (/** @type {number} */ x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The share of a standard normal distribution below x, to the last digits of a float64: a series
 * near zero, and a continued fraction far below it.
 * @param {number} x
 * @returns {number}
 */
function normalBelow(x) {
  if (x > 5) return 1 - normalBelow(-x);
  if (x < -5) {
    let tail = -x;
    for (let i = 60; i > 0; i--) tail = -x + i / tail;
    return density(x) / tail;
  }
  let [sum, term] = [x, x];
  for (let i = 3; Math.abs(term) > 1e-18; i += 2) sum += term *= (x * x) / i;
  return 0.5 + sum * density(x);
}

const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
const softplus = (/** @type {number} */ x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
/** @typedef {(x: number) => [number, number]} Activation its value and its slope at x */
/** @type {(slope: number) => Activation} */
const leaky = (slope) => (x) => (x > 0 ? [x, 1] : [slope * x, slope]);
/** @type {(scale: number, alpha: number) => Activation} */
const elu = (scale, alpha) => (x) => (x > 0 ? [scale * x, scale] : [scale * alpha * Math.expm1(x), scale * alpha * Math.exp(x)]);
/** @type {(low: number, high: number) => Activation} */
const clamp = (low, high) => (x) => [Math.min(high, Math.max(low, x)), x > low && x < high ? 1 : 0];

/**
 * What torch.nn has of one number, with the settings that it starts with.
 * @type {Record<string, Activation>}
 */
const ACTIVATIONS = {
  CELU: elu(1, 1),
  ELU: elu(1, 1),
  GELU: (x) => {
    const below = normalBelow(x);
    return [x * below, below + x * density(x)];
  },
  "GELU (tanh)": (x) => {
    const scale = Math.sqrt(2 / Math.PI);
    const t = Math.tanh(scale * (x + 0.044715 * x ** 3));
    return [(x / 2) * (1 + t), (1 + t) / 2 + (x / 2) * (1 - t * t) * scale * (1 + 3 * 0.044715 * x * x)];
  },
  Hardshrink: (x) => (Math.abs(x) > 0.5 ? [x, 1] : [0, 0]),
  Hardsigmoid: (x) => [Math.min(6, Math.max(0, x + 3)) / 6, Math.abs(x) < 3 ? Math.fround(1 / 6) : 0], // a float32 in torch, always
  Hardswish: (x) => (x <= -3 ? [0, 0] : x < 3 ? [(x * (x + 3)) / 6, x / 3 + 0.5] : [x, 1]),
  Hardtanh: clamp(-1, 1),
  LeakyReLU: leaky(0.01),
  LogSigmoid: (x) => [-softplus(-x), sigmoid(-x)],
  Mish: (x) => {
    const t = Math.tanh(softplus(x));
    return [x * t, t + x * (1 - t * t) * sigmoid(x)];
  },
  PReLU: leaky(0.25),
  ReLU: leaky(0),
  ReLU6: clamp(0, 6),
  "RReLU (eval)": leaky((1 / 8 + 1 / 3) / 2),
  SELU: elu(1.0507009873554805, 1.6732632423543772),
  SiLU: (x) => [x * sigmoid(x), sigmoid(x) * (1 + x * sigmoid(-x))],
  Sigmoid: (x) => [sigmoid(x), sigmoid(x) * sigmoid(-x)],
  Softplus: (x) => [softplus(x), sigmoid(x)],
  Softshrink: (x) => (Math.abs(x) > 0.5 ? [x - Math.sign(x) / 2, 1] : [0, 0]),
  Softsign: (x) => [x / (1 + Math.abs(x)), 1 / (1 + Math.abs(x)) ** 2],
  Tanh: (x) => [Math.tanh(x), 1 - Math.tanh(x) ** 2],
  Tanhshrink: (x) => [x - Math.tanh(x), Math.tanh(x) ** 2],
};
