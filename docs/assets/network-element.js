// A small network to train in the page. What it computes is in network-arithmetic.js.
"use strict";

const [AT_ONCE, BIG, MOST, BUDGET] = [5, 100, 5000, 6]; // steps in a frame, in a big step, in all; ms in a frame

class NetworkTrainer extends Explorable {
  controls = [
    { name: "data", label: "Data", value: "moons", options: Object.keys(DATA) },
    { name: "hidden", label: "Hidden activation", value: "none", options: Object.keys(HIDDEN) },
    { name: "layers", label: "Hidden layers", value: 1, min: 0, max: 3, step: 1 },
    { name: "width", label: "Units in each", value: 8, min: 1, max: 8, step: 1 },
    { name: "output", label: "Last activation", value: "none", options: Object.keys(OUTPUT) },
    { name: "loss", label: "Loss", value: "BCEWithLogitsLoss", options: LOSSES },
    { name: "optimizer", label: "Optimizer", value: "Adam", options: ["Adam", "SGD"] },
    { name: "rate", label: "Learning rate", value: "0.03", options: ["0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1"] },
    { name: "start", label: "Start", value: "random", options: ["random", "surely wrong"] },
    { name: "seed", label: "Seed", value: 1, min: 1, max: 20, step: 1 },
  ];

  build() {
    const panel = super.build();
    this.play = button("Play", () => (this.training ? this.stop() : this.train(Math.min(MOST, this.network.steps + 2000), true)));
    const buttons = [
      ...[button("Step", () => this.train(this.network.steps + 1)), button(`${BIG} steps`, () => this.train(this.network.steps + BIG))],
      ...[this.play, button("Reset", () => this.renew())],
    ];
    this.said.before(element("div", { className: "network-buttons" }, ...buttons));
    this.code = element("code", { tabIndex: 0 });
    this.printed = element("code", { tabIndex: 0 });
    panel.append(this.programPart("The same in PyTorch", this.code, this.copying()), this.programPart("It prints", this.printed));
    this.restart();
    this.pauseUnseen();
    return panel;
  }

  /** @param {string} title @param {HTMLElement} code @param {...HTMLElement} more */
  programPart(title, code, ...more) {
    const pre = element("pre", { className: "no-copy" }, code);
    const head = element("div", { className: "network-buttons" }, element("strong", { textContent: title }), ...more);
    return element("div", { className: "network-program" }, head, pre);
  }

  copying() {
    const copy = button("Copy this program", async () => {
      try {
        await navigator.clipboard.writeText(this.code.textContent);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(this.code);
        copy.textContent = "Selected: copy it with your keyboard";
      }
    });
    return copy;
  }

  pauseUnseen() {
    new IntersectionObserver(([{ isIntersecting }]) => !isIntersecting && this.stop()).observe(this);
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
  }

  /** @param {State} changes */
  take(changes) {
    super.take(changes);
    this.restart();
  }

  restart() {
    this.network = new Network(/** @type {Settings} */ (this.state));
    /** @type {{loss: number, accuracy: number}[]} */
    this.history = [];
    this.note();
    this.regions = undefined;
    this.stop();
  }

  note() {
    const { loss, accuracy, error } = this.network;
    if (!error) this.history.push({ loss, accuracy });
  }

  // The same network, from its start.
  renew() {
    this.restart();
    this.stale = true;
    this.soon();
  }

  get ended() {
    const { error, steps } = this.network;
    return Boolean(error) || steps >= MOST || !(Math.abs(this.history.at(-1).loss) < 1e6);
  }

  /** @param {number} until which step @param {boolean} [playing] in sight of the reader */
  train(until, playing) {
    if (this.training) this.stop();
    this.work = undefined;
    this.training = { until, playing, rest: false };
    if (playing) {
      this.play.textContent = "Pause";
      this.said.textContent = "It is training.";
    }
    this.goOn();
  }

  stop() {
    if (!this.training) return;
    cancelAnimationFrame(this.nextFrame);
    clearTimeout(this.pause);
    this.training = undefined;
    this.work = undefined;
    this.play.textContent = "Play";
    this.stale = true;
    this.soon();
  }

  // In each frame there is training, or drawing, for as long as a frame has time. Who asks for less
  // motion sees big steps, one in a second.
  goOn() {
    this.nextFrame = requestAnimationFrame(() => {
      const end = performance.now() + BUDGET;
      if (this.work) {
        if (!this.drawn(end) || !this.training.rest) return this.goOn();
        this.pause = setTimeout(() => this.goOn(), 1000);
        return;
      }
      const { until, playing } = this.training;
      const calm = playing && matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.stepUntil(end, calm ? this.network.steps - (this.network.steps % BIG) + BIG : this.network.steps + (playing ? AT_ONCE : BIG));
      if (this.network.steps >= until || this.ended) return this.stop();
      this.training.rest = calm && this.network.steps % BIG === 0;
      if (playing && (!calm || this.training.rest)) this.work = this.drawing();
      this.goOn();
    });
  }

