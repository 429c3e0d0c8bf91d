// Elements that scripts make.
"use strict";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/**
 * @param {string} textContent
 * @param {() => void} action
 */
function button(textContent, action) {
  const made = element("button", { type: "button", textContent });
  made.addEventListener("click", action);
  return made;
}

/**
 * Ask before something is changed, with the focus on what changes nothing. Whoever leaves, by the key
 * Escape too, is back where they were.
 * @param {Element} place where the question stands
 * @param {{words: string, yes: string, no: string, more?: Element[]}} question
 * @param {() => void} action
 */
function askFirst(place, { words, yes, no, more = [] }, action) {
  const asked = element("p", { id: "asked-first", textContent: words });
  const agree = button(yes, () => {
    dialog.close();
    action();
  });
  const leave = button(no, () => dialog.close());
  leave.autofocus = true;
  const dialog = element("dialog", {}, asked, ...more, agree, " ", leave);
  dialog.setAttribute("aria-labelledby", asked.id);
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
}
