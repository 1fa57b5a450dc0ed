// @ts-check
import {circleMarker, polyline} from 'leaflet';

/** Pixels within which a touch means the first corner. */
const NEAR = 14;
const INK = '#b35806';

/**
 * Lets a reader draw a closed line on a map: a touch is a corner, a double click or Enter closes the line, Escape gives
 * up, Backspace takes the last corner back.
 * @param {import('leaflet').Map} map
 * @param {(corners: import('leaflet').LatLng[] | null) => void} done with the corners, at least three, or null
 * @param {(place: import('leaflet').LatLng) => import('leaflet').LatLng} [snapped] where a corner that is set falls
 * @returns {() => void} gives up
 */
export function lasso(map, done, snapped = place => place) {
  /** @type {import('leaflet').LatLng[]} */
  const corners = [];
  const line = polyline([], {color: INK, weight: 3, dashArray: '6 4', interactive: false}).addTo(map);
  const marks = /** @type {import('leaflet').CircleMarker[]} */ ([]);
  const container = map.getContainer();
  map.doubleClickZoom.disable();
  container.classList.add('drawing');

  const end = (/** @type {import('leaflet').LatLng[] | null} */ result) => {
    container.removeEventListener('click', touched, true);
    container.removeEventListener('dblclick', closed, true);
    document.removeEventListener('keydown', pressed, true);
    container.classList.remove('drawing');
    map.doubleClickZoom.enable();
    [line, ...marks].forEach(each => each.remove());
    done(result);
  };
  const show = () => line.setLatLngs(corners);
  const finish = () => corners.length > 2 && end(corners);
  const isControl = (/** @type {Event} */ event) => event.target instanceof Element && event.target.closest('.leaflet-control');
  const touched = (/** @type {MouseEvent} */ event) => {
    if (isControl(event) || event.detail > 1) {
      return;
    }
    event.stopPropagation();
    const at = map.mouseEventToContainerPoint(event);
    if (corners.length > 2 && map.latLngToContainerPoint(corners[0]).distanceTo(at) < NEAR) {
      finish();
      return;
    }
    const corner = snapped(map.containerPointToLatLng(at));
    corners.push(corner);
    marks.push(circleMarker(corner, {radius: 6, color: INK, fillColor: '#fff', fillOpacity: 1, interactive: false}).addTo(map));
    show();
  };
  const closed = (/** @type {MouseEvent} */ event) => {
    event.stopPropagation();
    event.preventDefault();
    finish();
  };
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') {
      end(null);
    } else if (event.key === 'Enter' && corners.length > 2) {
      finish();
    } else if (event.key === 'Backspace') {
      corners.pop();
      marks.pop()?.remove();
      show();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  container.addEventListener('click', touched, true);
  container.addEventListener('dblclick', closed, true);
  document.addEventListener('keydown', pressed, true);
  return () => end(null);
}
