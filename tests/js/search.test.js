// What is shown of a text that was found, and which themes are near.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, formsOf, isMeant, says, telling } from "../../templates/theme/assets/js/search-meant.js";
import { shown } from "../../templates/theme/assets/js/search-shown.js";
import { distance, near } from "../../templates/theme/assets/js/search-near.js";

const CONTENT =
  "Situatie. Wij maakten samen met de klas een telefoonbeleid. Handvatten. Vraag de intern begeleider om hulp bij de stamboom.";

/**
 * @param {number[]} locations
 * @param {Partial<import("../../templates/theme/assets/js/search-shown.js").Fragment>} [others]
 */
function fragment(locations, others = {}) {
  return {
    raw_url: "/verslagen/telefoon.html",
    content: CONTENT,
    meta: { title: "De telefoon in de la", endings: "beleid boom", names: "Zorg ib'er intern begeleider" },
    anchors: [
      { element: "h2", id: "situatie", text: "Situatie", location: 0 },
      { element: "h2", id: "handvatten", text: "Handvatten", location: 9 },
      { element: "li", id: "h1", text: "Vraag", location: 10 },
      { element: "mark", id: "p1", text: "Vraag", location: 10 },
    ],
    weighted_locations: locations.map((location) => ({ location, balanced_score: 1 })),
    ...others,
  };
}

/** @type {import("../../templates/theme/assets/js/search-shown.js").Words} */
const KNOWN = {
  themes: [["themas/zorg/", ["Zorg", "ib'er", "intern begeleider"]]],
  abbreviations: [["mr", "medezeggenschapsraad"]],
};

/** @param {import("../../templates/theme/assets/js/search-shown.js").Shown} found */
const matched = (found) => found.excerpt.filter(([, marked]) => marked).map(([text]) => text);

test("a match leads to the heading, handle or passage it stands in, the innermost first", () => {
  assert.equal(shown(fragment([3]), "samen").path, "verslagen/telefoon/");
  assert.equal(shown(fragment([3]), "samen").anchor, "situatie");
  assert.equal(shown(fragment([9]), "handvat").anchor, "handvatten");
  assert.equal(shown(fragment([12]), "intern").anchor, "p1");
});

test("a text before the first heading is found at the top of its page", () => {
  const anchors = [{ element: "h2", id: "a", text: "A", location: 9 }];
  assert.equal(shown(fragment([3], { anchors }), "x").anchor, "");
});

test("the match is marked without the signs around it, neighbours as one", () => {
  assert.deepEqual(matched(shown(fragment([8]), "telefoonbeleid")), ["telefoonbeleid"]);
  assert.deepEqual(matched(shown(fragment([12, 13]), "intern begeleider")), ["intern begeleider"]);
});

test("where the index tells no place, the compound that ends so is marked", () => {
  assert.deepEqual(matched(shown(fragment([]), "beleid", KNOWN)), ["telefoonbeleid"]);
  assert.deepEqual(matched(shown(fragment([]), "bomen", KNOWN)), ["stamboom"]);
  assert.equal(shown(fragment([]), "beleid", KNOWN).anchor, "situatie");
});

test("where another name led to the text, that name is marked", () => {
  assert.deepEqual(matched(shown(fragment([]), "ib’er", KNOWN)), ["intern begeleider"]);
});

test("where nothing in the text led to it, the theme that did is told and the heading passed over", () => {
  const found = shown(fragment([], { content: "Situatie. Niets daarvan staat hier." }), "ib'er", KNOWN);
  assert.equal(found.theme, "Zorg");
  assert.deepEqual(found.excerpt, [["Niets daarvan staat hier.", false]]);
});

test("words that only lead to a text are in no excerpt", () => {
  for (const text of ["beleid", "zorg", "boom"]) {
    const words = shown(fragment([]), text, KNOWN).excerpt.map(([piece]) => piece).join("");
    assert.ok(CONTENT.includes(words.replace(/^… | …$/g, "")), words);
  }
});

