// @ts-check
import {tooltip} from 'leaflet';
import {isDark} from './patterns.js';
import {contains, longestStretch, reaches} from './stretch.js';

/** @typedef {import('../elements/area-map.js').Shade} Shade */

/**
 * Where a name may stand, in pixels of the layer.
 * @typedef {object} Spot
 * @property {number} x its middle
 * @property {number} y
 * @property {number} half half its length
 * @property {boolean} beside whether it is not on its area
 */

/** Width of a letter of a label, in pixels. */
const LETTER = 8;
/** How many times as wide as its area a name may be that lies on it. */
const OVERHANG = 1.3;
/** The same for names that found no room beside their narrow areas either. */
const LARGEST_OVERHANG = 2;
/** Height of a label, in pixels. */
const LINE = 20;
/** Areas above which names stand on them only. */
const MANY = 200;
/** Pixels between an area and the name beside it. */
const GAP = 4;

/** The names of areas on a map. */
export class AreaNames {
  #map;
  #rings;
  #words;
  /** @type {import('leaflet').Tooltip[]} */
  #labels = [];
  /** @type {Map<string, Shade>} */
  #shades = new Map();
  /** @type {string[]} */
  #codes = [];
  /** @type {Map<string, ReturnType<typeof longestStretch>>} */
  #rooms = new Map();

  /**
   * @param {import('leaflet').Map} map
   * @param {(code: string) => {lat: number, lng: number}[][]} rings of an area, outer and inner ones
   * @param {Record<string, string | undefined>} words under the name, by the state of the area
   */
  constructor(map, rings, words) {
    this.#map = map;
    this.#rings = rings;
    this.#words = words;
  }

  /** Forgets where names have room, for other outlines. */
  forget() {
    this.#rooms.clear();
  }

  clear() {
    this.#labels.forEach(label => label.remove());
    this.#labels = [];
  }

  /**
   * Writes the names: on their areas where they have room, else beside them, else across their edges.
   * @param {Map<string, Shade>} shades
   * @param {Iterable<string>} codes
   */
  write(shades, codes) {
    this.clear();
    this.#shades = shades;
    this.#codes = [...codes];
    /** @type {Spot[]} */
    const taken = [];
    const unnamed = new Set(this.#codes);
    // Beside thousands of areas there is no room, and looking for it takes long.
    const ways = this.#codes.length > MANY ? [this.#within] : [this.#within, this.#beside, this.#across];
    for (const spots of ways) {
      for (const code of unnamed) {
        const shade = this.#shades.get(code);
        const free = shade && spots(code, shade.name.length * LETTER / 2).find(spot => taken.every(
          each => Math.abs(each.y - spot.y) > LINE || Math.abs(each.x - spot.x) > each.half + spot.half));
        if (free) {
          taken.push(free);
          unnamed.delete(code);
          this.#write(shade, free);
        }
      }
    }
  }

  /** @param {string} code @param {number} half half the length of a name */
  #within = (code, half) => this.#inside(code, half, OVERHANG);

  /** @param {string} code @param {number} half half the length of a name */
  #across = (code, half) => this.#inside(code, half, LARGEST_OVERHANG);

  /**
   * @param {string} code
   * @param {number} half
   * @param {number} overhang
   * @returns {Spot[]}
   */
  #inside(code, half, overhang) {
    const room = this.#room(code);
    if (!room) {
      return [];
    }
    const west = this.#map.latLngToLayerPoint([room.latitude, room.west]);
    const east = this.#map.latLngToLayerPoint([room.latitude, room.east]);
    const fits = (east.x - west.x) * overhang > 2 * half;
    return fits ? [{x: (west.x + east.x) / 2, y: west.y, half, beside: false}] : [];
  }

  /**
   * Spots in the canvas beside an area on which no other area lies.
   * @param {string} code
   * @param {number} half
   * @returns {Spot[]}
   */
  #beside = (code, half) => reaches(this.#rings(code)).flatMap(({west, east, latitude}) => {
    const [from, to] = [west, east].map(longitude => this.#map.latLngToLayerPoint([latitude, longitude]));
    return [from.x - GAP - half, to.x + GAP + half].map(x => ({x, y: from.y, half, beside: true}));
  }).filter(spot => this.#isOpen(spot));

  /** @param {Spot} spot */
  #isOpen({x, y, half}) {
    const size = this.#map.getSize();
    const corners = [-half, 0, half].flatMap(across => [-LINE / 2, LINE / 2].map(down => [x + across, y + down]));
    return corners.every(corner => {
      const seen = this.#map.layerPointToContainerPoint(corner);
      const place = this.#map.layerPointToLatLng(corner);
      return seen.x >= 0 && seen.y >= 0 && seen.x <= size.x && seen.y <= size.y
        && this.#codes.every(code => !contains(this.#rings(code), place));
    });
  }

  /**
   * @param {Shade} shade
   * @param {Spot} spot
   */
  #write(shade, {x, y, beside}) {
    const name = document.createElement('bdi');
    name.textContent = shade.name;
    const said = document.createElement('div');
    said.append(name);
    const word = this.#words[shade.state];
    if (word) {
      const small = document.createElement('small');
      small.textContent = word;
      said.append(small);
    }
    const ground = beside ? ' beside' : shade.colour && isDark(shade.colour) ? ' light' : '';
    this.#labels.push(tooltip({permanent: true, direction: 'center', className: `area-label${ground}`, opacity: 1})
      .setLatLng(this.#map.layerPointToLatLng([x, y])).setContent(said).addTo(this.#map));
  }

  /** Where the name of an area has most room. @param {string} code */
  #room(code) {
    let room = this.#rooms.get(code);
    if (room === undefined) {
      room = longestStretch(this.#rings(code));
      this.#rooms.set(code, room);
    }
    return room;
  }
}
