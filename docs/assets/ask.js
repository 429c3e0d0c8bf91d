// The box on the home page: it takes a question to the error finder. In the address it stands after
// a #, which is sent to nobody.
"use strict";

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.ask"))) {
  const box = form.querySelector("textarea");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.action}#message=${encodeURIComponent(box.value.trim())}`;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (matchMedia("(pointer: fine)").matches) box.focus(); // on a phone, a keyboard would cover the page
}