test("a long text is cut before and after", () => {
  const content = Array.from({ length: 200 }, (_, place) => `w${place}`).join(" ");
  const { excerpt } = shown(fragment([100], { content, anchors: [] }), "w100");
  const text = excerpt.map(([piece]) => piece).join("");
  assert.ok(text.startsWith("… w90 ") && text.endsWith(" w119 …"), text);
});

test("the word itself comes before what the index takes for one with it", () => {
  const content = "Onze begeleider las het telefoonbeleid.";
  assert.deepEqual(matched(shown(fragment([1], { content, anchors: [] }), "beleid")), ["begeleider", "telefoonbeleid"]);
  const far = `Onze begeleider. ${"woord ".repeat(60)} Daar stond het telefoonbeleid.`;
  assert.deepEqual(matched(shown(fragment([1], { content: far, anchors: [] }), "beleid")), ["telefoonbeleid"]);
});

test("the beginning of a word is not what was meant", () => {
  const letter = fragment([0], { content: "C] zei niets.", meta: { title: "Stil" } });
  assert.equal(isMeant(letter, "corona"), false);
  const talk = fragment([0], { content: "rek", meta: { title: "Stil", endings: "rek" } });
  assert.equal(isMeant(talk, "rekne"), false);
  assert.equal(isMeant(talk, "rekken"), true);
  assert.equal(isMeant(fragment([8]), "telefoon"), true);
  assert.equal(isMeant(fragment([8], { meta: { title: "Een boom" } }), "bomen"), true);
  assert.equal(isMeant(fragment([8]), "telefoon dyslexie"), false);
  assert.equal(isMeant(fragment([0], { content: "begeleider", meta: { title: "Stil" } }), "beleid"), false);
  assert.equal(isMeant(fragment([0], { content: "opruimen", meta: { title: "Stil" } }), "opgeruimd"), true);
  assert.equal(isMeant(fragment([0], { content: "lees", meta: { title: "Stil" } }), "lezen"), true);
});

test("words are compared without capitals, accents and signs", () => {
  assert.equal(fold("‘Café-achtige,"), "cafeachtige");
  assert.equal(fold("ib’er"), fold("ib'er"));
});

test("words that stand in every text are not looked for, unless there are no others", () => {
  assert.equal(telling("tafels van 7"), "tafels 7");
  assert.equal(telling("van de"), "van de");
  assert.equal(telling('"op de gang"'), '"op de gang"');
});

test("a phrase that has other names is matched as a whole, by whichever name the text has", () => {
  const forms = formsOf("Intern begeleider", KNOWN);
  assert.deepEqual(forms, ["zorg", "iber", "intern begeleider"]);
  const wide = fragment([1, 3], { content: "De internationale begeleider. Een ib'er keek.", meta: { title: "Stil" }, anchors: [] });
  assert.deepEqual(matched(shown(wide, "intern begeleider", KNOWN)), ["ib'er"]);
  assert.equal(says(wide, forms), true);
  assert.equal(says(fragment([], { content: "De internationale begeleider.", meta: { title: "Stil" } }), forms), false);
});

test("near themes: the same, a beginning, a part of a compound, a slip", () => {
  const themes = [["Veiligheid in de groep"], ["Telefoonbeleid", "smartphone"], ["Afstemming"], ["Rekenen"]];
  assert.deepEqual(near("veilig", themes), [0]);
  assert.deepEqual(near("beleid", themes), [1]);
  assert.deepEqual(near("afstaming", themes), [2]);
  assert.deepEqual(near("onveiligheid", themes), [0]);
  assert.deepEqual(near("rekne", themes), [3]);
  assert.deepEqual(near("dyslexie", themes), []);
  assert.deepEqual(near("", themes), []);
});

test("the distance of two words counts slips", () => {
  assert.equal(distance("", "abc"), 3);
  assert.equal(distance("rekenen", "rekeenn"), 1);
  assert.equal(distance("afstaming", "afstemming"), 2);
});
