// Fetches a small network to train at the first sign of a reader, so that the page comes without its weight.
"use strict";

const untilThen = new AbortController();
const fetchNetwork = () => {
  untilThen.abort();
  fetchInOrder(["activations", "network-data", "network-arithmetic", "network-pairings", "network-program", "network-picture", "network-element"]);
};
for (const sign of ["pointermove", "pointerdown", "keydown", "scroll", "hashchange"]) addEventListener(sign, fetchNetwork, { signal: untilThen.signal });
if (location.hash || scrollY) fetchNetwork();
