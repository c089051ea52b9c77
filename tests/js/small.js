// A small community for the tests of Discover: six items, four themes in a tree, one of them delicate.

/** @type {import("../../templates/theme/assets/js/facets.js").FacetFile} */
export const SMALL = {
  version: 1,
  count: 6,
  per: 4,
  pieces: ["stuk-1.json", "stuk-2.json"],
  facets: {
    thema: { rekenen: [0, 1], "samen-leren": [3], vertrouwen: [1, 0], plannen: [] }, // 0 2 | 3 | 1 2 | none
    groep: { middenbouw: [0, 0], 3: [0], 5: [1] }, // 0 1 | 0 | 1
    kwadrant: { socialiseren: [0, 2], internaliseren: [1] }, // 0 3 | 1
    bijeenkomst: { "2025-2026-1": [0, 0, 0, 2] }, // 0 1 2 5
    soort: { verslag: [0, 0, 0, 0], bevinding: [4], bijeenkomst: [5] },
    handvat: { ja: [0, 2] }, // 0 3
  },
  broader: { vertrouwen: "samen-leren" },
  apart: ["vertrouwen"],
  titles: [5, 3, 1, 0, 2, 4],
};
