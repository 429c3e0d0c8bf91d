// A small network and its training, computed as PyTorch does in float64.
"use strict";

/**
 * A value, and what carries a gradient with respect to it back to where it came from.
 * @typedef {{value: number[], back: (gradient: number[]) => number[]}} Passed
 */

/** @type {Record<string, Activation>} */
const HIDDEN = { none: (x) => [x, 1], ...ACTIVATIONS };
for (const drawsOrLearns of ["PReLU", "RReLU (eval)"]) delete HIDDEN[drawsOrLearns];

/** @param {Activation} of @returns {(outputs: number[]) => Passed} */
const each = (of) => (outputs) => {
  const both = outputs.map(of);
  return { value: both.map(([value]) => value), back: (gradient) => gradient.map((one, i) => one * both[i][1]) };
};

/** @param {number[]} outputs */
function logSoftmax(outputs) {
  const top = Math.max(...outputs);
  const log = top + Math.log(outputs.reduce((sum, one) => sum + Math.exp(one - top), 0));
  return outputs.map((one) => one - log);
}

/** @param {number[]} a @param {number[]} b */
const dot = (a, b) => a.reduce((sum, one, i) => sum + one * b[i], 0);

/** @type {Record<string, (outputs: number[]) => Passed>} */
const OUTPUT = {
  none: each(HIDDEN.none),
  Sigmoid: each(ACTIVATIONS.Sigmoid),
  Softmax: (outputs) => {
    const value = logSoftmax(outputs).map(Math.exp);
    return { value, back: (gradient) => gradient.map((one, i) => value[i] * (one - dot(gradient, value))) };
  },
  LogSoftmax: (outputs) => {
    const value = logSoftmax(outputs);
    return { value, back: (gradient) => gradient.map((one, i) => one - Math.exp(value[i]) * dot(gradient, value.map(() => 1))) };
  },
  ReLU: each(ACTIVATIONS.ReLU),
  Tanh: each(ACTIVATIONS.Tanh),
};

/** A loss and its slope, for an output and its target. @typedef {(output: number, target: number) => [number, number]} Elementwise */

// What PyTorch raises.
class Refused extends Error {}

/** @type {Elementwise} */
const smooth = (output, target) => {
  const off = output - target;
  return Math.abs(off) < 1 ? [off ** 2 / 2, off] : [Math.abs(off) - 0.5, Math.sign(off)];
};

/** @type {Record<string, Elementwise>} */
const BY_ELEMENT = {
  BCEWithLogitsLoss: (z, target) => [(1 - target) * z + softplus(-z), sigmoid(z) - target],
  BCELoss: (p, target) => {
    if (!(p >= 0 && p <= 1)) throw new Refused("RuntimeError: all elements of input should be between 0 and 1");
    if (!(target >= 0 && target <= 1)) throw new Refused("RuntimeError: all elements of target should be between 0 and 1");
    const logs = [Math.max(Math.log(p), -100), Math.max(Math.log1p(-p), -100)];
    return [(target - 1) * logs[1] - target * logs[0], (p - target) / Math.max((1 - p) * p, 1e-12)];
  },
  MSELoss: (output, target) => [(output - target) ** 2, 2 * (output - target)],
  L1Loss: (output, target) => [Math.abs(output - target), Math.sign(output - target)],
  SmoothL1Loss: smooth,
  HuberLoss: smooth,
};

/**
 * A loss of a sample whose target is a class: here 1 in the place of the class, and 0 elsewhere.
 * @type {Record<string, (outputs: number[], target: number[]) => [number, number[]]>}
 */
const OF_CLASS = {
  CrossEntropyLoss: (outputs, target) => {
    const logs = logSoftmax(outputs);
    const whole = target.reduce((sum, one) => sum + one, 0);
    return [-dot(logs, target), logs.map((one, i) => Math.exp(one) * whole - target[i])];
  },
  NLLLoss: (outputs, target) => [-dot(outputs, target), target.map((one) => -one)],
};
const LOSSES = [...Object.keys(BY_ELEMENT).slice(0, 2), ...Object.keys(OF_CLASS), ...Object.keys(BY_ELEMENT).slice(2)];

/**
 * The loss of one sample, which is a mean over its outputs where it looks at each, and its gradient.
 * @param {string} name @param {number[]} outputs @param {number[]} target
 * @returns {[number, number[]]}
 */
function lossOf(name, outputs, target) {
  if (OF_CLASS[name]) return OF_CLASS[name](outputs, target);
  const both = outputs.map((one, i) => BY_ELEMENT[name](one, target[i]));
  return [both.reduce((sum, [own]) => sum + own, 0) / both.length, both.map(([, slope]) => slope / both.length)];
}

/** @typedef {{inputs: number, outputs: number, values: Float64Array, gradient: Float64Array, first: Float64Array, second: Float64Array}} Layer weights in rows, then biases */

