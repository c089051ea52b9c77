import assert from "node:assert/strict";
import { test } from "node:test";

import { setOf } from "../../templates/theme/assets/js/bits.js";
import { facetsOf, NOTHING } from "../../templates/theme/assets/js/facets.js";
import { fitsOf } from "../../templates/theme/assets/js/fits.js";
import { inOrder, usualOrder } from "../../templates/theme/assets/js/order.js";
import { piecesOf } from "../../templates/theme/assets/js/pieces.js";
import { SMALL } from "./small.js";

const facets = facetsOf(SMALL);

/** @param {Record<string, string[]>} values */
const choosing = (values) => ({ values: new Map(Object.entries(values)), every: false });

test("newest first is the order of the numbers", () => {
  assert.deepEqual(inOrder(setOf([4, 0, 33], 40), "nieuw", [], null), [0, 4, 33]);
});

test("by title as the file has it", () => {
  assert.deepEqual(inOrder(setOf([0, 1, 5], 6), "titel", SMALL.titles, null), [5, 1, 0]);
});

test("the best match first, of what remains", () => {
  assert.deepEqual(inOrder(setOf([0, 1, 5], 6), "passend", SMALL.titles, [5, 3, 0]), [5, 0]);
  assert.deepEqual(inOrder(setOf([5, 0], 6), "passend", SMALL.titles, null), [0, 5]);
  assert.deepEqual([usualOrder(""), usualOrder("tafels")], ["nieuw", "passend"]);
});

test("a result says first what fits the choice", () => {
  assert.deepEqual(fitsOf(facets, choosing({ thema: ["rekenen"], groep: ["3", "5"] }), 0, ["plannen", "rekenen"]), [
    { facet: "thema", value: "rekenen", chosen: true },
    { facet: "groep", value: "3", chosen: true },
    { facet: "thema", value: "plannen", chosen: false },
  ]);
  assert.deepEqual(fitsOf(facets, NOTHING, 0, ["rekenen"]), [{ facet: "thema", value: "rekenen", chosen: false }]);
});

test("a narrower theme says what it belongs to", () => {
  assert.deepEqual(fitsOf(facets, choosing({ thema: ["samen-leren"] }), 1, ["vertrouwen"]), [
    { facet: "thema", value: "vertrouwen", chosen: true, under: "samen-leren" },
  ]);
});

test("what is there for a theme that is not told says the chosen theme only", () => {
  assert.deepEqual(fitsOf(facets, choosing({ thema: ["samen-leren"] }), 1, []), [
    { facet: "thema", value: "samen-leren", chosen: true },
  ]);
});

/** A network that counts, and fails when it is told to. */
function network() {
  /** @type {string[]} */
  const asked = [];
  const wire = { asked, broken: false };
  /** @param {string} name */
  const load = async (name) => {
    asked.push(name);
    if (wire.broken) throw new Error("no network");
    return name === "stuk-1.json" ? ["a", "b", "c", "d"].map((title) => ({ title, to: "" })) : [{ title: "e", to: "" }];
  };
  return { wire, items: piecesOf(SMALL, load) };
}

test("pieces are fetched for what is shown, each once", async () => {
  const { wire, items } = network();
  assert.deepEqual((await items([3, 0])).map((item) => item.title), ["d", "a"]);
  assert.deepEqual((await items([1, 4])).map((item) => item.title), ["b", "e"]);
  assert.deepEqual(wire.asked, ["stuk-1.json", "stuk-2.json"]);
});

test("a piece that failed is asked for again", async () => {
  const { wire, items } = network();
  wire.broken = true;
  await assert.rejects(items([0]));
  wire.broken = false;
  assert.deepEqual((await items([0])).map((item) => item.title), ["a"]);
});

test("an item that is not in its piece is a failure", async () => {
  await assert.rejects(network().items([5]));
});
