// @ts-check
/** Outlines from the OGC door, fetched once for each address. */

/** @typedef {{type: 'Feature', id: string, geometry: object | null, properties: Record<string, unknown>}} Feature */

/** @type {Map<string, Promise<Feature[]>>} */
const known = new Map();

/** Features in one answer of the door. */
const PAGE = 1000;

/**
 * The address at which the features of a collection within a box begin.
 * @param {string} items address of the collection's items
 * @param {string} extent as in `bbox`
 */
export function itemsOf(items, extent) {
  const address = new URL(items, document.baseURI);
  address.searchParams.set('limit', String(PAGE));
  address.searchParams.set('bbox', extent);
  return address.href;
}

/**
 * All features of a collection within a box.
 * @param {string} items address of the collection's items
 * @param {string} extent as in `bbox`
 * @returns {Promise<Feature[]>}
 */
export function features(items, extent) {
  const key = itemsOf(items, extent);
  let found = known.get(key);
  if (!found) {
    found = allPages(key);
    // What failed may succeed the next time.
    found.catch(() => known.delete(key));
    known.set(key, found);
  }
  return found;
}

/**
 * @param {string} first
 * @returns {Promise<Feature[]>}
 */
async function allPages(first) {
  /** @type {Feature[]} */
  const all = [];
  for (let address = /** @type {string | null} */ (first); address;) {
    const answer = await fetch(address, {headers: {Accept: 'application/geo+json'}});
    if (!answer.ok) {
      throw new Error(`${answer.status} ${address}`);
    }
    const page = await answer.json();
    all.push(...page.features);
    address = nextPage(page.links);
  }
  return all;
}

/**
 * @param {{rel: string, href: string}[] | undefined} links
 * @returns {string | null}
 */
export function nextPage(links) {
  return links?.find(link => link.rel === 'next')?.href ?? null;
}
