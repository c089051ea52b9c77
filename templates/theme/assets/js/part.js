/**
 * Returns the first element within another that fits; throws when the page has none.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function part(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}
