// A logit and a smoothing to move: the loss of smoothed labels has a least value, at a logit that is not
// infinite. The class is right of ten, and the logits of the others are 0.
"use strict";

const CLASSES = 10;

class LabelSmoothing extends Explorable {
  controls = [
    { name: "z", label: "Logit of the right class", value: 2, min: -2, max: 12, step: 0.1 },
    { name: "smoothing", label: "label_smoothing", value: 0.1, min: 0.01, max: 0.5, step: 0.01 },
  ];

  /** @param {State} state */
  values({ z, smoothing }) {
    const others = CLASSES - 1;
    const each = smoothing / CLASSES; // of the target, for each class
    const asked = 1 - smoothing + each;
    const right = 1 / (1 + others * Math.exp(-z));
    const plain = Math.log1p(others * Math.exp(-z));
    const best = Math.log(asked / each);
    return {
      right,
      plain,
      smoothed: plain + others * each * z,
      plainGradient: -others / (others + Math.exp(z)),
      smoothedGradient: right - asked,
      otherGradient: (1 - right) / others - each,
      best,
      least: Math.log1p(others * Math.exp(-best)) + others * each * best,
    };
  }

  /** @param {State} state */
  say(state) {
    const { right, smoothed, plainGradient, smoothedGradient, otherGradient, best, least } = this.values(state);
    const above = smoothed - least;
    return {
      first: `The smoothed loss is ${smoothed.toFixed(3)}, and ${above.toFixed(3)} above its least.`,
      rest:
        `The right class has a probability of ${right.toFixed(3)}; the target asks for ${short(1 - (state.smoothing * (CLASSES - 1)) / CLASSES)}. ` +
        `The gradient is ${short(smoothedGradient)} for its logit and ${short(otherGradient)} for each other; without smoothing, ${short(plainGradient)}.`,
      reached: Math.abs(state.z - best) <= 0.05 && "You have found it.",
    };
  }

  /** @param {State} state @returns {Panel[]} */
  panels({ z, smoothing }) {
    const now = this.values({ z, smoothing });
    const line = spaced(-2, 12, 140).map((at) => ({ at, ...this.values({ z: at, smoothing }) }));
    const across = { x: pair(-2.4, 12.4), marksX: [-2, 0, 2, 4, 6, 8, 10, 12], guide: z };
    const names = pair("smoothed ●", "without ■");
    /** @param {"smoothed" | "smoothedGradient"} one @param {"plain" | "plainGradient"} other @returns {Pick<Panel, "curves" | "points" | "now">} */
    const both = (one, other) => ({
      curves: [
        { at: line.map((values) => pair(values.at, values[one])), color: "blue" },
        { at: line.map((values) => pair(values.at, values[other])), color: "gray", dash: "7 3" },
      ],
      points: [
        { at: pair(z, now[other]), color: "gray", square: true },
        { at: pair(z, now[one]), color: "blue" },
      ],
      now: [pair(`${names[0]} ${short(now[one])}`, "blue"), pair(`${names[1]} ${short(now[other])}`, "gray")],
    });
    const losses = both("smoothed", "plain");
    losses.curves.push({ at: [pair(-2.4, now.least), pair(12.4, now.least)], color: "gray", dash: "1 3" });
    return [
      { ...{ title: "loss", top: 17, bottom: 96, y: [-0.3, 5.7], marksY: [0, 2, 4] }, ...across, ...losses },
      { ...{ title: "its gradient", top: 119, bottom: 198, y: [-1.1, 0.6], marksY: [-1, -0.5, 0, 0.5] }, ...across, ...both("smoothedGradient", "plainGradient"), labelX: "logit of the right class, where all others are 0" },
    ];
  }
}
customElements.define("label-smoothing", LabelSmoothing);
