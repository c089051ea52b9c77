import assert from "node:assert/strict";
import { test } from "node:test";

import { read, written } from "../../templates/theme/assets/js/address.js";
import { facetsOf } from "../../templates/theme/assets/js/facets.js";
import { SMALL } from "./small.js";

const facets = facetsOf(SMALL);

/** @param {string} query */
const values = (query) => Object.fromEntries(read(query, facets).state.choice.values);

test("a shared address says the same to the next reader", () => {
  for (const query of [
    "",
    "?thema=rekenen",
    "?thema=rekenen&thema=samen-leren&groep=5&alle=ja",
    "?kwadrant=socialiseren&handvat=ja&q=vlot+%26+goed&volgorde=titel",
    "?q=tafels&volgorde=nieuw",
  ]) {
    const { state, unknown, barred } = read(query, facets);
    assert.equal(written(state), query);
    assert.deepEqual([unknown, barred], [[], false]);
  }
});

test("the usual order is not in the address", () => {
  assert.equal(read("", facets).state.order, "nieuw");
  assert.equal(read("?q=tafels", facets).state.order, "passend");
  assert.equal(written(read("?q=tafels&volgorde=passend", facets).state), "?q=tafels");
  assert.equal(read("?volgorde=passend", facets).state.order, "nieuw");
});

test("what is not there is left out and told", () => {
  const { state, unknown } = read("?thema=foo&jaar=2025&groep=5&groep=99&alle=misschien&volgorde=mooiste", facets);
  assert.equal(written(state), "?groep=5");
  assert.deepEqual(unknown, ["thema=foo", "jaar=2025", "groep=99", "alle=misschien", "volgorde=mooiste"].slice(0, 4));
});

test("names of the language itself are no values", () => {
  const { state, unknown } = read("?__proto__=x&groep=constructor&toString=5&thema=__proto__", facets);
  assert.equal(written(state), "");
  assert.equal(unknown.length, 4);
});

test("what is told of an address is never long", () => {
  const [told] = read(`?thema=${"x".repeat(5000)}`, facets).unknown;
  assert.ok(told && told.length <= 40);
  assert.equal(read(`?q=${"x".repeat(5000)}`, facets).state.words.length, 200);
});

test("capitals, spaces, doubles and empty values are forgiven", () => {
  assert.deepEqual(values("?groep=%20Middenbouw&groep=middenbouw&groep=&q=%20"), { groep: ["middenbouw"] });
});

test("what mail programs put behind an address is passed over", () => {
  assert.deepEqual(read("?utm_source=nieuwsbrief&fbclid=abc&groep=5", facets).unknown, []);
});

test("broken percent codes do no harm", () => {
  assert.equal(read("?groep=%E0%A4%A&q=%", facets).state.words, "%");
});

test("of a delicate theme and a subgroup the theme is kept, in any order", () => {
  for (const query of ["?thema=vertrouwen&groep=5", "?groep=5&bijeenkomst=2025-2026-1&thema=vertrouwen"]) {
    const { state, barred, unknown } = read(query, facets);
    assert.equal(written(state), "?thema=vertrouwen");
    assert.ok(barred);
    assert.deepEqual(unknown, []);
  }
});
