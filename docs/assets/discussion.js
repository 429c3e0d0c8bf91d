// The discussion of a page, on GitHub through giscus: nothing is asked of either before a click.
"use strict";

const GISCUS = "https://giscus.app";

class PageDiscussion extends HTMLElement {
  connectedCallback() {
    const open = button("Show the discussion here", () => {
      offer.remove();
      this.load();
    });
    const offer = element("p", {}, open, " (this contacts giscus.app and github.com)");
    this.prepend(offer);
  }

  get theme() {
    return document.body.dataset.mdColorScheme === "slate" ? "dark" : "light";
  }

  load() {
    const { repo, repoId, category, categoryId, term } = this.dataset;
    const settings = {
      repo,
      "repo-id": repoId,
      category,
      "category-id": categoryId,
      // By name, so that all versions of a page share a thread, and no other page does.
      mapping: "specific",
      term,
      strict: "1",
      "reactions-enabled": "1",
      "emit-metadata": "0",
      "input-position": "top",
      theme: this.theme,
      lang: "en",
    };
    const script = element("script", { src: `${GISCUS}/client.js`, async: true, crossOrigin: "anonymous" });
    for (const [name, value] of Object.entries(settings)) script.setAttribute(`data-${name}`, value);
    script.addEventListener("error", () => this.append(element("p", { textContent: "The discussion could not be loaded; the link leads to it.", role: "status" })));
    this.append(element("div", { className: "giscus" }), script);
    new MutationObserver(() => this.paint()).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  }

  // The frame follows when the page turns light or dark.
  paint() {
    /** @type {HTMLIFrameElement} */
    const frame = this.querySelector("iframe.giscus-frame");
    frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: this.theme } } }, GISCUS);
  }
}
customElements.define("page-discussion", PageDiscussion);
