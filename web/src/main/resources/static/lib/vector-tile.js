// @ts-check
import Pbf from 'pbf';

/**
 * An area as far as a tile holds it.
 * @typedef {object} TileArea
 * @property {string} code
 * @property {Int16Array[]} rings each x, y, x, y … in units of the tile, closed by their first corner
 * @property {[number, number, number, number]} box
 */

/** Units along the edge of a tile. */
export const EXTENT = 4096;

/**
 * The areas of a vector tile (Mapbox Vector Tile 2.1), of which only shapes and the code are read.
 * @param {ArrayBuffer} bytes
 * @returns {TileArea[]}
 */
export function readTile(bytes) {
  /** @type {TileArea[]} */
  const areas = [];
  new Pbf(bytes).readFields((tag, _, pbf) => {
    if (tag === 3) {
      areas.push(...readLayer(pbf, pbf.readVarint() + pbf.pos));
    }
  }, null);
  return areas;
}

/**
 * @param {Pbf} pbf
 * @param {number} end
 * @returns {TileArea[]}
 */
function readLayer(pbf, end) {
  /** @type {string[]} */
  const keys = [];
  /** @type {(string | null)[]} */
  const values = [];
  /** @type {{tags: number[], geometry: number[]}[]} */
  const found = [];
  pbf.readFields((tag, _, layer) => {
    if (tag === 2) {
      found.push(layer.readMessage(readFeature, {tags: [], geometry: []}));
    } else if (tag === 3) {
      keys.push(layer.readString());
    } else if (tag === 4) {
      values.push(layer.readMessage((kind, value, message) => {
        if (kind === 1) {
          value.text = message.readString();
        }
      }, {text: /** @type {string | null} */ (null)}).text);
    }
  }, null, end);
  const code = keys.indexOf('code');
  return found.map(({tags, geometry}) => {
    const at = tags.findIndex((tag, i) => i % 2 === 0 && tag === code);
    return shape(values[tags[at + 1]] ?? '', geometry);
  });
}

/**
 * @param {number} tag
 * @param {{tags: number[], geometry: number[]}} feature
 * @param {Pbf} pbf
 */
function readFeature(tag, feature, pbf) {
  if (tag === 2) {
    pbf.readPackedVarint(feature.tags);
  } else if (tag === 4) {
    pbf.readPackedVarint(feature.geometry);
  }
}

/**
 * Follows the pen: 1 moves it, 2 draws, 7 closes a ring (§4.3).
 * @param {string} code
 * @param {number[]} commands
 * @returns {TileArea}
 */
function shape(code, commands) {
  const rings = [];
  /** @type {number[]} */
  let ring = [];
  let [x, y] = [0, 0];
  const box = /** @type {[number, number, number, number]} */ ([Infinity, Infinity, -Infinity, -Infinity]);
  for (let i = 0; i < commands.length;) {
    const command = commands[i] & 7;
    const count = commands[i++] >> 3;
    if (command === 7) {
      rings.push(Int16Array.from(ring));
      continue;
    }
    if (command === 1) {
      ring = [];
    }
    for (let n = 0; n < count; n++) {
      x += zigzag(commands[i++]);
      y += zigzag(commands[i++]);
      ring.push(x, y);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return {code, rings, box};
}

/** @param {number} number */
function zigzag(number) {
  return (number >>> 1) ^ -(number & 1);
}

/**
 * Whether a point lies in an area: odd crossings.
 * @param {TileArea} area
 * @param {number} x
 * @param {number} y
 */
export function holds({rings, box}, x, y) {
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) {
    return false;
  }
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i + 1] > y !== ring[j + 1] > y
          && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
        inside = !inside;
      }
    }
  }
  return inside;
}
