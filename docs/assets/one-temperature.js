// A temperature to move: how sure a model is, and how often it is right. Of each kind of sample there are
// 100: the first of three logits is the highest, the two others are 0, and class 0 is right so often.
"use strict";

/** @type {Record<string, number>} */
const OF_100 = { "1, 0, 0": 45, "2, 0, 0": 58, "4, 0, 0": 79, "6, 0, 0": 91, "8, 0, 0": 96 };
/** @type {[number, number][]} the highest logit, and the share of samples that are right */
const KINDS = Object.entries(OF_100).map(([logits, right]) => pair(Number.parseInt(logits), right / 100));

/** @param {(lead: number, right: number) => number} of a kind */
function mean(of) {
  return KINDS.reduce((sum, [lead, right]) => sum + of(lead, right), 0) / KINDS.length;
}

class Temperature extends Explorable {
  controls = [
    { name: "temperature", label: "Temperature", value: 1, min: 0.5, max: 5, step: 0.1 },
    { name: "sample", label: "Logits of one sample", value: "4, 0, 0", options: Object.keys(OF_100) },
  ];

  /** @param {State} state */
  values({ temperature, sample }) {
    const first = (/** @type {number} */ lead) => 1 / (1 + 2 * Math.exp(-lead / temperature));
    const lead = Number.parseInt(sample);
    return {
      own: first(lead),
      others: 1 / (2 + Math.exp(lead / temperature)),
      confidence: mean((lead) => first(lead)),
      accuracy: mean((_, right) => right),
      loss: mean((lead, right) => ((1 - right) * lead) / temperature - Math.log(first(lead))),
    };
  }

  /** @param {State} state */
  say(state) {
    const { own, others, confidence, accuracy, loss } = this.values(state);
    const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)}%`;
    const [first, other] = [own.toFixed(3), others.toFixed(3)];
    return {
      first: `The model is ${percent(confidence)} sure, and ${percent(accuracy)} right.`,
      rest:
        `Its cross-entropy is ${loss.toFixed(3)}. From the logits ${state.sample} come the probabilities ${first}, ${other}, ${other}; ` +
        `class 0 is right in ${OF_100[state.sample]} of 100 such samples.`,
      reached: Math.abs(confidence - accuracy) < 0.003 && "You have found it.",
    };
  }

  /** @param {State} state @returns {Panel[]} */
  panels(state) {
    const { own, loss } = this.values(state);
    const kinds = KINDS.map(([lead, right]) => pair(this.values({ ...state, sample: String(lead) }).own, 100 * right));
    const line = spaced(0.5, 5, 90).map((at) => pair(at, this.values({ ...state, temperature: at }).loss));
    return [
      {
        ...{ title: "right of 100", top: 17, bottom: 108, x: [0.34, 1.02], y: [32, 104] },
        ...{ marksX: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], marksY: [40, 60, 80, 100], labelX: "probability that the model gives them" },
        curves: [
          { at: [pair(0.34, 34), pair(1, 100)], color: "gray", dash: "1 3" },
          { at: kinds, color: "blue" },
        ],
        points: kinds.map((at) => ({ at, color: at[0] === own ? "amber" : "blue", diamond: at[0] === own })),
        now: [["as sure as right ⋯", "gray"], [`this sample ◆ ${short(own)}`, "amber"]],
      },
      {
        ...{ title: "cross-entropy", top: 159, bottom: 198, x: [0.36, 5.1], y: [0.5, 1.45], guide: state.temperature },
        ...{ marksX: [1, 2, 3, 4, 5], marksY: [0.6, 1, 1.4], labelX: "temperature" },
        curves: [{ at: line, color: "blue" }],
        points: [{ at: pair(state.temperature, loss), color: "blue" }],
        now: [[`● ${loss.toFixed(3)}`, "blue"]],
      },
    ];
  }
}
customElements.define("one-temperature", Temperature);
