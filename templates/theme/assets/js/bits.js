// Sets of item numbers as bits, 32 to a word.

/**
 * Returns a set written as the gaps between its numbers, 0 being the very next; throws for a number that is no item.
 * @param {number[]} gaps
 * @param {number} count
 */
export function fromGaps(gaps, count) {
  const bits = new Uint32Array(Math.ceil(count / 32));
  let number = 0;
  for (const gap of gaps) {
    number += gap;
    if (number >= count) throw new Error("an item that is not there");
    add(bits, number);
    number += 1;
  }
  return bits;
}

/** @param {number} count */
export function everything(count) {
  const bits = new Uint32Array(Math.ceil(count / 32)).fill(0xffffffff);
  if (count % 32) bits[bits.length - 1] = 2 ** (count % 32) - 1;
  return bits;
}

/**
 * Returns a set of these numbers; those that are no item drop out.
 * @param {Iterable<number>} numbers
 * @param {number} count
 */
export function setOf(numbers, count) {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (const number of numbers) if (number >= 0 && number < count) add(bits, number);
  return bits;
}

/**
 * @param {Uint32Array} bits
 * @param {number} number
 */
function add(bits, number) {
  bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
}

/**
 * @param {Uint32Array} bits
 * @param {number} number
 */
export function has(bits, number) {
  return ((bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

/**
 * @param {Uint32Array} into
 * @param {Uint32Array} bits
 */
export function unite(into, bits) {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) | (bits[word] ?? 0);
  return into;
}

/**
 * @param {Uint32Array} into
 * @param {Uint32Array} bits
 */
export function keepOnly(into, bits) {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) & (bits[word] ?? 0);
}

/**
 * Returns how many numbers are in both sets.
 * @param {Uint32Array} one
 * @param {Uint32Array} other
 */
export function overlap(one, other) {
  let total = 0;
  for (let word = 0; word < one.length; word++) {
    let bits = (one[word] ?? 0) & (other[word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    total += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return total;
}

/** @param {Uint32Array} bits */
export function size(bits) {
  return overlap(bits, bits);
}
