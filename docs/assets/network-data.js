// What a small network can be given to learn: the same points in the page and in PyTorch's code.
"use strict";

/**
 * What a reader chooses.
 * @typedef {{
 *   data: string, layers: number, width: number, hidden: string, output: string, loss: string,
 *   start: string, optimizer: string, rate: string, seed: number,
 * }} Settings
 */

const POINTS = 120;

/**
 * Numbers between -1 and 1, each made from the one before.
 * @param {number} seed
 */
function numbers(seed) {
  let state = 1000003 * seed;
  return () => {
    state = (16807 * state) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
}

/** @param {number} radius @param {number} angle */
const around = (radius, angle) => [radius * Math.cos(angle), radius * Math.sin(angle)];

/**
 * The data, each twice: as PyTorch's code, and as a point. `place` is that in its class.
 * @type {Record<string, {
 *   classes: number, noise: number, code: string[], at: (place: number, label: number) => number[]
 * }>}
 */
const DATA = {
  moons: {
    ...{ classes: 2, noise: 0.15 },
    code: [
      "angle, sign = math.pi * place / 59, 1 - 2 * label",
      "x = torch.stack([label - 0.5 + sign * angle.cos(),",
      "                 label / 2 - 0.25 + sign * angle.sin()], 1)",
    ],
    at: (place, label) => {
      const [across, up] = around(1 - 2 * label, (Math.PI * place) / 59);
      return [label - 0.5 + across, label / 2 - 0.25 + up];
    },
  },
  circles: {
    ...{ classes: 2, noise: 0.2 },
    code: ["angle, radius = 2 * math.pi * place / 60, 1.5 - 0.9 * label", "x = torch.stack([radius * angle.cos(), radius * angle.sin()], 1)"],
    at: (place, label) => around(1.5 - 0.9 * label, (2 * Math.PI * place) / 60),
  },
  XOR: {
    ...{ classes: 2, noise: 0.65 },
    code: ["right, up = place % 2, (place + label) % 2", "x = torch.stack([2.0 * right - 1, 2.0 * up - 1], 1)"],
    at: (place, label) => [2 * (place % 2) - 1, 2 * ((place + label) % 2) - 1],
  },
  spirals: {
    ...{ classes: 2, noise: 0.06 },
    code: ["angle = 5 * place / 59 + math.pi * label", "radius = 0.2 + 1.5 * place / 59", "x = torch.stack([radius * angle.cos(), radius * angle.sin()], 1)"],
    at: (place, label) => around(0.2 + (1.5 * place) / 59, (5 * place) / 59 + Math.PI * label),
  },
  "three arms": {
    ...{ classes: 3, noise: 0.12 },
    code: ["angle = 4 * place / 39 + 2 * math.pi * label / 3", "radius = 0.2 + 1.5 * place / 39", "x = torch.stack([radius * angle.cos(), radius * angle.sin()], 1)"],
    at: (place, label) => around(0.2 + (1.5 * place) / 39, (4 * place) / 39 + (2 * Math.PI * label) / 3),
  },
  "a sine to fit": {
    ...{ classes: 0, noise: 0.15 },
    code: ["x = (4 * torch.arange(120) / 119 - 2).view(120, 1)", "target = (2.5 * x).sin()"],
    at: (place) => [(4 * place) / 119 - 2, Math.sin((10 * place) / 119 - 5)],
  },
};

/**
 * How many outputs a model has: one for yes or no and for a number, else one for each class.
 * @param {Settings} settings
 */
function outputsOf({ data, loss }) {
  const { classes } = DATA[data];
  return classes > 2 || (classes && OF_CLASS[loss]) ? classes : 1;
}

/**
 * The samples: what goes in, the class, and the target as the loss has it.
 * @param {Settings} settings
 */
function samples(settings) {
  const { classes, noise, at } = DATA[settings.data];
  const draw = numbers(99);
  return Array.from({ length: POINTS }, (_, place) => {
    const label = classes ? place % classes : 0;
    const point = at(classes ? Math.floor(place / classes) : place, label);
    if (!classes) return { x: [point[0]], label, target: [point[1] + noise * draw()] };
    const x = point.map((one) => one + noise * draw());
    const outputs = outputsOf(settings);
    return { x, label, target: outputs === 1 ? [label] : spaced(0, outputs - 1, outputs - 1).map((one) => Number(one === label)) };
  });
}

