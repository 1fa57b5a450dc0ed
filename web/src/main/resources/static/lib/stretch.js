// @ts-check
/** Where the name of an area has most room. */

/** Parallels that are tried: enough for the bays and necks of a quarter. */
const PARALLELS = 24;
/** Parallels to either side that must be within the area too, since a name has a height. */
const BAND = 2;

/**
 * @typedef {{lat: number, lng: number}} Point
 * @typedef {{west: number, east: number}} Stretch along a parallel
 */

/**
 * The middle of the longest band within an area.
 * @param {Point[][]} rings outer and inner ones
 * @returns {Stretch & {latitude: number} | null}
 */
export function longestStretch(rings) {
  const {at, lines} = parallels(rings);
  let longest = null;
  for (let line = BAND; line < PARALLELS - BAND; line++) {
    for (const stretch of lines[line]) {
      const band = lines.slice(line - BAND, line + BAND + 1).reduce(common, stretch);
      if (band.east - band.west > (longest ? longest.east - longest.west : 0)) {
        longest = {...band, latitude: at(line)};
      }
    }
  }
  return longest;
}

/**
 * How far an area reaches to the west and the east, from its middle outwards: beside these its name may stand. Each
 * holds for a band as high as a name.
 * @param {Point[][]} rings outer and inner ones
 * @returns {(Stretch & {latitude: number})[]}
 */
export function reaches(rings) {
  const {at, lines} = parallels(rings);
  const found = [];
  for (let line = BAND; line < PARALLELS - BAND; line++) {
    const band = lines.slice(line - BAND, line + BAND + 1).flat();
    found.push({
      west: Math.min(...band.map(({west}) => west)), east: Math.max(...band.map(({east}) => east)), latitude: at(line),
    });
  }
  const middle = at((PARALLELS - 1) / 2);
  return found.sort((one, other) => Math.abs(one.latitude - middle) - Math.abs(other.latitude - middle));
}

/**
 * Whether a place lies within an area.
 * @param {Point[][]} rings
 * @param {Point} place
 */
export function contains(rings, {lat, lng}) {
  return within(rings, lat).some(({west, east}) => west <= lng && lng <= east);
}

/** @param {Point[][]} rings */
function parallels(rings) {
  const latitudes = rings.flat().map(point => point.lat);
  const south = latitudes.reduce((one, other) => Math.min(one, other), Infinity);
  const north = latitudes.reduce((one, other) => Math.max(one, other), -Infinity);
  const at = (/** @type {number} */ line) => south + (line + 0.5) * (north - south) / PARALLELS;
  return {at, lines: Array.from({length: PARALLELS}, (_, line) => within(rings, at(line)))};
}

/**
 * What is left of a stretch on another parallel.
 * @param {Stretch} stretch
 * @param {Stretch[]} others
 * @returns {Stretch}
 */
function common(stretch, others) {
  return others
    .map(({west, east}) => ({west: Math.max(west, stretch.west), east: Math.min(east, stretch.east)}))
    .reduce((most, both) => both.east - both.west > most.east - most.west ? both : most,
      {west: stretch.west, east: stretch.west});
}

/**
 * The stretches of a parallel between the rings of an area, from the west.
 * @param {Point[][]} rings
 * @param {number} latitude
 */
function within(rings, latitude) {
  /** @type {number[]} */
  const crossings = [];
  for (const ring of rings) {
    ring.forEach((to, i) => {
      const from = ring[(i || ring.length) - 1];
      if (from.lat > latitude !== to.lat > latitude) {
        crossings.push(from.lng + (latitude - from.lat) / (to.lat - from.lat) * (to.lng - from.lng));
      }
    });
  }
  crossings.sort((one, other) => one - other);
  /** @type {Stretch[]} */
  const inside = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    inside.push({west: crossings[i], east: crossings[i + 1]});
  }
  return inside;
}
