// What the comforts share.

/**
 * Returns all elements with an attribute that exist for whoever has scripts, and shows them.
 * @param {string} attribute
 */
export function shown(attribute) {
  const found = [...document.querySelectorAll(`[${attribute}]`)].filter((one) => one instanceof HTMLElement);
  for (const one of found) one.hidden = false;
  return found;
}

/**
 * Sets a choice of the reader's, here and on the pages to come: the frame puts what is kept on the root as `data-NAME`.
 * @param {string} name
 * @param {string} value
 */
export function keep(name, value) {
  document.documentElement.setAttribute(`data-${name}`, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // a private window keeps nothing
  }
}
