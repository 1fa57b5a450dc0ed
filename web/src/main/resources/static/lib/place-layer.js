// @ts-check
import {geoJSON, circleMarker, marker, divIcon} from 'leaflet';
import {features} from './features.js';

/** Signs that tell kinds of places apart without colour. */
const SIGNS = ['●', '■', '▲', '◆', '★', '✚', '⬟', '⬢'];

/** @param {number} nth */
export function sign(nth) {
  return SIGNS[nth % SIGNS.length];
}

/**
 * Places of one kind on a map, each with its name.
 * @param {string} items address of their collection
 * @param {string} extent
 * @param {number} nth which of the kinds it is
 */
export async function placeLayer(items, extent, nth) {
  const found = await features(items, extent);
  const name = (/** @type {Record<string, unknown>} */ properties) =>
    String(properties[`name_${document.documentElement.lang}`] ?? properties.name_fr ?? properties.code ?? '');
  return geoJSON(/** @type {any} */ (found.filter(feature => feature.geometry)), {
    style: {color: '#1e2528', weight: 2, fillOpacity: 0.1},
    pointToLayer: (feature, place) => marker(place, {
      icon: divIcon({className: 'place-sign', html: sign(nth), iconSize: [22, 22]}),
      title: name(feature.properties),
      alt: name(feature.properties),
    }),
    onEachFeature: (feature, layer) => {
      const words = document.createElement('bdi');
      words.textContent = name(feature.properties);
      layer.bindTooltip(words, {direction: 'top'});
    },
  });
}

/** A point that the reader asked for. @param {number} latitude @param {number} longitude */
export function pointMark(latitude, longitude) {
  return circleMarker([latitude, longitude], {radius: 9, color: '#1e2528', weight: 3, fillColor: '#e3a72f', fillOpacity: 1, interactive: false, pane: 'markerPane'});
}
