// Progress: what a reader has done, in this browser only, by ids that no version of a page changes.
"use strict";

/**
 * What was done of one thing: that it was, and what its kind adds.
 * @typedef {{
 *   id: string, kind: string, status: string, lastTs: string, attempts?: number,
 *   contentHash?: string, given?: string, sure?: boolean, by?: string,
 *   box?: number, due?: string, log?: [string, string][],
 * }} Entry
 * @typedef {Record<string, Entry>} Entries
 */

const KEY = "pytorch-essentials";
const VERSION = 2;
/** @type {Record<number, (stored: any) => object>} */
const MIGRATIONS = {
  1: ({ done }) => ({
    version: 2,
    entries: Object.fromEntries(
      Object.entries(done).map(([id, lastTs]) => [id, { id, kind: "objective", status: "done", lastTs }]),
    ),
  }),
};
const UNSAVED = "not saved here: this browser does not let the page store it";

const progress = {
  /** @type {Entries} */
  entries: {},
  trouble: "", // why nothing is saved

  // Read what is stored; leave alone what cannot be read, or what a newer site has written.
  load() {
    try {
      this.entries = this.parse(localStorage.getItem(KEY) ?? `{"version": ${VERSION}, "entries": {}}`);
      this.trouble = "";
    } catch (error) {
      this.trouble = error instanceof RangeError ? `not saved here: ${error.message}` : UNSAVED;
    }
  },

  /**
   * Return the entries of a progress file, of any version that there has been.
   * @param {string} text
   * @returns {Entries}
   */
  parse(text) {
    let stored = JSON.parse(text);
    while (Object.hasOwn(MIGRATIONS, stored?.version)) stored = MIGRATIONS[stored.version](stored);
    if (stored?.version > VERSION) throw new RangeError("what is stored was written by a newer site");
    if (stored?.version !== VERSION) throw new TypeError("this is no progress of this site");
    // The exercise runner writes a list.
    const entries = Array.isArray(stored.entries)
      ? Object.fromEntries(stored.entries.map((/** @type {Entry} */ entry) => [entry.id, entry]))
      : stored.entries;
    for (const [id, entry] of Object.entries(/** @type {Entries} */ (entries ?? null))) {
      const whole = entry && entry.id === id && entry.kind && Number.isFinite(Date.parse(entry.lastTs))
        && (!["quiz", "prediction"].includes(entry.kind) || typeof entry.given === "string");
      if (!whole) throw new TypeError("this is no progress of this site");
    }
    return entries;
  },

  /** @param {string} id */
  get(id) {
    return this.entries[id];
  },

  /**
   * Change entries, together with what another tab has saved since.
   * @param {(entries: Entries) => void} make
   */
  change(make) {
    this.load();
    const entries = { ...this.entries };
    make(entries);
    this.entries = entries;
    if (!this.trouble) {
      try {
        if (localStorage.getItem(KEY) === null) navigator.storage?.persist?.();
        localStorage.setItem(KEY, JSON.stringify({ version: VERSION, entries }));
      } catch {
        this.trouble = UNSAVED;
      }
    }
    document.dispatchEvent(new Event("progress"));
  },

  /**
   * @param {string} id
   * @param {string} kind
   * @param {Partial<Entry> & {status: string}} changes
   */
  note(id, kind, changes) {
    this.change((entries) => {
      entries[id] = { ...entries[id], id, kind, ...changes, lastTs: new Date().toISOString() };
    });
  },

  /**
   * Of two entries for one thing the newer wins, and of two as new always the same one.
   * @param {Entries} entries
   * @param {Entries} others
   */
  merge(entries, others) {
    const text = (/** @type {Entry} */ entry) => JSON.stringify(Object.entries(entry).sort());
    for (const [id, other] of Object.entries(others)) {
      const own = entries[id];
      const newer = own ? Date.parse(other.lastTs) - Date.parse(own.lastTs) : 1;
      if (newer > 0 || (newer === 0 && text(other) > text(own))) entries[id] = other;
    }
  },
};

addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return;
  progress.load();
  document.dispatchEvent(new Event("progress"));
});
progress.load();
