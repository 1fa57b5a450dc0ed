// @ts-check
/** Addresses of pages: their query is the state of the page. */

/**
 * The query with some parameters set anew; an empty value takes one away.
 * @param {string} search such as `?a=1&b=2`
 * @param {Record<string, string | null>} changes
 * @returns {string} with its `?`, empty without parameters
 */
export function withParameters(search, changes) {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      parameters.set(name, value);
    } else {
      parameters.delete(name);
    }
  }
  const query = parameters.toString();
  return query && `?${query}`;
}

/**
 * The box of a `bbox` parameter as [west, south, east, north]; null for anything else.
 * @param {string | null | undefined} text
 * @returns {[number, number, number, number] | null}
 */
export function readBox(text) {
  const numbers = (text ?? '').split(',').map(part => part.trim() === '' ? NaN : Number(part));
  const [west, south, east, north] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && west <= east && south <= north
    ? [west, south, east, north] : null;
}

/**
 * @param {[number, number, number, number]} box
 * @returns {string} rounded to about a metre
 */
export function writeBox(box) {
  return box.map(number => Number(number.toFixed(5))).join(',');
}
