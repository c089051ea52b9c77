import assert from "node:assert/strict";
import { test } from "node:test";

import { has, setOf } from "../../templates/theme/assets/js/bits.js";
import { countsOf, facetsOf, hasDelicate, isBarred, NOTHING, remaining, toggled } from "../../templates/theme/assets/js/facets.js";
import { SMALL } from "./small.js";

const facets = facetsOf(SMALL);

/**
 * @param {Record<string, string[]>} values
 * @param {boolean} [every]
 */
const choosing = (values, every = false) => ({ values: new Map(Object.entries(values)), every });

/**
 * @param {Record<string, string[]>} values
 * @param {{ every?: boolean, among?: number[] }} [how]
 */
function left(values, { every = false, among } = {}) {
  const bits = remaining(facets, choosing(values, every), among ? setOf(among, facets.count) : null);
  return Array.from({ length: facets.count }, (_, number) => number).filter((number) => has(bits, number));
}

/**
 * @param {Record<string, string[]>} values
 * @param {string} facet
 * @param {{ every?: boolean, among?: number[] }} [how]
 */
function counts(values, facet, { every = false, among } = {}) {
  const all = countsOf(facets, choosing(values, every), among ? setOf(among, facets.count) : null);
  return Object.fromEntries(all.get(facet) ?? []);
}

test("nothing chosen leaves everything", () => {
  assert.deepEqual(left({}), [0, 1, 2, 3, 4, 5]);
});

test("or within a facet, and between facets", () => {
  assert.deepEqual(left({ groep: ["3", "5"] }), [0, 1]);
  assert.deepEqual(left({ groep: ["3", "5"], kwadrant: ["internaliseren"] }), [1]);
  assert.deepEqual(left({ soort: ["bevinding", "bijeenkomst"] }), [4, 5]);
});

test("a theme takes in its narrower ones", () => {
  assert.deepEqual(left({ thema: ["samen-leren"] }), [1, 2, 3]);
  assert.deepEqual(left({ thema: ["vertrouwen"] }), [1, 2]);
});

test("the switch asks for all chosen themes at once, and for themes only", () => {
  assert.deepEqual(left({ thema: ["rekenen", "samen-leren"] }), [0, 1, 2, 3]);
  assert.deepEqual(left({ thema: ["rekenen", "samen-leren"] }, { every: true }), [2]);
  assert.deepEqual(left({ groep: ["3", "5"] }, { every: true }), [0, 1]);
});

test("words narrow down what is chosen", () => {
  assert.deepEqual(left({ soort: ["verslag"] }, { among: [2, 5] }), [2]);
  assert.deepEqual(left({}, { among: [] }), []);
});

test("a value that is not there leaves nothing", () => {
  assert.deepEqual(left({ groep: ["8"] }), []);
  assert.deepEqual(left({ plaats: ["hier"] }), []);
});

test("a count is what a value would bring under the other facets", () => {
  assert.deepEqual(counts({}, "groep"), { 3: 1, 5: 1, middenbouw: 2 });
  assert.deepEqual(counts({ groep: ["3"] }, "groep"), { 3: 1, 5: 1, middenbouw: 2 });
  assert.deepEqual(counts({ groep: ["3"] }, "kwadrant"), { socialiseren: 1, internaliseren: 0 });
  assert.deepEqual(counts({ groep: ["3"] }, "soort"), { verslag: 1, bevinding: 0, bijeenkomst: 0 });
  assert.deepEqual(counts({}, "handvat", { among: [3, 4] }), { ja: 1 });
});

test("with the switch a theme counts beside the chosen ones", () => {
  assert.deepEqual(counts({ thema: ["rekenen"] }, "thema"), { rekenen: 2, "samen-leren": 3, vertrouwen: 2, plannen: 0 });
  assert.deepEqual(counts({ thema: ["rekenen"] }, "thema", { every: true }), { rekenen: 2, "samen-leren": 1, vertrouwen: 1, plannen: 0 });
});

test("what a count says is what remains when it is chosen", () => {
  /** @type {Record<string, string[]>[]} */
  const choices = [{}, { kwadrant: ["socialiseren"] }, { groep: ["middenbouw"], thema: ["samen-leren"] }];
  for (const before of choices.map((values) => choosing(values))) {
    for (const [facet, found] of countsOf(facets, before, null)) {
      if (before.values.has(facet)) continue;
      for (const [value, count] of found) {
        if (count === null) continue;
        const after = Object.fromEntries(toggled(before, facet, value).values);
        assert.equal(left(after).length, count, `${facet}=${value}`);
      }
    }
  }
});

test("a delicate theme and a subgroup bar each other", () => {
  const delicate = choosing({ thema: ["vertrouwen"] });
  assert.ok(hasDelicate(facets, delicate));
  for (const [facet, value] of [["groep", "3"], ["groep", "middenbouw"], ["bijeenkomst", "2025-2026-1"]]) {
    assert.ok(isBarred(facets, delicate, facet ?? "", value ?? ""));
    assert.ok(isBarred(facets, choosing({ [facet ?? ""]: [value ?? ""] }), "thema", "vertrouwen"));
  }
  assert.ok(!isBarred(facets, delicate, "kwadrant", "socialiseren"));
  assert.ok(!isBarred(facets, choosing({ groep: ["3"] }), "thema", "samen-leren"));
});

test("what is barred has no count", () => {
  assert.deepEqual(counts({ thema: ["vertrouwen"] }, "groep"), { 3: null, 5: null, middenbouw: null });
  assert.equal(counts({ bijeenkomst: ["2025-2026-1"] }, "thema").vertrouwen, null);
});

test("with a subgroup a broader theme leaves its delicate ones out, in lists and in counts", () => {
  assert.deepEqual(left({ thema: ["samen-leren"], groep: ["middenbouw"] }), []);
  assert.deepEqual(left({ thema: ["samen-leren"], bijeenkomst: ["2025-2026-1"] }), []);
  assert.equal(counts({ groep: ["middenbouw"] }, "thema")["samen-leren"], 0);
  assert.deepEqual(counts({ thema: ["samen-leren"] }, "groep"), { 3: 0, 5: 0, middenbouw: 0 });
  assert.equal(counts({ thema: ["samen-leren"] }, "soort").verslag, 3);
});

test("choosing twice is not choosing", () => {
  const once = toggled(NOTHING, "groep", "3");
  assert.deepEqual([...once.values], [["groep", ["3"]]]);
  assert.equal(toggled(once, "groep", "3").values.size, 0);
  assert.equal(NOTHING.values.size, 0);
});

test("themes above each other in a ring do no harm", () => {
  const ring = facetsOf({ ...SMALL, broader: { rekenen: "vertrouwen", vertrouwen: "rekenen" } });
  assert.equal(countsOf(ring, NOTHING, null).get("thema")?.get("rekenen"), 3);
});

test("another version of the file is refused", () => {
  assert.throws(() => facetsOf({ ...SMALL, version: 2 }));
});