  /** @param {number} end when to stop @param {number} most after which step at the latest */
  stepUntil(end, most) {
    const last = Math.min(most, this.training.until);
    while (this.network.steps < last && !this.ended) {
      this.network.step();
      this.note();
      if (performance.now() > end) return;
    }
  }

  /** @param {number} end when to stop @returns {boolean} whether the picture is done */
  drawn(end) {
    while (!this.work.next().done) if (performance.now() > end) return false;
    this.work = undefined;
    return true;
  }

  // The picture, in small parts.
  *drawing() {
    const { network, history } = this;
    const { classes } = DATA[network.settings.data];
    const regions = classes ? yield* regionsOf(network, CELLS) : [];
    const title = network.accuracy === undefined ? `step ${network.steps}` : `step ${network.steps}: ${percent(network.accuracy)} right`;
    const left = classes ? mapPicture(network, regions) : fitPicture(network);
    yield;
    const losses = lossPicture(history.map(({ loss }) => loss), floorOf(network.settings));
    const parts = [left, words(MAP_LEFT, 12, "start", title), losses, gradientPicture(network.norms())];
    yield;
    this.regions = regions;
    this.live.innerHTML = parts.join("");
  }

  // A picture, and one sentence where it stands still, and none unseen.
  soon() {
    if (!this.inView || !this.stale || this.frame || this.training) return;
    this.stale = false;
    this.work = this.drawing();
    this.draw();
  }

  draw() {
    this.frame = requestAnimationFrame(() => {
      if (this.training) this.frame = 0;
      else if (!this.stale && !this.drawn(performance.now() + BUDGET)) this.draw();
      else {
        this.frame = 0;
        if (this.stale) return this.soon();
        this.tell();
        if (!this.live.isConnected) this.querySelector(".explorable-stage").append(this.live);
        this.toggleAttribute("live", true);
      }
    });
  }

  tell() {
    super.tell();
    const { network, history } = this;
    const steps = network.steps || BIG;
    this.code.textContent = programOf(network, steps);
    this.printed.textContent = network.steps || network.error ? printedBy(network, history) : "";
    const norms = network.norms().map((norm, place) => `layer ${place + 1} ${short(norm)}`);
    this.live.setAttribute("aria-label", `${this.seen()} ${this.curve()} Size of the gradient: ${norms.join(", ")}.`);
  }

  curve() {
    const [first, last] = [this.history[0], this.history.at(-1)];
    return this.history.length > 1 ? `The loss began at ${fourDecimals(first.loss)} and is ${fourDecimals(last.loss)}.` : "It has not been trained.";
  }

  // What the picture shows, in words.
  seen() {
    const { network } = this;
    const { classes } = DATA[network.settings.data];
    if (!classes) return straight(fitted(network)) ? "What it fits is a straight line." : "What it fits is a curve.";
    const { regions } = this;
    if (!regions) return "";
    if (regions.every(({ edges }) => !edges.length)) return `It says class ${network.predicted(network.forward([0, 0]).last.value)} everywhere.`;
    if (classes > 2) return `${regions.filter(({ area }) => area).length} of its ${classes} classes have a region.`;
    return straight(regions[1].edges.flat()) ? "Its boundary is a straight line." : "Its boundary bends.";
  }

  /** @returns {Said} */
  say() {
    const { network } = this;
    const { steps, error, accuracy } = network;
    const { hidden, layers } = network.settings;
    if (error) return { first: `PyTorch raises an error at step ${steps}.`, rest: `${error}. ${verdictOn(network.settings)}` };
    const loss = `Step ${steps}: loss ${fourDecimals(network.loss)}`;
    const first = accuracy === undefined ? `${loss}.` : `${loss}, ${percent(accuracy)} right.`;
    const floor = floorOf(network.settings);
    const pull = `The gradient of layer ${network.layers.length} is ${short(network.norms().at(-1))}.`;
    const rest = [
      ...[this.seen(), pull, verdictOn(network.settings), ...(floor === undefined ? [] : [`The loss cannot fall below ${floor.toFixed(3)}.`])],
      ...(this.ended && steps < MOST ? ["The training has run away."] : []),
    ];
    const learned = hidden !== "none" && layers && accuracy === 1 && steps;
    return { first, rest: rest.filter(Boolean).join(" "), reached: learned ? "It gets every point right." : "" };
  }
}
customElements.define("network-trainer", NetworkTrainer);

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)}%`;
}
