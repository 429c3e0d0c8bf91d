// The PyTorch program that trains the network of the page, and what it prints.
"use strict";

/** @param {number} steps how often of so many a line is printed: about ten times */
function printEvery(steps) {
  const near = 10 ** Math.floor(Math.log10(Math.max(steps, 10) / 10));
  return [1, 2, 5, 10].map((one) => one * near).find((one) => steps / one <= 10);
}

/** @param {Settings} settings @param {Layer[]} layers */
function modelCode({ hidden, output }, layers) {
  const code = (/** @type {string} */ name) => (name === "GELU (tanh)" ? 'nn.GELU("tanh")' : `nn.${name}(${/Softmax$/.test(name) ? "dim=1" : ""})`);
  const lines = layers.flatMap(({ inputs, outputs }, place) => {
    const name = place + 1 < layers.length ? hidden : output;
    return [`nn.Linear(${inputs}, ${outputs})`, ...(name === "none" ? [] : [code(name)])];
  });
  return ["model = nn.Sequential(", ...lines.map((line) => `    ${line},`), ")"];
}

/** @param {Settings} settings */
function dataCode(settings) {
  const { classes, noise, code } = DATA[settings.data];
  if (!classes) return [...code, `target += ${noise} * numbers(99, 120).view(120, 1)`];
  const target = OF_CLASS[settings.loss] ? "label" : classes === 2 ? "label.double().unsqueeze(1)" : "nn.functional.one_hot(label).double()";
  const index = `place, label = torch.arange(120) // ${classes}, torch.arange(120) % ${classes}`;
  return [index, ...code, `x += ${noise} * numbers(99, 240).view(120, 2)`, `target = ${target}`];
}

/**
 * The program, for so many steps of training.
 * @param {Network} network @param {number} steps
 */
function programOf({ settings, layers, threshold }, steps) {
  const { loss, optimizer, rate, seed, start, output, data } = settings;
  const ofData = dataCode(settings);
  const right = layers.at(-1).outputs > 1 ? "output.argmax(1) == label" : `(output > ${threshold}) == target.bool()`;
  const accuracy = DATA[data].classes ? ', f"{right.double().mean():.3f}"' : "";
  const sure = `model[${output === "none" ? -1 : -2}].bias.data[-1] = 8`;
  return [
    ...(ofData.some((line) => line.includes("math.")) ? ["import math", ""] : []),
    ...["import torch", "from torch import nn", "", "torch.set_default_dtype(torch.float64)  # as the page computes", "", ""],
    ...["def numbers(seed, count):  # between -1 and 1, the same as in the page"],
    ...["    state, found = 1000003 * seed, []", "    for _ in range(count):", "        state = 16807 * state % 2147483647"],
    ...["        found.append(2 * state / 2147483647 - 1)", "    return torch.tensor(found)", "", ""],
    ...[...ofData, "", ...modelCode(settings, layers)],
    `nn.utils.vector_to_parameters(numbers(${seed}, 200), model.parameters())`,
    ...["for layer in model:", "    for parameter in layer.parameters():", "        parameter.data *= layer.in_features**-0.5"],
    ...(start === "random" ? [] : [sure]),
    ...["", `criterion = nn.${loss}()`, `optimizer = torch.optim.${optimizer}(model.parameters(), lr=${rate})`, `for step in range(${steps + 1}):`],
    ...["    output = model(x)", "    loss = criterion(output, target)", `    if step % ${printEvery(steps)} == 0:`],
    ...(accuracy ? [`        right = ${right}`] : []),
    ...[`        print(step, f"{loss.item():.4f}"${accuracy})`, "    optimizer.zero_grad()", "    loss.backward()", "    optimizer.step()", ""],
  ].join("\n");
}

/**
 * A number with four decimals, as Python writes it.
 * @param {number} value
 */
function fourDecimals(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  return Math.abs(value) < 1e21 ? (Object.is(value, -0) ? "-" : "") + value.toFixed(4) : `${BigInt(value)}.0000`;
}

/**
 * What the program prints, and where it stops, the error.
 * @param {Network} network @param {{loss: number, accuracy: number}[]} history
 */
function printedBy({ steps, error }, history) {
  const every = printEvery(steps);
  const lines = history.flatMap(({ loss, accuracy }, step) => {
    if (step % every) return [];
    return [[step, fourDecimals(loss), ...(accuracy === undefined ? [] : [accuracy.toFixed(3)])].join(" ")];
  });
  return [...lines, ...(error ? [error] : [])].join("\n");
}
