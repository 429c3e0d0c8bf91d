// What the site has recorded of each pairing of a last activation and a loss, in words.
"use strict";

/**
 * By what the target is, and the loss: a letter for each of OUTPUT, in its order.
 * tests/test_network.py holds it to docs/activations-and-losses/data/matrix.json.
 * @type {Record<string, Record<string, string>>}
 */
const RECORDED = {
  "yes or no": {
    ...{ BCEWithLogitsLoss: "crffrr", BCELoss: "xlffxx", MSELoss: "ooffoo", L1Loss: "rrffrr", SmoothL1Loss: "ooffoo", HuberLoss: "ooffoo" },
  },
  "a class": { CrossEntropyLoss: "crrcor", NLLLoss: "uwrcuw" },
  "one of several": {
    ...{ BCEWithLogitsLoss: "orrrrr", BCELoss: "xooxxx", MSELoss: "oooroo", L1Loss: "rrrwrr", SmoothL1Loss: "ooowoo", HuberLoss: "ooowoo" },
  },
  "a number": {
    ...{ BCEWithLogitsLoss: "uwffww", BCELoss: "xxxxxx", CrossEntropyLoss: "ffffff", NLLLoss: "xxxxxx" },
    ...{ MSELoss: "cwffwr", L1Loss: "owffwr", SmoothL1Loss: "owffwr", HuberLoss: "owffwr" },
  },
};

/** @type {Record<string, string>} */
const VERDICTS = {
  c: "right",
  l: "right, until its gradient is gone, at a logit of 20",
  o: "another objective, and its optimum is still the truth",
  r: "wrong, without an error: its outputs end in the right order, and no reading of them is the truth",
  w: "wrong, without an error: its outputs do not even end in the right order",
  f: "wrong, without an error: its gradient is zero, so nothing is learned",
  u: "wrong, without an error: its loss falls without end",
  x: "wrong: PyTorch raises an error, at once or after some steps",
};

/** @param {Settings} settings */
function recordedOf({ data, loss, output }) {
  const { classes } = DATA[data];
  const target = classes ? (OF_CLASS[loss] ? "a class" : classes > 2 ? "one of several" : "yes or no") : "a number";
  return RECORDED[target][loss][Object.keys(OUTPUT).indexOf(output)];
}

/** @param {Settings} settings */
function verdictOn(settings) {
  const { output, loss } = settings;
  const pairing = output === "none" ? `${loss} of the outputs as they are` : `${output} before ${loss}`;
  return `${pairing}: ${VERDICTS[recordedOf(settings)]}.`;
}
