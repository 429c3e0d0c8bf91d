// The picture of a network that trains: what it says of each place, its loss, its gradients.
"use strict";

const CELLS = 24; // of the map, on each side
const [MAP_LEFT, MAP_TOP, MAP_SIZE] = [4, 18, 164];
const CLASS_COLORS = ["amber", "blue", "violet"];
const CLASS_SIGNS = ["●", "■", "◆"];

/** @typedef {[number, number]} Spot */
/** @typedef {{area: string, edges: [Spot, Spot][]}} Region where a score is above 0, and the lines around it */

/** @param {number} value from -2 to 2 */
const mapX = (value) => MAP_LEFT + ((value + 2) / 4) * MAP_SIZE;
/** @param {number} value from -2 to 2 */
const mapY = (value) => MAP_TOP + ((2 - value) / 4) * MAP_SIZE;
/** @param {number} x @param {number} y @param {string} end @param {string} text @param {string} [color] */
const words = (x, y, end, text, color) => `<text x="${x}" y="${y}" text-anchor="${end}"${color ? ` fill="var(--${color})"` : ""}>${text}</text>`;
/** @param {Spot[]} spots */
const through = (spots) => `M${spots.map((spot) => spot.map((one) => one.toFixed(1)).join(" ")).join("L")}`;

/**
 * For each class how far a place is on its side, from below 0 to above.
 * @param {Network} network @param {number[]} input
 */
function scores(network, input) {
  const { logits, last } = network.forward(input);
  const { output } = network.settings;
  if (logits.length === 1) {
    const score = output === "Sigmoid" ? logits[0] : last.value[0] - network.threshold;
    return [-score, score];
  }
  const ordered = output === "ReLU" || output === "Tanh" ? last.value : logits; // others keep the order
  return ordered.map((one, i) => one - Math.max(...ordered.filter((_, other) => other !== i)));
}

/**
 * The regions of the classes, by interpolation between the places of a grid; it rests after each row.
 * @param {Network} network @param {number} cells @returns {Generator<void, Region[]>}
 */
function* regionsOf(network, cells) {
  const places = spaced(-2, 2, cells);
  /** @type {number[][][]} */
  const grid = [];
  for (const y of places) {
    grid.push(places.map((x) => scores(network, [x, y])));
    yield;
  }
  const regions = grid[0][0].map(() => /** @type {Region} */ ({ area: "", edges: [] }));
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) regions.forEach((region, label) => addCell(region, grid, places, row, column, label));
    yield;
  }
  return regions;
}

/** @param {Region} region @param {number[][][]} grid @param {number[]} places @param {number} row @param {number} column @param {number} label */
function addCell(region, grid, places, row, column, label) {
  const corners = [pair(row, column), pair(row, column + 1), pair(row + 1, column + 1), pair(row + 1, column)];
  /** @type {Spot[]} */
  const inside = [];
  /** @type {Spot[]} */
  const crossed = [];
  corners.forEach(([y, x], i) => {
    const [nextY, nextX] = corners[(i + 1) % 4];
    const [here, there] = [grid[y][x][label], grid[nextY][nextX][label]];
    if (here > 0) inside.push(pair(mapX(places[x]), mapY(places[y])));
    if (here > 0 === there > 0) return;
    const share = here / (here - there);
    const at = (/** @type {number} */ from, /** @type {number} */ to) => places[from] + share * (places[to] - places[from]);
    const spot = pair(mapX(at(x, nextX)), mapY(at(y, nextY)));
    inside.push(spot);
    crossed.push(spot);
  });
  if (inside.length > 2) region.area += `${through(inside)}Z`;
  if (crossed.length > 1) region.edges.push(pair(crossed[0], crossed[1]));
}

/**
 * Whether spots lie on one straight line, to a hundredth of the map.
 * @param {Spot[]} spots
 */
function straight(spots) {
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(spots.map(([one]) => one)), mean(spots.map(([, one]) => one))];
  const angle = Math.atan2(2 * mean(spots.map(([a, b]) => (a - x) * (b - y))), mean(spots.map(([a, b]) => (a - x) ** 2 - (b - y) ** 2))) / 2;
  return spots.every(([a, b]) => Math.abs((b - y) * Math.cos(angle) - (a - x) * Math.sin(angle)) < MAP_SIZE / 100);
}

/** @param {string} color @param {number} label @param {Spot} at @param {boolean} wrong */
function mark(color, label, [x, y], wrong) {
  const look = `fill="var(--${color})" stroke="var(--paper)" stroke-width=".8"`;
  const ring = wrong ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5" fill="none" stroke="currentcolor" stroke-width="1.2"/>` : "";
  if (!label) return `${ring}<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.9" ${look}/>`;
  const turned = label > 1 ? ` transform="rotate(45 ${x.toFixed(1)} ${y.toFixed(1)})"` : "";
  return `${ring}<rect x="${(x - 2.6).toFixed(1)}" y="${(y - 2.6).toFixed(1)}" width="5.2" height="5.2" ${look}${turned}/>`;
}

