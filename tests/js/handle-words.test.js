import assert from "node:assert/strict";
import { test } from "node:test";

import { filesFor, search, wordsOf } from "../../templates/theme/assets/js/handle-words.js";
import { SMALL } from "./small.js";

/** @type {Record<string, Record<string, number[]>>} */
const FILES = {
  "woord-1.json": { aan: [0, 4], bel: [1], bellen: [2] },
  "woord-2.json": { de: [0, 0, 0], deel: [3], klok: [1, 1] },
  "woord-3.json": { klokken: [5], tafel: [0] },
};
const file = { ...SMALL, words: { from: ["aan", "de", "klokken"], pieces: Object.keys(FILES) } };

/** @param {string} text */
async function found(text) {
  /** @type {string[]} */
  const loaded = [];
  const hits = await search(text, file, async (name) => {
    loaded.push(name);
    return FILES[name];
  });
  return { numbers: hits.map(({ number }) => number), loaded };
}

test("words are folded as the site folds them", () => {
  assert.deepEqual(wordsOf("Één ib'er, ZO’N 3e café_tje 😀"), ["een", "ib", "er", "zo", "n", "3e", "cafe", "tje"]);
});

test("only the files that may hold the word are fetched", () => {
  assert.deepEqual(filesFor(file.words, "klok"), ["woord-2.json", "woord-3.json"]);
  assert.deepEqual(filesFor(file.words, "bel"), ["woord-1.json"]);
  assert.deepEqual(filesFor(file.words, "de"), ["woord-2.json"]);
  assert.deepEqual(filesFor(file.words, "zzz"), ["woord-3.json"]);
  assert.deepEqual(filesFor(file.words, "aa"), []);
});

test("a word is found by its beginning, a short one as it is", async () => {
  assert.deepEqual((await found("klok")).numbers, [1, 3, 5]);
  assert.deepEqual((await found("bel")).numbers, [1, 2]);
  assert.deepEqual((await found("de")).numbers, [0, 1, 2]);
});

test("all words must be there", async () => {
  assert.deepEqual((await found("de klok")).numbers, [1]);
  assert.deepEqual((await found("tafel klok")).numbers, []);
  assert.deepEqual((await found("onbekend")).numbers, []);
});

test("signs alone are no words, and leave everything", async () => {
  assert.deepEqual(await found("?!"), { numbers: [0, 1, 2, 3, 4, 5], loaded: [] });
});
