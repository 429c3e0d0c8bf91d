// The worker that Material starts on every page for its search. It stays small until someone types:
// then it starts Material's own worker, which its address names, and hands it the index.
"use strict";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // the types of Material's messages

const search = {
  /** @type {Worker} */
  worker: null,
  ready: false,
  query: "",

  start() {
    this.worker = new Worker(location.search.slice(1));
    this.worker.addEventListener("message", ({ data }) => {
      if (data.type !== READY) return postMessage(data);
      this.ready = true;
      this.ask();
    });
    fetch("../search/search_index.json")
      .then((response) => response.json())
      .then((index) => this.worker.postMessage({ type: SETUP, data: { ...index, options: {} } }));
  },

  ask() {
    this.worker.postMessage({ type: QUERY, data: this.query });
  },
};

addEventListener("message", ({ data }) => {
  search.query = data.data;
  if (search.ready) search.ask();
  else if (!search.query) postMessage({ type: RESULT, data: { items: /** @type {unknown[]} */ ([]) } });
  else if (!search.worker) search.start();
});
postMessage({ type: READY });
