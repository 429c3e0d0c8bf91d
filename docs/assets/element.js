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
