// A logit to move, where the target is 1: BCE against MSE after a sigmoid, and their gradients.
"use strict";

class ConfidentlyWrong extends Explorable {
  controls = [{ name: "z", label: "Logit, where the target is 1", value: -2, min: -12, max: 4, step: 0.1 }];

  /** @param {State} state */
  values({ z }) {
    const right = 1 / (1 + Math.exp(-z));
    const wrong = 1 / (1 + Math.exp(z)); // not 1 - right, which has no digits left where z is large
    return {
      right,
      bce: Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
      mse: wrong ** 2,
      bceGradient: -wrong,
      mseGradient: -2 * wrong ** 2 * right,
      ratio: 1 / (2 * right * wrong),
    };
  }

  /** @param {State} state */
  say(state) {
    const { right, bce, mse, bceGradient, mseGradient, ratio } = this.values(state);
    return {
      first: `The gradient of BCE is ${short(ratio)} times that of MSE.`,
      rest:
        `At a logit of ${short(state.z)} the model gives the right answer a probability of ${short(right)}. ` +
        `BCE: loss ${short(bce)}, gradient ${short(bceGradient)}. ` +
        `MSE: loss ${short(mse)}, gradient ${short(mseGradient)}.`,
      reached: state.z === -5.3 && "You have found it.",
    };
  }

  /** @param {State} state */
  panels({ z }) {
    const at = (/** @type {number} */ at) => ({ at, ...this.values({ z: at }) });
    const names = pair("BCE", "MSE");
    return drawComparison(spaced(-12, 4, 160).map(at), at(z), { x: [-12.6, 4.6], marksX: [-12, -8, -4, 0, 4], labelX: "logit, where the target is 1" }, [
      { text: "loss", names, keys: ["bce", "mse"], y: [-0.6, 12.6], marksY: [0, 5, 10] },
      { text: "size of its gradient", names, keys: ["bceGradient", "mseGradient"], y: [3e-6, 3], marksY: [1e-5, 1e-3, 0.1], log: true },
    ]);
  }
}
customElements.define("confidently-wrong", ConfidentlyWrong);
