// The shapes and dtypes that a reader types, and the recorded forms that they can be.
"use strict";

/**
 * @typedef {{sizes: number[], dtype: string}} Tensor
 * @typedef {{state: Choice, sizes: Record<string, number>}} Form
 */

/** @type {Record<string, string>} what people call a dtype -> its name */
const DTYPES = { float: "float32", double: "float64", half: "float16", long: "int64", int: "int32", short: "int16", byte: "uint8" };

/**
 * A tensor such as "(32, 10) float32", "torch.Size([32, 10]), torch.float32" or "32 x 10 long".
 * @param {string} text
 * @returns {Tensor | null} nothing, if no shape is in it
 */
function typedTensor(text) {
  const named = text.toLowerCase().match(/(bfloat16|float(?:64|32|16)?|double|half|u?int(?:64|32|16|8)?|long|short|byte|bool)(?:tensor)?\b/);
  const rest = named ? text.toLowerCase().replace(named[0], "") : text;
  const sizes = (rest.match(/[([]\s*([\d\s,x×*]+?)[,\s]*[)\]]/)?.[1] ?? rest).match(/\d+/g) ?? [];
  if (!sizes.length && !/\(\s*\)|\[\s*\]/.test(rest)) return null;
  const dtype = named?.[1] ?? "";
  return { sizes: sizes.map(Number), dtype: DTYPES[dtype] ?? dtype };
}

/** @param {Tensor | null} output that was read, or not: then it is the first to be written */
function unread(output) {
  return `Write the shape of your ${output ? "target" : "output"} and its dtype, for example (32, 10) float32.`;
}

/**
 * Why two tensors are none that could be among what ran, if so.
 * @param {Tensor} output
 * @param {Tensor} target
 */
function whyUnfit(output, target) {
  if (/int|bool/.test(output.dtype)) {
    return `Outputs of ${output.dtype} cannot be trained: only floats have gradients. Give the loss the numbers that the model computes, without argmax, round or a comparison.`;
  }
  if (!output.sizes.length || !target.sizes.length) {
    return "What ran has a batch axis, which a tensor of shape () lacks. Type the shapes of a batch: output.unsqueeze(0) and target.unsqueeze(0) make a batch of one.";
  }
  if ([...output.sizes, ...target.sizes].includes(0)) return "An axis of size 0 holds no numbers, so there is nothing to train on. Type the shapes of a batch that is not empty.";
  return "";
}

/**
 * Outputs with several axes after the classes, as those of images, with these made one; others as they are.
 * @param {Tensor} output
 * @param {Tensor} target
 */
function flattened(output, target) {
  const places = output.sizes.slice(2);
  const before = target.sizes.length - places.length;
  const isSame = places.join() === target.sizes.slice(before).join();
  if (places.length < 2 || ![1, 2].includes(before) || !isSame) return [output, target];
  const size = places.reduce((product, one) => product * one, 1);
  return [output, target].map((tensor, number) => ({ ...tensor, sizes: [...tensor.sizes.slice(0, number ? before : 2), size] }));
}

/**
 * @param {Tensor} output
 * @param {Tensor} target
 */
function aboutFlattened(output, target) {
  const [one, other] = [output, target].map(({ sizes }) => `(${sizes.join(", ")})`);
  return `This is of output.flatten(2) and target.flatten(${target.sizes.length - 1}), of shapes ${one} and ${other}: with more axes, the words of an error may differ.`;
}

/**
 * The size of each axis, if a shape has as many, and each name one size; an axis called 1 is of size 1.
 * @param {string} shape
 * @param {number[]} sizes
 * @param {Record<string, number>} known
 */
function matchedSizes(shape, sizes, known) {
  const axes = axesOf(shape);
  const found = { ...known };
  if (axes.length !== sizes.length) return null;
  for (const [place, axis] of axes.entries()) {
    const size = sizes[place];
    const wanted = /^\d+$/.test(axis) ? Number(axis) : (found[axis] ?? size);
    if (size !== wanted) return null;
    if (!/^\d+$/.test(axis)) found[axis] = size;
  }
  return found;
}

/**
 * The recorded forms that an output and a target can be, those first that are nearest to a right pair;
 * an axis of size 1 is a batch of one, or one class, only where nothing else fits.
 * @param {PairingRecords} records
 * @param {Tensor} output
 * @param {Tensor} target
 * @returns {Form[]}
 */
function formsOf(records, output, target) {
  /** @type {Form[]} */
  const found = [];
  for (const outputs of records.names.outputs) {
    const known = matchedSizes(outputs, output.sizes, {});
    if (!known) continue;
    for (const { kind, shape, dtype } of Object.values(records.data.targets)) {
      const sizes = matchedSizes(shape, target.sizes, known);
      if (sizes && dtype === (target.dtype || dtype)) found.push({ state: { outputs, values: kind, shape, dtype }, sizes });
    }
  }
  const ones = (/** @type {Form} */ { sizes }) => Object.values(sizes).filter((size) => size === 1).length;
  const least = Math.min(...found.map(ones));
  const far = (/** @type {Form} */ { state }) => records.distance(state);
  return found.filter((form) => ones(form) === least).sort((one, other) => far(one) - far(other));
}

/**
 * What to say of forms that fit: which axes are which, and what may be otherwise with these sizes.
 * @param {Form} form
 * @param {Tensor} output
 */
function aboutForm({ state, sizes }, output) {
  const axes = Object.entries(sizes).map(([axis, size]) => `${axis} = ${size}`);
  const said = [`Yours are outputs ${state.outputs} and a target ${state.shape}, with ${axes.join(", ")}.`];
  const equal = new Set(Object.values(sizes)).size < Object.keys(sizes).length;
  if (equal) said.push("Here these sizes differ: where they are equal, as with you, shapes that are an error here may broadcast in silence.");
  if (Object.values(sizes).includes(1)) said.push("An axis of size 1 broadcasts: what is an error here may run with you.");
  if (output.dtype && output.dtype !== "float32") said.push(`The outputs here were float32, not ${output.dtype}.`);
  return said.join(" ");
}
