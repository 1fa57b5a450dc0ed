// @ts-check
import {circleMarker, polyline} from 'leaflet';

/** Pixels within which a touch means the first corner. */
const NEAR = 14;
const INK = '#b35806';

/**
 * Lets a reader draw a closed line on a map: a touch is a corner, a double click or Enter closes the line, Escape gives
 * up, Backspace takes the last corner back. Without a pointer, arrows move the map and Space sets a corner in its middle.
 * @param {import('leaflet').Map} map
 * @param {(corners: import('leaflet').LatLng[] | null) => void} done with the corners, at least three, or null
 * @param {(place: import('leaflet').LatLng) => import('leaflet').LatLng} [snapped] where a corner that is set falls
 * @returns {{giveUp: () => void, corner: () => void, close: () => void}} the same for buttons: gives up, sets a corner in
 *   the middle of the map, closes the line
 */
export function lasso(map, done, snapped = place => place) {
  /** @type {import('leaflet').LatLng[]} */
  const corners = [];
  const line = polyline([], {color: INK, weight: 3, dashArray: '6 4', interactive: false}).addTo(map);
  const marks = /** @type {import('leaflet').CircleMarker[]} */ ([]);
  const container = map.getContainer();
  map.doubleClickZoom.disable();
  container.classList.add('drawing');
  const centre = document.createElement('div');
  centre.className = 'centre';
  centre.setAttribute('aria-hidden', 'true');
  container.append(centre);
  container.focus({preventScroll: true});

  const end = (/** @type {import('leaflet').LatLng[] | null} */ result) => {
    container.removeEventListener('click', touched, true);
    container.removeEventListener('dblclick', closed, true);
    document.removeEventListener('keydown', pressed, true);
    container.classList.remove('drawing');
    centre.remove();
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
    set(map.containerPointToLatLng(at));
  };
  const set = (/** @type {import('leaflet').LatLng} */ place) => {
    const corner = snapped(place);
    corners.push(corner);
    marks.push(circleMarker(corner, {radius: 6, color: INK, fillColor: '#fff', fillOpacity: 1, interactive: false}).addTo(map));
    show();
  };
  const closed = (/** @type {MouseEvent} */ event) => {
    event.stopPropagation();
    event.preventDefault();
    finish();
  };
  const middle = () => set(map.getCenter());
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    // What is typed into a field or presses a button is not meant for the map.
    if (event.key !== 'Escape' && event.target instanceof Element && event.target.closest('input, textarea, select, button')) {
      return;
    }
    if (event.key === 'Escape') {
      end(null);
    } else if (event.key === 'Enter' && corners.length > 2) {
      finish();
    } else if (event.key === ' ') {
      middle();
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
  return {giveUp: () => end(null), corner: middle, close: finish};
}
