import assert from "node:assert/strict";
import { test } from "node:test";

import { everything, fromGaps, has, keepOnly, overlap, setOf, size, unite } from "../../templates/theme/assets/js/bits.js";

/** @param {Uint32Array} bits */
function members(bits) {
  return Array.from({ length: bits.length * 32 }, (_, number) => number).filter((number) => has(bits, number));
}

/** Every seventh and every word's first and last number: what goes wrong goes wrong at the edges of a word. */
const SAMPLE = Array.from({ length: 200 }, (_, number) => number).filter((n) => n % 7 === 0 || n % 32 === 0 || n % 32 === 31);

test("a set gives back its numbers", () => {
  assert.deepEqual(members(setOf(SAMPLE, 200)), SAMPLE);
  assert.equal(size(setOf(SAMPLE, 200)), SAMPLE.length);
});

test("numbers that are no item drop out", () => {
  assert.deepEqual(members(setOf([-1, 3, 40, 41], 41)), [3, 40]);
});

test("gaps are how many numbers are passed over", () => {
  assert.deepEqual(members(fromGaps([0, 0, 30, 5], 64)), [0, 1, 32, 38]);
  assert.deepEqual(members(fromGaps([], 10)), []);
});

test("gaps that lead past the last item are refused", () => {
  assert.throws(() => fromGaps([3, 6], 10));
});

test("everything is as many as there are, at any edge", () => {
  for (const count of [0, 1, 31, 32, 33, 63, 64, 65, 5064]) assert.equal(size(everything(count)), count);
});

test("union and intersection", () => {
  const both = unite(setOf([1, 31, 32], 70), setOf([1, 69], 70));
  assert.deepEqual(members(both), [1, 31, 32, 69]);
  keepOnly(both, setOf([31, 69, 3], 70));
  assert.deepEqual(members(both), [31, 69]);
  assert.equal(overlap(setOf(SAMPLE, 200), setOf([0, 31, 32, 33], 200)), 3);
});
