// @ts-check
import {geoJSON} from 'leaflet';
import {nearestThatWay, WAYS} from './area-cursor.js';
import {fill} from './patterns.js';

/** @typedef {import('../elements/area-map.js').Shade} Shade */

/** Areas above which the map is painted before it is named. */
const MANY = 300;

/**
 * Areas as shapes that a pointer and keys reach: one of them is a stop of the Tab key, arrows go on to the neighbours.
 */
export class AreaShapes {
  #layer;
  #map;
  /** What an area looks like beside its colour. @type {Map<string, string>} */
  #looks = new Map();
  /** @type {(() => void) | undefined} */
  #naming;
  /** @type {Map<string, import('leaflet').Path>} */
  #paths = new Map();
  /** @type {string | null} */
  #pointed = null;

  /**
   * @param {import('leaflet').Map} map
   * @param {import('./features.js').Feature[]} features
   * @param {{words: (code: string) => HTMLElement, point: (code: string | null) => void, open: (code: string, event: UIEvent) => void}} reader
   */
  constructor(map, features, {words, point, open}) {
    this.#map = map;
    this.#layer = geoJSON(/** @type {any} */ (features), {
      onEachFeature: (feature, layer) => {
        const code = String(feature.id);
        this.#paths.set(code, /** @type {import('leaflet').Path} */ (layer));
        layer.bindTooltip(() => words(code), {sticky: true, direction: 'top'});
        layer.on('mouseover', () => point(code));
        layer.on('mouseout', () => point(null));
        layer.on('click', event => open(code, event.originalEvent));
      },
    }).addTo(map);
    let first = true;
    for (const [code, path] of this.#paths) {
      const shape = /** @type {SVGPathElement} */ (path.getElement());
      shape.setAttribute('role', 'link');
      shape.setAttribute('tabindex', first ? '0' : '-1');
      shape.addEventListener('focus', () => this.#focused(shape, () => point(code)));
      shape.addEventListener('blur', () => point(null));
      shape.addEventListener('keydown', event => this.#pressed(event, code, open));
      first = false;
    }
  }

  get codes() {
    return this.#paths.keys();
  }

  remove() {
    this.#layer.remove();
  }

  /** @param {Map<string, Shade>} shades @param {string} ink of the edges @param {number} opacity */
  shade(shades, ink, opacity) {
    const edges = `${ink} ${opacity}`;
    for (const [code, path] of this.#paths) {
      const shade = shades.get(code);
      if (shade) {
        const look = `${edges} ${shade.state === 'missing'}`;
        const fillColor = fill(shade);
        if (this.#looks.get(code) === look) {
          // Only the colour is another, as when the reader asks for another indicator.
          path.options.fillColor = fillColor;
          path.getElement()?.setAttribute('fill', fillColor);
        } else {
          this.#looks.set(code, look);
          path.setStyle({
            color: ink, weight: 1, opacity: 1, dashArray: shade.state === 'missing' ? '4 3' : undefined,
            fillColor, fillOpacity: opacity,
          });
        }
      }
    }
    this.#say(shades);
  }

  /** Names the shapes for readers by ear; where there are hundreds, after they are painted. @param {Map<string, Shade>} shades */
  #say(shades) {
    const naming = this.#naming = () => {
      for (const [code, path] of naming === this.#naming ? this.#paths : []) {
        const shade = shades.get(code);
        shade && path.getElement()?.setAttribute('aria-label', `${shade.name}, ${shade.figure}`);
      }
    };
    if (this.#paths.size > MANY) {
      requestAnimationFrame(() => setTimeout(naming));
    } else {
      naming();
    }
  }

  /** @param {string | null} code */
  point(code) {
    this.#paths.get(this.#pointed ?? '')?.setStyle({weight: 1});
    this.#pointed = code;
    const path = this.#paths.get(code ?? '');
    path?.setStyle({weight: 3.5});
    if (path && document.activeElement !== path.getElement()) {
      path.bringToFront();
    }
  }

  /** Marks the areas that a reader picked. @param {Set<string>} codes */
  pick(codes) {
    for (const [code, path] of this.#paths) {
      path.getElement()?.classList.toggle('picked', codes.has(code));
    }
  }

  /** Rings of an area, outer and inner ones. @param {string} code @returns {import('leaflet').LatLng[][]} */
  rings(code) {
    const outline = /** @type {import('leaflet').Polygon} */ (this.#paths.get(code));
    const parts = /** @type {any[]} */ (outline.getLatLngs());
    return Array.isArray(parts[0]?.[0]) ? parts.flat() : parts;
  }

  /** @param {SVGPathElement} shape @param {() => void} point */
  #focused(shape, point) {
    for (const path of this.#paths.values()) {
      path.getElement()?.setAttribute('tabindex', path.getElement() === shape ? '0' : '-1');
    }
    point();
  }

  /** @param {KeyboardEvent} event @param {string} code @param {(code: string, event: UIEvent) => void} open */
  #pressed(event, code, open) {
    const way = WAYS[event.key];
    if (way) {
      const next = this.#neighbour(code, way);
      next && /** @type {SVGElement} */ (next.getElement()).focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      open(code, event);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The nearest area in a direction. @param {string} code @param {[number, number]} way */
  #neighbour(code, [east, south]) {
    const middle = (/** @type {import('leaflet').Path} */ path) =>
      this.#map.latLngToLayerPoint(/** @type {import('leaflet').Polygon} */ (path).getBounds().getCenter());
    const next = nearestThatWay([...this.#paths].map(([each, path]) => [each, middle(path)]), code, [east, south]);
    return this.#paths.get(next ?? '');
  }
}
