// Logits to move: cross-entropy of logits, and of what a softmax has made of them, with their
// gradients. All logits but that of the right class are 0.
"use strict";

class SoftmaxTwice extends Explorable {
  controls = [
    { name: "z", label: "Logit of the right class", value: 0, min: -6, max: 12, step: 0.1 },
    { name: "classes", label: "Classes", value: 10, min: 2, max: 10, step: 1 },
  ];

  /** @param {State} state */
  values({ z, classes }) {
    const others = classes - 1;
    const right = 1 / (1 + others * Math.exp(-z));
    const wrong = others / (others + Math.exp(z)); // what is left for the other classes
    const lead = right - wrong / others; // of the right class, for the second softmax
    const twice = others * Math.exp(-lead);
    return {
      right,
      once: Math.log1p(others * Math.exp(-z)),
      twice: Math.log1p(twice),
      onceGradient: -wrong,
      twiceGradient: (-twice / (1 + twice)) * right * wrong * (classes / others),
      floor: Math.log1p(others / Math.E),
    };
  }

  /** @param {State} state */
  say(state) {
    const { right, once, twice, onceGradient, twiceGradient, floor } = this.values(state);
    const above = twice - floor;
    return {
      first: above < 0.0005 ? `Softmax twice is at its floor, a loss of ${floor.toFixed(3)}.` : `Softmax twice is ${short(above)} above its floor of ${floor.toFixed(3)}.`,
      rest:
        `The model gives the right class a probability of ${short(right)}. ` +
        `Once: loss ${short(once)}, gradient ${short(onceGradient)}. ` +
        `Twice: loss ${twice.toFixed(3)}, gradient ${short(twiceGradient)}.`,
      reached: above < 0.0005 && "It cannot fall further.",
    };
  }

  /** @param {State} state */
  panels({ z, classes }) {
    const at = (/** @type {number} */ at) => ({ at, ...this.values({ z: at, classes }) });
    const names = pair("once", "twice");
    const [losses, gradients] = drawComparison(spaced(-6, 12, 180).map(at), at(z), { x: [-6.6, 12.6], marksX: [-6, -3, 0, 3, 6, 9, 12], labelX: "logit of the right class, where all others are 0" }, [
      { text: "loss", names, keys: ["once", "twice"], y: [-0.5, 8.8], marksY: [0, 4, 8] },
      { text: "size of its gradient", names, keys: ["onceGradient", "twiceGradient"], y: [1e-6, 3], marksY: [1e-5, 1e-3, 0.1], log: true },
    ]);
    const { floor } = at(z);
    losses.curves.push({ at: [pair(-6.6, floor), pair(12.6, floor)], color: "gray", dash: "1 3" });
    return [losses, gradients];
  }
}
customElements.define("softmax-twice", SoftmaxTwice);