class Network {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.samples = samples(settings);
    this.steps = 0;
    const { width, layers, seed, start } = settings;
    const sizes = [this.samples[0].x.length, ...Array(layers).fill(width), outputsOf(settings)];
    const draw = numbers(seed);
    /** @type {Layer[]} */
    this.layers = sizes.slice(1).map((outputs, place) => {
      const inputs = sizes[place];
      const empty = () => new Float64Array(outputs * (inputs + 1));
      const values = empty().map(() => inputs ** -0.5 * draw());
      return { inputs, outputs, values, gradient: empty(), first: empty(), second: empty() };
    });
    if (start !== "random") this.layers.at(-1).values[this.layers.at(-1).values.length - 1] = 8;
    this.look();
  }

  /**
   * What a layer makes of its inputs.
   * @param {Layer} layer @param {number[]} input
   */
  linear({ inputs, outputs, values }, input) {
    const found = [];
    for (let row = 0; row < outputs; row++) {
      let sum = values[outputs * inputs + row];
      for (let i = 0; i < inputs; i++) sum += values[row * inputs + i] * input[i];
      found.push(sum);
    }
    return found;
  }

  /**
   * The outputs for one input, before and after the last activation, and the way back.
   * @param {number[]} input
   */
  forward(input) {
    const { hidden, output } = this.settings;
    const activation = each(HIDDEN[hidden]);
    /** @type {Passed[]} */
    const passed = [];
    for (const layer of this.layers.slice(0, -1)) passed.push(activation(this.linear(layer, passed.at(-1)?.value ?? input)));
    const logits = this.linear(this.layers.at(-1), passed.at(-1)?.value ?? input);
    return { passed, logits, last: OUTPUT[output](logits) };
  }

  /**
   * Add to the gradients of all layers what one sample adds.
   * @param {number[]} input @param {ReturnType<Network["forward"]>} forward @param {number[]} gradient
   */
  backward(input, { passed, last }, gradient) {
    let flow = last.back(gradient);
    for (let place = this.layers.length - 1; place >= 0; place--) {
      const { inputs, outputs, values, gradient } = this.layers[place];
      const given = place ? passed[place - 1].value : input;
      /** @type {number[]} */
      const before = Array(inputs).fill(0);
      for (let row = 0; row < outputs; row++) {
        gradient[outputs * inputs + row] += flow[row];
        for (let i = 0; i < inputs; i++) {
          gradient[row * inputs + i] += flow[row] * given[i];
          before[i] += flow[row] * values[row * inputs + i];
        }
      }
      if (place) flow = passed[place - 1].back(before);
    }
  }

  // The loss, the accuracy and the gradients of the weights as they are, or what PyTorch raises.
  look() {
    try {
      this.measure();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.error = error.message;
    }
  }

  measure() {
    const { loss, data } = this.settings;
    const { classes } = DATA[data];
    if (loss === "NLLLoss" && !classes) throw new Refused("RuntimeError: 0D or 1D target tensor expected, multi-target not supported");
    for (const { gradient } of this.layers) gradient.fill(0);
    let [sum, right] = [-0, 0]; // the sum stays -0 where each loss is, as in PyTorch
    for (const { x, label, target } of this.samples) {
      const forward = this.forward(x);
      const { value } = forward.last;
      const [own, gradient] = lossOf(loss, value, target);
      sum += own;
      this.backward(x, forward, gradient.map((one) => one / POINTS));
      right += Number(this.predicted(value) === label);
    }
    this.loss = sum / POINTS;
    this.accuracy = classes ? right / POINTS : undefined;
  }

  // Above which output a single output says yes.
  get threshold() {
    const { loss, output } = this.settings;
    return loss === "BCEWithLogitsLoss" && output !== "Sigmoid" ? 0 : 0.5;
  }

  /** @param {number[]} outputs */
  predicted(outputs) {
    return outputs.length === 1 ? Number(outputs[0] > this.threshold) : outputs.indexOf(Math.max(...outputs));
  }

  // The size of the gradient of each layer's weights.
  norms() {
    return this.layers.map(({ gradient, inputs, outputs }) => Math.hypot(...gradient.subarray(0, inputs * outputs)));
  }

  step() {
    if (this.error) return;
    this.steps++;
    const rate = Number(this.settings.rate);
    for (const { values, gradient, first, second } of this.layers) {
      if (this.settings.optimizer === "SGD") gradient.forEach((one, i) => (values[i] -= rate * one));
      else this.adam(rate, values, gradient, first, second);
    }
    this.look();
  }

  /** @param {number} rate @param {Float64Array} values @param {Float64Array} gradient @param {Float64Array} first @param {Float64Array} second */
  adam(rate, values, gradient, first, second) {
    const step = rate / (1 - 0.9 ** this.steps);
    const root = Math.sqrt(1 - 0.999 ** this.steps);
    gradient.forEach((one, i) => {
      first[i] += (one - first[i]) * (1 - 0.9);
      second[i] = second[i] * 0.999 + one * one * (1 - 0.999);
      values[i] -= (step * first[i]) / (Math.sqrt(second[i]) / root + 1e-8);
    });
  }
}

/**
 * Below which the loss cannot fall, as its outputs have bounds, or nothing.
 * @param {Settings} settings
 */
function floorOf(settings) {
  const [low, high] = { Sigmoid: [0, 1], Tanh: [-1, 1], Softmax: outputsOf(settings) > 1 ? [0, 1] : [1, 1] }[settings.output] ?? [];
  const { loss, data } = settings;
  if (low === undefined || !DATA[data].classes || !(loss === "CrossEntropyLoss" || loss === "BCEWithLogitsLoss")) return undefined;
  const best = samples(settings).map(({ target }) => {
    const outputs = target.map((one) => (one ? high : low));
    return lossOf(loss, outputs, target)[0];
  });
  return best.reduce((sum, one) => sum + one, 0) / POINTS;
}
