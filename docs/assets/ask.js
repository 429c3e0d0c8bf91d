// The box on the home page and in the header: it takes a question to its answers, which are on one
// page. In the address it stands after a #, which is sent to nobody.
"use strict";

const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.ask")]);
for (const form of forms) {
  const box = form.querySelector("textarea");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!box.value.trim()) box.setCustomValidity("Paste an error first, or say what you see.");
    if (form.reportValidity()) location.href = `${form.action}#message=${encodeURIComponent(box.value.trim())}`;
  });
  box.addEventListener("input", () => box.setCustomValidity(""));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const first = !form.matches(".in-header") && matchMedia("(pointer: fine)").matches;
  if (first) box.focus(); // on a phone, a keyboard would cover the page
}
addEventListener("keydown", (event) => {
  const box = /** @type {HTMLElement} */ (document.querySelector("form.ask textarea, quirk-finder textarea"));
  const writing = /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || writing || !box) return;
  event.preventDefault();
  box.focus();
});

// From a page that a search has found, back to its results.
const back = /** @type {HTMLAnchorElement} */ (document.querySelector("a.back"));
const question = rememberedQuestion();
if (back && question) Object.assign(back, { textContent: "Back to results", hash: question });

/** What finder.js has kept, for this tab alone. */
function rememberedQuestion() {
  try {
    return sessionStorage.getItem("asked");
  } catch {
    return null; // the browser does not let the page store anything
  }
}
