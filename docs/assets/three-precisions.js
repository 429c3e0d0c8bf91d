// One loss, written in three ways, in three precisions: each step is rounded as torch rounds it.
"use strict";

/** @type {Record<string, [number, number, number]>} bits of the fraction, least exponent, largest number */
const FORMATS = {
  float32: [23, -126, 3.4028234663852886e38],
  bfloat16: [7, -126, 3.3895313892515355e38],
  float16: [10, -14, 65504],
};

/**
 * The nearest number that a format has; of two, the one whose last bit is 0.
 * @param {number} value
 * @param {string} format
 */
function rounded(value, format) {
  const [bits, least, most] = FORMATS[format];
  if (!value || !Number.isFinite(value)) return value;
  const step = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(value))), least) - bits);
  const [steps, below] = [value / step, Math.floor(value / step)];
  const up = steps - below === 0.5 ? below % 2 !== 0 : steps - below > 0.5;
  const near = (below + Number(up)) * step;
  return Math.abs(near) > most ? Math.sign(near) * Infinity : near;
}

class ThreePrecisions extends Explorable {
  controls = [
    { name: "z", label: "Logit z, where the target is 1", value: -10, min: -150, max: 150, step: 0.5 },
    { name: "format", label: "Precision", value: "float32", options: Object.keys(FORMATS) },
  ];

  /** @param {State} state */
  values({ z, format }) {
    const logit = rounded(z, format);
    const inside = rounded(1 + rounded(Math.exp(-logit), "float32"), "float32"); // as torch does, in each
    const probability = rounded(1 / inside, format);
    const plain = -rounded(Math.log(probability), format);
    const exact = Math.max(-logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
    return { probability, plain, bce: Math.min(plain, 100), logits: rounded(exact, format) };
  }

  /** @param {State} state */
  say({ z, format }) {
    const { probability, plain, bce, logits } = this.values({ z, format });
    const said = (/** @type {number} */ value) => (Number.isFinite(value) ? short(value + 0) : "inf");
    return {
      first: `In ${format}, −log(sigmoid(z)) is ${said(plain)}.`,
      rest: `At z = ${short(z)} the sigmoid is ${said(probability)}. BCELoss of it is ${said(bce)}, and BCEWithLogitsLoss of the logit is ${said(logits)}.`,
      reached: format === "float32" && plain === Infinity && "You have found it.",
    };
  }

  /** @param {State} state @returns {Panel[]} */
  panels({ z, format }) {
    const line = spaced(-150, 150, 600).map((at) => ({ at, ...this.values({ z: at, format }) }));
    const { plain, bce, logits } = this.values({ z, format });
    return [
      {
        ...{ title: "loss", top: 17, bottom: 198, x: [-160, 160], y: [-6, 158], guide: z },
        ...{ marksX: [-150, -100, -50, 0, 50, 100, 150], marksY: [0, 50, 100, 150], labelX: "logit z, where the target is 1" },
        curves: [
          { at: line.map(({ at, logits }) => pair(at, logits)), color: "green" },
          { at: line.map(({ at, bce }) => pair(at, bce)), color: "amber", dash: "2 3" },
          { at: line.map(({ at, plain }) => pair(at, plain)), color: "red", dash: "7 3" },
        ],
        points: [
          { at: [z, plain], color: "red", square: true },
          { at: [z, bce], color: "amber", diamond: true },
          { at: [z, logits], color: "green" },
        ],
        now: [["−log ■", "red"], ["BCELoss ◆", "amber"], ["BCEWithLogitsLoss ●", "green"]],
      },
    ];
  }
}
customElements.define("three-precisions", ThreePrecisions);
