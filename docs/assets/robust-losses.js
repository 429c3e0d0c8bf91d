// One point of six to move: the lines y = slope · x that MSE, Huber and L1 fit to all of them, and how
// hard each loss pulls at that point.
"use strict";

/** @type {[number, number][]} */
const OTHERS = [[1, 1.3], [2, 1.7], [3, 3.2], [4, 3.8], [5, 5.3]];
const AT = 6; // the x of the point that moves

class RobustLosses extends Explorable {
  controls = [
    { name: "y", label: `The point at x = ${AT}: its y`, value: 18, min: 0, max: 24, step: 0.5 },
    { name: "delta", label: "delta of Huber", value: 1, min: 0.1, max: 10, step: 0.1 },
  ];

  /** @param {State} state */
  values({ y, delta }) {
    const data = [...OTHERS, pair(AT, y)];
    const sum = (/** @type {(x: number, y: number) => number} */ of) => data.reduce((all, [x, y]) => all + of(x, y), 0);
    const clipped = (/** @type {number} */ error) => Math.min(delta, Math.max(-delta, error));
    return {
      mse: sum((x, y) => x * y) / sum((x) => x * x),
      l1: middle(data),
      huber: zero((slope) => sum((x, y) => x * clipped(slope * x - y))),
      msePull: 2 * (AT - y), // where the line is y = x
      l1Pull: Math.sign(AT - y),
      huberPull: clipped(AT - y),
    };
  }

  /** @param {State} state */
  say(state) {
    const { mse, l1, huber, msePull, l1Pull, huberPull } = this.values(state);
    return {
      first: `MSE fits a slope of ${mse.toFixed(2)}, Huber of ${huber.toFixed(2)}, L1 of ${l1.toFixed(2)}.`,
      rest:
        "The five other points lie near a slope of 1. " +
        `On the line y = x, the gradient of the sixth is ${short(msePull)} in MSE, ${short(huberPull)} in Huber and ${short(l1Pull)} in L1.`,
      reached: state.y === 21 && "You have found it.",
    };
  }

  /** @param {State} state @returns {Panel[]} */
  panels({ y, delta }) {
    const now = this.values({ y, delta });
    const line = spaced(0, 24, 48).map((at) => ({ at, ...this.values({ y: at, delta }) }));
    const looks = [
      { name: "MSE ■", fit: now.mse, pull: "msePull", color: "red", dash: "7 3", square: true },
      { name: "Huber ●", fit: now.huber, pull: "huberPull", color: "blue", dash: "none" },
      { name: "L1 ◆", fit: now.l1, pull: "l1Pull", color: "amber", dash: "2 3", diamond: true },
    ];
    /** @param {Numbers} values */
    const shown = (values) => looks.map(({ name, pull, color }) => pair(`${name} ${short(Math.abs(values[pull]))}`, color));
    return [
      {
        ...{ title: "slope of the line", top: 17, bottom: 117, x: [-0.2, 6.4], y: [-1.5, 25.5], marksX: [0, 1, 2, 3, 4, 5, 6], marksY: [0, 6, 12, 18, 24], labelX: "" },
        curves: looks.map(({ fit, color, dash }) => ({ at: [pair(0, 0), pair(6.4, 6.4 * fit)], color, dash })),
        points: [...OTHERS, pair(AT, y)].map((at) => ({ at, color: "gray" })),
        now: looks.map(({ name, fit, color }) => pair(`${name.slice(0, -2)} ${fit.toFixed(2)}`, color)),
      },
      {
        ...{ title: "size of gradient", top: 153, bottom: 198, x: [-0.75, 25.6], y: [-3, 39], guide: y, marksX: [0, 6, 12, 18, 24], marksY: [0, 18, 36] },
        labelX: `y of the point at x = ${AT}, where the line is y = x`,
        curves: looks.map(({ pull, color, dash }) => ({ at: line.map((one) => pair(one.at, Math.abs(/** @type {Numbers} */ (one)[pull]))), color, dash })),
        points: looks.map(({ pull, color, square, diamond }) => ({ at: pair(y, Math.abs(/** @type {Numbers} */ (now)[pull])), color, square, diamond })),
        now: shown(now),
      },
    ];
  }
}

/**
 * The slope that L1 fits: the middle one of y / x, where each point counts as much as its x.
 * @param {[number, number][]} data
 */
function middle(data) {
  const slopes = data.map(([x, y]) => pair(y / x, x)).sort(([one], [other]) => one - other);
  let left = slopes.reduce((all, [, weight]) => all + weight, 0) / 2;
  return slopes.find(([, weight]) => (left -= weight) < 0)[0];
}

/** @param {(at: number) => number} rising which is 0 somewhere between 0 and 8 */
function zero(rising) {
  let [low, high] = [0, 8];
  for (let i = 0; i < 60; i++) {
    const half = (low + high) / 2;
    if (rising(half) < 0) low = half;
    else high = half;
  }
  return low;
}
customElements.define("robust-losses", RobustLosses);
