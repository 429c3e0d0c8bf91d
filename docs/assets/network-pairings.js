// What the site has recorded of each pairing of a last activation and a loss, in words.
"use strict";

/**
 * By what the target is, and the loss: a letter for each of OUTPUT, in its order.
 * tests/test_network.py holds it to docs/activations-and-losses/data/matrix.json.
 * @type {Record<string, Record<string, string>>}
 */
const RECORDED = {
  "yes or no": {
    ...{ BCEWithLogitsLoss: "crffbr", BCELoss: "xlffxx", MSELoss: "ooffso", L1Loss: "rrffbr", SmoothL1Loss: "ooffso", HuberLoss: "ooffso" },
  },
  "a class": { CrossEntropyLoss: "crrcsr", NLLLoss: "uwrcuw" },
  "one of several": {
    ...{ BCEWithLogitsLoss: "orrrwr", BCELoss: "xooxxx", MSELoss: "ooorso", L1Loss: "rrrwwr", SmoothL1Loss: "ooowso", HuberLoss: "ooowso" },
  },
  "a number": {
    ...{ BCEWithLogitsLoss: "uwffdd", BCELoss: "xxxxxx", CrossEntropyLoss: "ffffff", NLLLoss: "xxxxxx" },
    ...{ MSELoss: "cdffwr", L1Loss: "odffwr", SmoothL1Loss: "odffwr", HuberLoss: "odffwr" },
  },
};

/** @type {Record<string, string>} */
const VERDICTS = {
  c: "right",
  l: "right, until its gradient is gone, at a logit of 20",
  o: "another objective, and its optimum is still the truth",
  n: "right at its optimum, and some starts never reach it",
  s: "right at its optimum, and most starts never reach it",
  r: "wrong, without an error: its outputs end in the right order on both data sets tried, and no reading of them is the truth",
  b: "wrong, without an error: whether its outputs end in the right order hangs on the start",
  w: "wrong, without an error: its outputs do not even end in the right order on the data sets tried",
  f: "wrong, without an error: its gradient is zero, so nothing is learned",
  u: "wrong, without an error: its loss falls without end",
  a: "wrong, without an error: its loss is least at infinite outputs",
  d: "wrong, without an error: where it leads hangs on the data, and it is never the truth",
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
