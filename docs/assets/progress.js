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
const UNREADABLE = "not saved here: what is stored cannot be read";
const ROOM = `${KEY}-room`; // written and removed, to see whether there is room

const progress = {
  /** @type {Entries} */
  entries: {},
  trouble: "", // why nothing is saved

  // Read what is stored, and try whether more can be; leave alone what cannot be read, or what a newer
  // site has written.
  load() {
    try {
      this.entries = this.parse(localStorage.getItem(KEY) ?? `{"version": ${VERSION}, "entries": {}}`);
      localStorage.setItem(ROOM, KEY);
      localStorage.removeItem(ROOM);
      this.trouble = "";
    } catch (error) {
      if (error instanceof DOMException) this.trouble = UNSAVED;
      else this.trouble = error instanceof RangeError ? `not saved here: what is stored ${error.message}` : UNREADABLE;
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
    if (stored?.version > VERSION) throw new RangeError("was written by a newer site");
    if (stored?.version !== VERSION) throw new TypeError("this is no progress of this site");
    // The exercise runner writes a list.
    const entries = Array.isArray(stored.entries)
      ? Object.fromEntries(stored.entries.map((/** @type {Entry} */ entry) => [entry.id, entry]))
      : stored.entries;
    for (const [id, entry] of Object.entries(/** @type {Entries} */ (entries ?? null))) {
      const whole = entry && entry.id === id && entry.kind && Number.isFinite(Date.parse(entry.lastTs))
        && (!["quiz", "prediction", "chosen-answer", "typed-line"].includes(entry.kind) || typeof entry.given === "string");
      if (!whole) throw new TypeError("this is no progress of this site");
    }
    return entries;
  },

  // Where it is saved, or why nowhere, as the pages say it.
  kept() {
    return this.trouble || "saved in this browser";
  },

  /** @param {string} id */
  get(id) {
    return this.entries[id];
  },

  /**
   * Change entries, together with what another tab has saved since.
   * @param {(entries: Entries) => void} make
   * @param {boolean} [repairs] whether they take the place of what cannot be read
   */
  change(make, repairs = false) {
    this.load();
    if (repairs && this.trouble === UNREADABLE) this.trouble = "";
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

  // Delete all that is stored, and what cannot be read, too.
  clear() {
    this.entries = {};
    try {
      localStorage.removeItem(KEY);
      this.load();
    } catch {
      this.trouble = UNSAVED;
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
   * @param {Entries} entries
   * @param {Entries} others
   */
  merge(entries, others) {
    for (const [id, other] of Object.entries(others)) {
      entries[id] = entries[id] ? this.joined(entries[id], other) : other;
    }
  },

  /**
   * Of two entries for one thing the newer wins, and of two as new always the same one. But an exercise
   * that was solved stays solved, and no attempt is forgotten.
   * @param {Entry} own
   * @param {Entry} other
   * @returns {Entry}
   */
  joined(own, other) {
    const [solved, also] = [own, other].map(({ kind, status }) => Number(kind === "exercise" && status === "solved"));
    const [text, others] = [own, other].map((entry) => JSON.stringify(Object.entries({ ...entry, attempts: 0 }).sort()));
    const newer = also - solved || Date.parse(other.lastTs) - Date.parse(own.lastTs) || (others > text ? 1 : -1);
    const last = newer > 0 ? other : own;
    const attempts = Math.max(own.attempts ?? 0, other.attempts ?? 0);
    return attempts > (last.attempts ?? 0) ? { ...last, attempts } : last;
  },
};

addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return;
  progress.load();
  document.dispatchEvent(new Event("progress"));
});
progress.load();
