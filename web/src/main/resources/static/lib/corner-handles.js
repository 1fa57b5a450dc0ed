// @ts-check
import {divIcon, layerGroup, marker} from 'leaflet';
import {corners, middleAfter} from './outline.js';

/** @typedef {import('./outline.js').Outline} Outline */
/** @typedef {import('./outline.js').Place} Place */

/** Handles that can be told apart on a map; of more, a closer look shows some. */
const MOST = 250;
/** Pixels between two corners that leave room for a handle to add one. */
const ROOM = 44;
/** Pixels by which an arrow key moves a corner; with Shift the smaller step. */
const STEP = 10;
const SMALL_STEP = 1;

const WAYS = /** @type {Record<string, [number, number]>} */ (
  {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]});

/**
 * What the hand does with corners.
 * @typedef {object} Hand
 * @property {(nth: number) => string} name of a corner
 * @property {string} addition name of what adds a corner
 * @property {(nth: number) => void} choose
 * @property {(nth: number, place: Place) => Place} drag while it is dragged; answers where it falls
 * @property {(nth: number, place: Place) => void} drop
 * @property {(nth: number) => void} add after a corner
 * @property {(nth: number) => void} remove
 */

/** The corners of an outline as handles: dragged, touched, or moved with arrow keys. One of them is a stop of Tab. */
export class CornerHandles {
  #map;
  #hand;
  #layer;
  /** @type {Map<number, import('leaflet').Marker>} */
  #markers = new Map();

  /** @param {import('leaflet').Map} map @param {Hand} hand */
  constructor(map, hand) {
    this.#map = map;
    this.#hand = hand;
    this.#layer = layerGroup().addTo(map);
  }

  /**
   * Shows the handles in view.
   * @param {Outline} outline
   * @param {number} chosen
   * @returns {boolean} whether all of them have room
   */
  show(outline, chosen) {
    const held = this.focused;
    this.#layer.clearLayers();
    this.#markers.clear();
    const view = this.#map.getBounds().pad(0.05);
    const all = corners(outline);
    const seen = [...all.keys()].filter(nth => view.contains([all[nth][1], all[nth][0]]));
    const shown = seen.length > MOST ? seen.filter(nth => nth === chosen) : seen;
    for (const nth of shown) {
      this.#corner(nth, all[nth], nth === chosen);
    }
    const stop = this.#markers.get(chosen) ?? this.#markers.values().next().value;
    stop?.getElement()?.setAttribute('tabindex', '0');
    if (seen.length <= MOST) {
      shown.forEach(nth => this.#addition(outline, nth, all[nth]));
    }
    if (held) {
      this.focus(chosen);
    }
    return seen.length <= MOST;
  }

  clear() {
    this.#layer.clearLayers();
    this.#markers.clear();
  }

  /** Whether a handle has the focus. */
  get focused() {
    return [...this.#markers.values()].some(each => each.getElement() === document.activeElement);
  }

  /** @param {number} nth */
  focus(nth) {
    this.#markers.get(nth)?.getElement()?.focus({preventScroll: true});
  }

  /** @param {number} nth @param {Place} place @param {boolean} chosen */
  #corner(nth, [longitude, latitude], chosen) {
    const handle = marker([latitude, longitude], {
      draggable: true, autoPan: true, keyboard: true, bubblingMouseEvents: false, zIndexOffset: 1000,
      icon: divIcon({className: `corner${chosen ? ' chosen' : ''}`, iconSize: [28, 28]}),
    }).addTo(this.#layer);
    this.#markers.set(nth, handle);
    const element = /** @type {HTMLElement} */ (handle.getElement());
    element.setAttribute('role', 'button');
    element.setAttribute('tabindex', '-1');
    element.setAttribute('aria-pressed', String(chosen));
    element.setAttribute('aria-label', this.#hand.name(nth));
    element.addEventListener('keydown', event => this.#pressed(event, nth));
    handle.on('click', () => this.#hand.choose(nth));
    handle.on('drag', () => this.#hand.drag(nth, placeOf(handle)));
    handle.on('dragend', () => this.#hand.drop(nth, placeOf(handle)));
  }

  /** @param {Outline} outline @param {number} nth @param {Place} corner */
  #addition(outline, nth, corner) {
    const middle = middleAfter(outline, nth);
    const from = this.#map.latLngToLayerPoint([corner[1], corner[0]]);
    if (2 * this.#map.latLngToLayerPoint([middle[1], middle[0]]).distanceTo(from) < ROOM) {
      return;
    }
    marker([middle[1], middle[0]], {
      keyboard: false, bubblingMouseEvents: false, title: this.#hand.addition,
      icon: divIcon({className: 'corner-to-add', iconSize: [24, 24]}),
    }).on('click', () => this.#hand.add(nth)).addTo(this.#layer);
  }

  /** @param {KeyboardEvent} event @param {number} nth */
  #pressed(event, nth) {
    const way = WAYS[event.key];
    if (way) {
      this.#nudge(nth, way, event.shiftKey ? SMALL_STEP : STEP);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#hand.remove(nth);
    } else if (event.key === 'Insert' || event.key === '+') {
      this.#hand.add(nth);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      this.#hand.choose(nth + (event.key === 'PageDown' ? 1 : -1));
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#hand.choose(nth);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} nth @param {[number, number]} way @param {number} pixels */
  #nudge(nth, [east, south], pixels) {
    const handle = /** @type {import('leaflet').Marker} */ (this.#markers.get(nth));
    const at = this.#map.latLngToLayerPoint(handle.getLatLng()).add([east * pixels, south * pixels]);
    const {lng, lat} = this.#map.layerPointToLatLng(at);
    this.#hand.drop(nth, [lng, lat]);
  }
}

/** @param {import('leaflet').Marker} handle @returns {Place} */
function placeOf(handle) {
  const {lng, lat} = handle.getLatLng();
  return [lng, lat];
}
