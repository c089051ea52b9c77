// What is shown of the items, fetched in pieces: those that are wanted, each once.

/**
 * What is shown of one item; what it does not have is not there.
 * @typedef {object} Item
 * @property {string} title
 * @property {string} to its address from the root of the site
 * @property {string} [gist]
 * @property {string} [facts]
 * @property {string} [handles]
 * @property {boolean} [draft]
 * @property {string[]} [themes]
 */

/**
 * Returns what gives the items with these numbers, in the same order. It fails when a piece cannot be had.
 * @param {{ per: number, pieces: string[] }} file
 * @param {(name: string) => Promise<unknown>} load gives a piece by its file name
 * @returns {(numbers: number[]) => Promise<Item[]>}
 */
export function piecesOf(file, load) {
  /** @type {Map<number, Promise<Item[]>>} */
  const had = new Map();

  /** @param {number} which */
  function piece(which) {
    const known = had.get(which);
    if (known) return known;
    const coming = load(file.pieces[which] ?? "").then((items) => told(/** @type {Item[]} */ (items)));
    had.set(which, coming);
    coming.catch(() => had.delete(which)); // the network may be back next time
    return coming;
  }

  /** @param {number} number */
  async function item(number) {
    const found = (await piece(Math.floor(number / file.per)))[number % file.per];
    if (!found) throw new Error("an item that is not there");
    return found;
  }

  return (numbers) => Promise.all(numbers.map(item));
}

/**
 * Returns the items of a piece, each telling all: one that is a `#place` only is on the page of the one before it.
 * @param {Item[]} items
 */
function told(items) {
  /** @type {Item[]} */
  const whole = [];
  for (const item of items) {
    const before = whole.at(-1);
    const onSamePage = before && item.to.startsWith("#");
    whole.push(onSamePage ? { ...before, ...item, to: before.to.split("#")[0] + item.to } : item);
  }
  return whole;
}
