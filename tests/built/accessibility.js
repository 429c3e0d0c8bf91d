// What axe finds on a page, or within a part of it: all of its rules, or only "contrast", or only
// "targets" for a finger.
async ([only, within, known]) => {
  // axe takes long over each colour, and says the same of two texts that are shown alike: it is
  // asked of one text of each colour, size and weight, on the same backgrounds.
  const CLEAR = "rgba(0, 0, 0, 0) none 1 none";
  const behind = new WeakMap();
  const backgrounds = (element) => {
    if (!element) return "";
    if (!behind.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, filter].join(" ");
      const others = backgrounds(element.parentElement);
      behind.set(element, own === CLEAR ? others : `${others} / ${own}`);
    }
    return behind.get(element);
  };
  const says = ({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
  const place = within ? document.querySelector(within) : document;
  const ways = new Map();
  for (const element of only === "targets" ? [] : (within ? place : document.body).querySelectorAll("*")) {
    if (!(says(element) || element.matches("input, textarea, select")) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, position } = getComputedStyle(element);
    const shown = [color, fontSize, fontWeight, textShadow, position, element.matches(":disabled")];
    const way = [...shown, backgrounds(element)].join(" ");
    if (!ways.has(way)) ways.set(way, element);
  }
  for (const way of known) ways.delete(way);

  const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: false } };
  const everything = [place, { rules }];
  const contrast = [{ include: [...ways.values()] }, { runOnly: ["color-contrast"] }];
  const targets = [place, { runOnly: ["target-size"] }];
  const asked = only ? [{ contrast, targets }[only]] : [everything, contrast];
  const found = [];
  for (const [context, options] of asked) {
    if (context === contrast[0] && !ways.size) continue;
    const { violations } = await axe.run(context, { resultTypes: ["violations"], ...options });
    found.push(...violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]));
  }
  return [found, [...ways.keys()]];
}
