// What is said of one combination: the verdict in plain words, the message, the remedy, the program.
"use strict";

/** @type {Record<string, string>} a reservation about a right pairing -> what is gone without it */
const SPARED = { "with outputs to spare": "the outputs to spare", "until its gradient is gone": "the lost gradient" };
/** What a share is called that is recorded in quarters. */
const SHARES = ["less than one in eight", "about a quarter", "about half", "about three quarters", "all"];

class PairingResult {
  /**
   * @param {PairingRecords} records
   * @param {Choice} state
   * @param {(state: Choice) => string} address
   */
  constructor(records, state, address) {
    this.records = records;
    this.state = state;
    this.address = address;
    this.combination = { ...state, target: records.target(state) };
    this.result = records.look(this.combination);
    this.kind = records.kind(this.result, state.task);
    this.rare = records.atTimes(this.result);
  }

  /** The verdict, in a line. */
  title() {
    const [outcome, phase] = this.result;
    const how = this.reservation();
    const seldom = this.records.verdict(this.result, this.state.task)?.startsWith("seldom");
    /** @type {Record<string, string>} */
    const words = {
      error: this.rare ? "PyTorch raises an error for some values." : `PyTorch raises an error in the ${phase} pass.`,
      right: how ? `Right, ${how}.` : "Right.",
      other: "Another objective, whose optimum is still the truth.",
      seldom: `Right at its optimum, which training ${seldom ? "seldom reaches" : "does not always reach"}.`,
      wrong: outcome === "warns" ? "Wrong." : "Wrong. PyTorch says nothing.",
    };
    return outcome === "warns" ? `${words[this.kind]} PyTorch warns, and goes on.` : words[this.kind];
  }

  /** What the verdict on a right one adds after its colon. */
  reservation() {
    return this.kind === "right" ? this.records.verdict(this.result, this.state.task).split(": ")[1] : "";
  }

  parts() {
    const { data } = this.records;
    const said = this.result[2];
    /** @type {(HTMLElement | null)[]} */
    const parts = [paragraph(this.plainly())];
    if (said) {
      const href = `../../find/?message=${encodeURIComponent(said)}`;
      const link = element("a", { href, textContent: "Pages about this message" });
      parts.push(listing(said), element("p", {}, `${this.result[4]} `, link));
    }
    const quirk = this.kind === "wrong" ? this.records.quirk(this.state) : null;
    if (quirk) {
      const link = element("a", { href: `../quirks/${quirk[0]}/`, textContent: quirk[1] });
      parts.push(element("p", {}, "Measured on a page of its own: ", link, "."));
    }
    parts.push(this.fix());
    if (this.kind !== "error") parts.push(this.curves(), broadcastPicture(data, this.state));
    parts.push(this.reasons(), ...this.elsewhere(), this.program());
    return parts.filter(Boolean);
  }

  /** What it means for who trains with it. */
  plainly() {
    const { plain, gives, takes } = this.records.data;
    const { activation, loss } = this.state;
    const verdict = this.records.verdict(this.result, this.state.task);
    const error = this.rare ? plain["raises for some values"] : plain.raises;
    const parts = `${gives[activation] ?? ""} ${takes[loss] ?? ""}`;
    return `${this.kind === "error" ? error : plain[verdict]} ${parts}`.trim();
  }

  /** The changes that lead to one to recommend, or that there is nothing to change. */
  fix() {
    const how = [this.result[0] === "warns" ? "the warning" : "", SPARED[this.reservation()?.split(",")[0]] ?? ""].filter(Boolean);
    if (this.kind === "right" && !how.length) return paragraph("There is nothing to mend.");
    const near = this.records.nearest(this.state);
    if (!near) return paragraph("No output and loss here are right for such a target.");
    /** @type {Record<string, string>} */
    const names = { dtype: "target’s dtype", activation: "activation", shape: "target’s shape", loss: "loss", outputs: "outputs’ shape" };
    const changes = near.changed.map((part) => `the ${names[part]} from ${this.state[part]} to ${near.other[part]}`);
    const link = element("a", { href: this.address(near.other), textContent: "Show that" });
    /** @type {Record<string, string>} */
    const aims = { right: `It works. Without ${how.join(" and ")}`, other: "With the usual objective" };
    const aim = `${aims[this.kind] ?? "To make it right"}: `;
    const start = element("strong", { textContent: aim });
    return element("p", { className: "explorer-fix" }, start, `change ${changes.join(", and ")}. `, link);
  }