/** @param {Network} network @param {Region[]} regions */
function mapPicture(network, regions) {
  const patterns = regions.map((_, label) => {
    const lines = ["", "M0 0L6 6M-3 3L3 9M3 -3L9 3", "M0 3H6"][label]; // signs beside colours
    return `<pattern id="network-class-${label}" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0H6V6H0Z" fill="var(--${CLASS_COLORS[label]})" opacity=".16"/><path d="${lines}" stroke="var(--${CLASS_COLORS[label]})" stroke-width=".7" opacity=".5"/></pattern>`;
  });
  const areas = regions.map(({ area }, label) => `<path d="${area || "M0 0"}" fill="url(#network-class-${label})"/>`);
  const edges = regions.slice(1).flatMap((region) => region.edges.map(through));
  const points = network.samples.map(({ x, label }) => mark(CLASS_COLORS[label], label, pair(mapX(x[0]), mapY(x[1])), network.predicted(network.forward(x).last.value) !== label));
  const names = regions.map((_, label) => `<tspan fill="var(--${CLASS_COLORS[label]})">${CLASS_SIGNS[label]} class ${label}</tspan>`);
  return [
    ...[`<defs>${patterns.join("")}</defs>`, ...areas, `<path d="${edges.join("") || "M0 0"}" fill="none" stroke="currentcolor" stroke-width="1.6" class="boundary"/>`],
    ...[...points, words(MAP_LEFT, 199, "start", names.join(" ")), words(MAP_LEFT, 215, "start", "in a ring: on the wrong side")],
  ].join("");
}

/** @param {Network} network @returns {Spot[]} what it says of each place on a line */
const fitted = (network) => spaced(-2, 2, 80).map((x) => pair(mapX(x), mapY(network.forward([x]).last.value[0])));

/** @param {Network} network */
function fitPicture(network) {
  const points = network.samples.map(({ x, target }) => mark("gray", 0, pair(mapX(x[0]), mapY(target[0])), false));
  const line = fitted(network).map(([x, y]) => pair(x, Math.min(MAP_TOP + 400, Math.max(-400, y))));
  return [
    `<svg x="${MAP_LEFT}" y="${MAP_TOP}" width="${MAP_SIZE}" height="${MAP_SIZE}" viewBox="${MAP_LEFT} ${MAP_TOP} ${MAP_SIZE} ${MAP_SIZE}">`,
    ...[...points, `<path d="${through(line)}" fill="none" stroke="var(--blue)" stroke-width="2.4" class="boundary"/></svg>`],
    words(MAP_LEFT, 199, "start", `<tspan fill="var(--gray)">● target</tspan> <tspan fill="var(--blue)">— output</tspan>`),
  ].join("");
}

/**
 * The loss so far, and where it has one, the floor.
 * @param {number[]} losses @param {number} [floor]
 */
function lossPicture(losses, floor) {
  const [left, right, top, bottom] = [224, 357, 18, 100];
  const known = losses.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0.01, ...known)];
  const across = (/** @type {number} */ step) => left + (step / Math.max(1, losses.length - 1)) * (right - left);
  const up = (/** @type {number} */ loss) => bottom - ((loss - low) / (high - low)) * (bottom - top);
  const every = Math.ceil(losses.length / 200);
  const shown = losses.flatMap((loss, step) => (Number.isFinite(loss) && (step % every === 0 || step === losses.length - 1) ? [pair(across(step), up(loss))] : []));
  const rule = (/** @type {number} */ y, /** @type {string} */ look) => `<path d="M${left} ${y}H${right}" ${look}/>`;
  const marks = [low, high].map((one) => rule(up(one), 'stroke="var(--line)" stroke-width=".6"') + words(left - 4, up(one) + 4, "end", short(Number(one.toPrecision(2)))));
  const below = floor === undefined ? "" : rule(up(floor), 'stroke="var(--red)" stroke-width="1.4" stroke-dasharray="1 3"') + words(right, up(floor) + 12, "end", `floor ${floor.toFixed(3)}`, "red");
  return [
    ...[...marks, below, ...(shown.length ? [`<path d="${through(shown)}" fill="none" stroke="var(--blue)" stroke-width="2"/>`] : [])],
    ...shown.slice(-1).map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="var(--blue)"/>`),
    ...[words(left, bottom + 13, "start", "0"), words(right, bottom + 13, "end", `step ${Math.max(0, losses.length - 1)}`)],
    words(left, top - 6, "start", `loss ${losses.length ? fourDecimals(losses.at(-1)) : ""}`),
  ].join("");
}

/** @param {number[]} norms */
function gradientPicture(norms) {
  const [left, right] = [238, 312];
  const bars = norms.map((norm, place) => {
    const [y, share] = [148 + 20 * place, Math.min(1, Math.max(0, (Math.log10(norm || 1e-99) + 8) / 9))]; // 1e-8 to 10
    const bar = `<rect x="${left}" y="${y}" width="${(share * (right - left)).toFixed(1)}" height="12" fill="var(--gray)"/>`;
    return `${words(190, y + 10, "start", `layer ${place + 1}`)}${bar}${words(357, y + 10, "end", short(norm))}`;
  });
  return `${words(190, 138, "start", "size of each layer's gradient")}${bars.join("")}`;
}
