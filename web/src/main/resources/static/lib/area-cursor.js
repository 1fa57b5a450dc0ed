// @ts-check

/** @typedef {import('../elements/area-map.js').Shade} Shade */
/** @typedef {{x: number, y: number}} Spot */

/** Keys that lead from an area to the next one that way, as [east, south]. */
export const WAYS = /** @type {Record<string, [number, number]>} */ (
  {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]});
/** How much a neighbour that lies aside counts as farther away. */
const ASIDE = 2;

/**
 * The nearest area in a direction.
 * @param {Iterable<[string, Spot]>} middles of areas
 * @param {string} from
 * @param {[number, number]} way
 * @returns {string | null}
 */
export function nearestThatWay(middles, from, [east, south]) {
  const all = new Map(middles);
  const here = all.get(from);
  let best = null;
  let least = Infinity;
  for (const [code, {x, y}] of here ? all : []) {
    const along = (x - here.x) * east + (y - here.y) * south;
    const far = along + ASIDE * Math.abs((x - here.x) * south + (y - here.y) * east);
    if (code !== from && along > 0 && far < least) {
      best = code;
      least = far;
    }
  }
  return best;
}

/**
 * Where keys are on a map that is only a picture: one stop of the Tab key that stands on an area, says its name and
 * figure, and goes to its neighbours with the arrows.
 */
export class AreaCursor {
  #map;
  #areas;
  #stop = document.createElement('div');
  #said = document.createElement('p');
  /** @type {string | null} */
  #code = null;

  /**
   * @param {import('leaflet').Map} map
   * @param {{boxes: () => Map<string, [number, number, number, number]>, name: (code: string) => Shade | undefined,
   *   point: (code: string | null) => void, open: (code: string, event: UIEvent) => void}} areas their boxes in pixels of the layer
   */
  constructor(map, areas) {
    this.#map = map;
    this.#areas = areas;
    this.#stop.className = 'area-cursor';
    this.#stop.tabIndex = 0;
    this.#stop.setAttribute('role', 'link');
    this.#stop.setAttribute('aria-label', map.getContainer().getAttribute('aria-label') ?? '');
    this.#stop.addEventListener('focus', this.#focused);
    this.#stop.addEventListener('blur', this.#left);
    this.#stop.addEventListener('keydown', this.#pressed);
    this.#said.className = 'unseen';
    this.#said.setAttribute('aria-live', 'polite');
    map.getContainer().append(this.#stop, this.#said);
  }

  remove() {
    this.#stop.remove();
    this.#said.remove();
  }

  #middles() {
    return [...this.#areas.boxes()].filter(([code]) => this.#areas.name(code)).map(([code, [west, north, east, south]]) =>
      /** @type {[string, Spot]} */ ([code, {x: (west + east) / 2, y: (north + south) / 2}]));
  }

  /** Begins at the area in the middle of what is seen. */
  #focused = () => {
    const middles = this.#middles();
    if (!middles.some(([code]) => code === this.#code)) {
      const {x, y} = this.#map.containerPointToLayerPoint(this.#map.getSize().divideBy(2));
      const far = (/** @type {Spot} */ spot) => Math.hypot(spot.x - x, spot.y - y);
      middles.sort(([, one], [, other]) => far(one) - far(other));
      this.#code = middles[0]?.[0] ?? null;
    }
    this.#tell();
  };

  #left = () => this.#areas.point(null);

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const way = WAYS[event.key];
    if (way && this.#code) {
      const middles = this.#middles();
      this.#code = nearestThatWay(middles, this.#code, way) ?? this.#code;
      const spot = new Map(middles).get(this.#code);
      if (spot) {
        this.#map.panInside(this.#map.layerPointToLatLng([spot.x, spot.y]), {padding: [40, 40], animate: false});
      }
      this.#tell();
    } else if ((event.key === 'Enter' || event.key === ' ') && this.#code) {
      this.#areas.open(this.#code, event);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #tell() {
    const shade = this.#code && this.#areas.name(this.#code);
    if (shade) {
      const words = [shade.name, shade.figure].filter(Boolean).join(', ');
      this.#stop.setAttribute('aria-label', words);
      this.#said.textContent = words;
      this.#areas.point(this.#code);
    }
  }
}
