// @ts-check
/** Outlines as they are drawn: rings of corners, none of them said twice. */

/** @typedef {[number, number]} Place longitude and latitude */
/** @typedef {Place[]} Ring */
/** @typedef {Ring[][]} Outline polygons, of which the first ring is the outer one */

/** Metres of a degree of latitude. */
const DEGREE = 111_195;
/** Corners that a ring needs. */
const FEWEST = 3;
/** Digits behind the point: a hundredth of a metre, less than a hand can mean. */
const DIGITS = 7;

/**
 * The outline that a text says as GeoJSON; null where it says none.
 * @param {string} text
 * @returns {Outline | null}
 */
export function read(text) {
  try {
    const said = JSON.parse(text);
    const geometry = said.type === 'Feature' ? said.geometry : said;
    const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates
      : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
    const outline = polygons.map((/** @type {Ring[]} */ rings) => rings.map(open));
    return outline.length && outline.flat(2).every(isPlace) ? outline : null;
  } catch {
    return null;
  }
}

/** @param {Ring} ring */
function open(ring) {
  const places = ring.map(([x, y]) => /** @type {Place} */ ([x, y]));
  const [first, last] = [places[0], places[places.length - 1]];
  return places.length > 1 && first[0] === last[0] && first[1] === last[1] ? places.slice(0, -1) : places;
}

/** @param {unknown} place */
function isPlace(place) {
  return Array.isArray(place) && place.every(Number.isFinite) && Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90;
}

/** The same as GeoJSON. @param {Outline} outline */
export function write(outline) {
  const polygons = outline.map(rings => rings.map(ring => [...ring, ring[0]].map(rounded)));
  return JSON.stringify(polygons.length === 1
    ? {type: 'Polygon', coordinates: polygons[0]} : {type: 'MultiPolygon', coordinates: polygons});
}

/** @param {Place} place @returns {Place} */
export function rounded([longitude, latitude]) {
  return [Number(longitude.toFixed(DIGITS)), Number(latitude.toFixed(DIGITS))];
}

/** All corners, one ring after the other. @param {Outline} outline @returns {Place[]} */
export function corners(outline) {
  return outline.flat(2);
}

/**
 * The outline with one of its rings made anew.
 * @param {Outline} outline
 * @param {number} nth corner
 * @param {(ring: Ring, at: number) => Ring} change
 * @returns {Outline}
 */
function withRing(outline, nth, change) {
  let before = 0;
  return outline.map(rings => rings.map(ring => {
    const at = nth - before;
    before += ring.length;
    return at >= 0 && at < ring.length ? change(ring, at) : ring;
  }).filter(ring => ring.length >= FEWEST)).filter(rings => rings.length);
}

/** @param {Outline} outline @param {number} nth @param {Place} place */
export function moved(outline, nth, place) {
  return withRing(outline, nth, (ring, at) => ring.with(at, place));
}

/** The place in the middle between a corner and the next one of its ring. @param {Outline} outline @param {number} nth @returns {Place} */
export function middleAfter(outline, nth) {
  /** @type {Place} */
  let middle = [0, 0];
  withRing(outline, nth, (ring, at) => {
    const [one, other] = [ring[at], ring[(at + 1) % ring.length]];
    middle = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
    return ring;
  });
  return middle;
}

/** @param {Outline} outline @param {number} nth after which corner @param {Place} place */
export function added(outline, nth, place) {
  return withRing(outline, nth, (ring, at) => ring.toSpliced(at + 1, 0, place));
}

/** Without a corner; the last three of an only ring stay. @param {Outline} outline @param {number} nth */
export function removed(outline, nth) {
  const left = withRing(outline, nth, (ring, at) => ring.toSpliced(at, 1));
  return left.length ? left : outline;
}

/**
 * Where a place falls among borders: on a corner within so many metres, else on an edge, else where it is. The server
 * does the same, and more.
 * @param {Place} place
 * @param {Ring[]} borders
 * @param {number} metres
 * @returns {Place}
 */
export function snapped(place, borders, metres) {
  const shrink = Math.max(0.01, Math.cos(place[1] * Math.PI / 180));
  const reach = metres / DEGREE;
  const far = (/** @type {Place} */ [x, y]) => Math.hypot((x - place[0]) * shrink, y - place[1]);
  let corner = place;
  let edge = place;
  let nearestCorner = reach;
  let nearestEdge = reach;
  for (const ring of borders) {
    for (let i = 0; i < ring.length; i++) {
      const one = ring[i];
      const other = ring[(i + 1) % ring.length];
      if (far(one) < nearestCorner) {
        nearestCorner = far(one);
        corner = one;
      }
      const on = closest(place, one, other, shrink);
      if (far(on) < nearestEdge) {
        nearestEdge = far(on);
        edge = on;
      }
    }
  }
  return nearestCorner < reach ? corner : edge;
}

/**
 * @param {Place} place @param {Place} one @param {Place} other @param {number} shrink
 * @returns {Place} the nearest place of an edge
 */
function closest(place, one, other, shrink) {
  const dx = (other[0] - one[0]) * shrink;
  const dy = other[1] - one[1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0
    : Math.min(1, Math.max(0, ((place[0] - one[0]) * shrink * dx + (place[1] - one[1]) * dy) / length));
  return [one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])];
}

/** What was drawn, step by step. */
export class History {
  /** @type {Outline[]} */
  #past = [];
  /** @type {Outline[]} */
  #future = [];

  /** @param {Outline} now */
  constructor(now) {
    this.now = now;
  }

  /** @param {Outline} next */
  step(next) {
    this.#past.push(this.now);
    this.#future = [];
    this.now = next;
  }

  undo() {
    this.#go(this.#past, this.#future);
  }

  redo() {
    this.#go(this.#future, this.#past);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {Outline[]} from @param {Outline[]} to */
  #go(from, to) {
    const other = from.pop();
    if (other) {
      to.push(this.now);
      this.now = other;
    }
  }
}
