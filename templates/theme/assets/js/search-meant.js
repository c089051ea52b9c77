// What was meant by the words that were looked for: which of them tell, and whether a text that was found has them.

/** @typedef {import("./search-shown.js").Fragment} Fragment */
/** @typedef {import("./search-shown.js").Words} Words */

const SHORTEST_BEGINNING = 3;

/** Words that stand in every text, Dutch and English. */
const TELL_NOTHING = new Set(
  ("aan als bij dan dat de deze die dit door een en er het hoe ik in is je met mijn naar niet of om onze op over te tot uit " +
    "van voor wat we wij ze zijn a an and are at for from how my of on our the to we what with").split(" "),
);

/** What differs between the forms of one word, Dutch and English, as `stemmed` leaves it; the longest first. */
const ENDING =
  /(?<=.{3})(?:aties?|ation|elijke?|lijke?|heden|heid|ingen|ings?|ische?|eren|erd|ende?|ens?|ers?|ere|igen?|ige|ies|ed|es|el|ie|[tpk]?jes?|ste|st|[td]en|[td]e|bar|nes|ment|ly|[esdtn])$/u;

/**
 * Returns what is to be looked for: without the words that stand in every text, unless there are no others.
 * @param {string} text
 */
export function telling(text) {
  if (text.includes('"')) return text; // a phrase to be found as it is
  const words = text.split(/\s+/).filter((word) => fold(word) && !TELL_NOTHING.has(fold(word)));
  return words.join(" ") || text;
}

/**
 * Returns all phrases that mean the same as this one, itself among them; none when it is in no group.
 * @param {string} text
 * @param {Words} known
 */
export function formsOf(text, known) {
  const phrase = folding(text);
  const groups = [...known.themes.map(([, names]) => names), ...known.abbreviations].map((names) => names.map(folding));
  return [...new Set(groups.filter((names) => names.includes(phrase)).flat())];
}

/**
 * Tells whether a text says one of these phrases, or is led to by one.
 * @param {Fragment} fragment
 * @param {string[]} forms
 */
export function says(fragment, forms) {
  const { title, names = "" } = fragment.meta;
  const said = ` ${folding(`${title} ${fragment.content} ${names}`)}`;
  return forms.some((form) => said.includes(` ${form}`));
}

/**
 * Tells whether what matched is what was looked for. When a word is nowhere, Pagefind takes the longest beginning of it
 * that is a word: "corona" would find every "[leerkracht C]", "rekne" every "rek". Nor does it tell "beleid" from "begeleid".
 * @param {Fragment} fragment
 * @param {string} text what was looked for
 */
export function isMeant(fragment, text) {
  const content = fragment.content.split(/\s+/);
  const { title, names = "", endings = "" } = fragment.meta;
  const located = fragment.weighted_locations.map((one) => content[one.location] ?? "");
  const around = [...located, title, names, endings].join(" ");
  const matched = [...around.split(/\s+/), ...around.split(/[\s-]+/)].map(stemmed);
  const sought = text.split(/\s+/).map(stemmed).filter(Boolean);
  return sought.every((term) => {
    const stem = term.length > SHORTEST_BEGINNING ? term.replace(ENDING, "") : term;
    return matched.some((word) => word.startsWith(stem));
  });
}

const PARTICIPLE = /^((?:aan|achter|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)?)ge(?=.{3})/;

/**
 * Returns a word without what differs between its forms, as Pagefind sees them: doubled letters ("boom", "bomen"), z and v
 * ("lezen", "lees"), "ge" ("opgeruimd", "opruimen").
 * @param {string} word
 */
export function stemmed(word) {
  return fold(word).replace(PARTICIPLE, "$1").replace(/(.)\1/gu, "$1").replace(/z/g, "s").replace(/v/g, "f");
}

/**
 * Returns a word as it is compared: no capitals, accents or signs.
 * @param {string} word
 */
export function fold(word) {
  return word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/**
 * Returns a phrase as it is compared.
 * @param {string} phrase
 */
export function folding(phrase) {
  return phrase.split(/\s+/).map(fold).filter(Boolean).join(" ");
}
