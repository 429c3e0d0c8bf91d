// The error finder: words or a message in, the right quirk first. From the data in the page alone.
"use strict";

const SIGNATURE = 1000; // a message that a quirk's proof has printed outweighs any words

customElements.define(
  "quirk-finder",
  class extends HTMLElement {
    connectedCallback() {
      const { words, signatures, same, stop } = JSON.parse(this.querySelector("script").textContent);
      this.words = words;
      this.signatures = signatures;
      this.same = same;
      this.stop = new Set(stop);
      this.list = this.querySelector("ol");
      this.items = [...this.list.children];
      this.sizes = this.items.map(() => 0);
      for (const places of Object.values(words)) {
        for (let i = 0; i < places.length; i += 2) this.sizes[places[i]] += places[i + 1];
      }
      this.build();
      if (finderQuery) {
        this.box.value = finderQuery;
        this.show();
      }
    }

    build() {
      const label = element("label", { htmlFor: "finder-box", textContent: "An error message, a traceback, or what you see" });
      this.box = element("textarea", { id: "finder-box", rows: 3, spellcheck: false });
      this.box.addEventListener("input", () => this.show());
      const filters = element("div", { className: "explorer-choices" });
      const choices = {
        kind: ["What do you see?", (item) => [item.dataset.kind]],
        losses: ["Loss", (item) => item.dataset.losses.split(" ")],
        activations: ["Activation", (item) => item.dataset.activations.split(" ")],
      };
      this.filters = Object.entries(choices).map(([name, [title, of]]) => {
        const values = [...new Set(this.items.flatMap(of))].filter(Boolean).sort();
        const select = element("select", { id: `finder-${name}` }, new Option("any", ""));
        select.append(...values.map((value) => new Option(value)));
        select.addEventListener("change", () => this.show());
        const caption = element("label", { htmlFor: select.id, textContent: title });
        filters.append(element("div", {}, caption, select));
        return (item) => !select.value || of(item).includes(select.value);
      });
      this.count = element("p", { className: "snippet-caption", role: "status" });
      this.prepend(label, this.box, filters, this.count);
      this.show();
    }

    // A score for each quirk.
    rank(text) {
      const scores = this.items.map(() => 0);
      const said = abstract(text);
      this.signatures.forEach((signatures, number) => {
        for (const signature of signatures) {
          const short = abstract(signature);
          if (said.includes(short)) scores[number] += SIGNATURE + short.length;
          if (text.includes(signature)) scores[number] += 1; // with the very numbers, too
        }
      });
      // Of a traceback, the message counts; the lines of code above it a little.
      const errors = text.match(/^\s*[\w.]*(Error|Warning|Exception)\b.*$/gm);
      const parts = errors ? [[errors.join("\n"), 1], [text, 0.1]] : [[text, 1]];
      for (const [part, share] of parts) {
        for (const word of new Set(this.stems(part))) {
          const places = this.words[word] ?? [];
          const rarity = Math.log(1 + (2 * this.items.length) / places.length);
          for (let i = 0; i < places.length; i += 2) {
            const [number, weight] = [places[i], places[i + 1]];
            const part = weight / (weight + 2); // the third mention says little more
            scores[number] += (share * rarity * part) / Math.sqrt(100 + this.sizes[number]);
          }
        }
      }
      return scores;
    }

    stems(text) {
      const names = text.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
      const words = `${names} ${text}`.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
      const stems = words.filter((word) => !this.stop.has(word)).map(stem);
      return stems.map((word) => this.same[word] ?? word);
    }

    show() {
      const text = this.box.value.trim();
      const scores = text ? this.rank(text) : this.items.map(() => 1);
      const best = Math.max(...scores);
      const order = this.items.map((item, number) => number);
      order.sort((a, b) => scores[b] - scores[a] || a - b);
      const fits = (number) =>
        scores[number] > best / 5 && this.filters.every((filter) => filter(this.items[number]));
      const shown = order.filter(fits);
      this.list.replaceChildren(...shown.map((number) => this.items[number]));
      this.count.textContent = shown.length
        ? `${shown.length} of ${this.items.length}${text ? ", the likeliest first" : ""}`
        : "Nothing here fits. Try the message alone, or other words for what you see.";
    }
  },
);

function stem(word) {
  return word.replace(/(?<=[a-z]{3})(ings?|ed|es|s|e)$/, "");
}

function abstract(said) {
  return said.toLowerCase().replace(/[\s\d.,()[\]]+/g, " ").trim();
}