  /** The loss while it trains, and beside it that of the right one: drawn when it comes into view. */
  curves() {
    const place = element("figure", { className: "explorer-curves" });
    const draw = async () => {
      const near = this.kind === "right" ? null : this.records.nearest(this.state);
      const [own, right] = await Promise.all([this.records.curve(this.state), near && this.records.curve(near.other)]);
      if (!own) return place.remove();
      place.innerHTML = curvesPicture([{ ...own, kind: this.kind }, ...(right ? [{ ...right, kind: "right" }] : [])]);
      const scale = right && !sameLoss(own, right) ? " Two losses have no common scale." : "";
      const source = element("a", { href: "../data/curves.json", textContent: "curves.json" });
      place.append(element("figcaption", {}, `The loss while a linear layer trains.${scale} Recorded in `, source));
    };
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      if (!isIntersecting) return;
      observer.disconnect();
      draw();
    }).observe(place);
    return place;
  }

  /**
   * Of how many of the usual starts a verdict is, where that was counted.
   * @param {string} task
   */
  starts(task) {
    const known = this.result[5]?.[task];
    if (known === undefined) return "";
    const isOrder = this.result[3][task].startsWith("wrong");
    const inAll = this.records.data.starts["in all"];
    return isOrder ? ` The order is right from ${known} of ${inAll} starts.` : ` Of the usual starts, ${SHARES[4 * known]} arrive.`;
  }

  /** How an expert would put it: the verdict on each reading of the target. */
  reasons() {
    const verdicts = Object.entries(this.result[3]);
    if (!verdicts.length) return null;
    const items = verdicts.map(([task, verdict]) => {
      const name = element("dt", { textContent: `As ${task}: ${verdict}` });
      return element("div", {}, name, element("dd", { textContent: this.records.data.verdicts[verdict] + this.starts(task) }));
    });
    const link = element("a", { href: "#how-a-verdict-is-reached", textContent: "How a verdict is reached" });
    return element(
      "details",
      { className: "more explorer-reasons" },
      element("summary", { textContent: "The verdict, precisely" }),
      element("dl", { className: "explorer-verdicts" }, ...items),
      element("p", {}, link),
    );
  }

  /** What it does elsewhere, and whether it has run on CUDA. */
  elsewhere() {
    const differs = this.records.elsewhere(this.combination);
    const places = this.records.data.cuda.filter((place) => !differs.some(([where]) => where.includes(place)));
    const lines = differs.map(([where, outcome, phase, said, unnoticed]) => {
      /** @type {Choice} */
      const outcomes = {
        raises: `an error in the ${phase} pass.`,
        warns: "a warning, and it goes on.",
        silent: "no error and no warning.",
        crashes: "the process ends.",
        absent: "there is no such thing.",
      };
      const warning = " What is an error elsewhere goes unnoticed there.";
      const className = unnoticed ? "explorer-elsewhere wrong" : "explorer-elsewhere";
      const textContent = `${where}: ${outcomes[outcome]}${unnoticed ? warning : ""}`;
      const line = element("p", { className, textContent });
      return said ? element("div", {}, line, listing(said)) : line;
    });
    const cuda = this.records.data.cuda.length ? places.map((place) => `On ${place}: the same.`) : ["Not run on CUDA."];
    return [...lines, ...cuda.map((textContent) => element("p", { className: "snippet-caption", textContent }))];
  }

  program() {
    const source = this.records.program(this.combination);
    const shown = listing(source);
    const copy = element("button", { type: "button", textContent: "Copy this program" });
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(shown);
        copy.textContent = "Selected: copy it with your keyboard";
      }
    });
    const ran = `This very program ran with ${this.records.data.ran}`;
    const caption = element("p", { className: "snippet-caption" }, `${ran} · `, copy);
    return element("div", { className: "explorer-program" }, shown, caption);
  }
}

/**
 * Code that wraps or scrolls, without the copy button that Material adds once and forgets.
 * @param {string} textContent
 */
function listing(textContent) {
  const code = element("code", { textContent, tabIndex: 0 });
  return element("pre", { className: "no-copy" }, code);
}

/** @param {string} textContent */
function paragraph(textContent) {
  return element("p", { textContent });
}

/** @param {Curve} one @param {Curve} other */
function sameLoss(one, other) {
  return one.name.split(" before ")[1] === other.name.split(" before ")[1];
}

/**
 * Panels side by side, with one scale if they are of one loss.
 * @param {(Curve & {kind: string})[]} curves
 */
function curvesPicture(curves) {
  const finite = (/** @type {Curve} */ { losses }) => losses.flatMap((loss) => (typeof loss === "number" ? [loss] : []));
  const isShared = curves.length === 2 && sameLoss(curves[0], curves[1]);
  const said = curves.map(({ name, losses, steps }) => `${name}: a loss from ${losses[0]} to ${losses.at(-1)} in ${steps.at(-1)} steps`);
  const panels = curves.map((curve, number) => {
    const all = isShared ? curves.flatMap(finite) : finite(curve);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const at = curve.losses.flatMap((loss, place) => {
      if (typeof loss !== "number") return [];
      const across = (curve.steps[place] / curve.steps.at(-1)) * 172;
      return [`${(across + 4).toFixed(1)} ${(124 - ((loss - low) / (high - low || 1)) * 76).toFixed(1)}`];
    });
    const dash = curve.kind === "right" ? "none" : "6 3";
    return `<svg x="${number * 190}" width="180" height="160" class="${curve.kind}">
      <text x="4" y="13">${curve.name.replace(" before ", " → </text><text x='4' y='27'>")}</text>
      <path d="M4 124H176" class="axis"/><path d="M${at.join("L")}" class="loss" stroke-dasharray="${dash}"/>
      <text x="4" y="42">${curve.losses[0]}</text><text x="176" y="144" text-anchor="end">${curve.losses.at(-1)}</text>
      <text x="4" y="144">step 0 to ${curve.steps.at(-1)}</text></svg>`;
  });
  return `<svg viewBox="0 0 ${curves.length * 190 - 10} 160" role="img" aria-label="${said.join(". ")}.">${panels.join("")}</svg>`;
}
