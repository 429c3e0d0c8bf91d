// What axe finds on a page: all of its rules, or only "contrast", or only "targets" for a finger.
async (only) => {
  // axe takes long over each colour, and says the same of two texts that are shown alike: it is
  // asked of one text of each colour, size and weight, on the same backgrounds.
  const behind = new WeakMap();
  const backgrounds = (element) => {
    if (!element) return "";
    if (!behind.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, filter].join(" ");
      behind.set(element, `${backgrounds(element.parentElement)} / ${own}`);
    }
    return behind.get(element);
  };
  const says = ({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
  const ways = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if (!(says(element) || element.matches("input, textarea, select")) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, position } = getComputedStyle(element);
    const shown = [color, fontSize, fontWeight, textShadow, position, element.matches(":disabled")];
    const way = [...shown, backgrounds(element)].join(" ");
    if (!ways.has(way)) ways.set(way, element);
  }

  const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: false } };
  const everything = [document, { rules }];
  const contrast = [{ include: [...ways.values()] }, { runOnly: ["color-contrast"] }];
  const targets = [document, { runOnly: ["target-size"] }];
  const found = [];
  for (const [context, options] of only ? [{ contrast, targets }[only]] : [everything, contrast]) {
    const { violations } = await axe.run(context, { resultTypes: ["violations"], ...options });
    found.push(...violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]));
  }
  return found;
}
