// Loaded into Playwright, which always tells a browser which colour scheme its reader likes. Firefox
// 153 ESR does not know that command: it is asked for its status instead, which changes nothing.
"use strict";

const { stringify } = JSON;
JSON.stringify = (value, ...rest) => {
  const unknown = value?.method === "emulation.setMediaFeaturesOverride";
  return stringify(unknown ? { id: value.id, method: "session.status", params: {} } : value, ...rest);
};
