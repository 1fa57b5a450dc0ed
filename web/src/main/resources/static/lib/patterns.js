// @ts-check
/** Fills that say without colour that a figure is uncertain or not there. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {Element[]} [children]
 */
function element(name, attributes, children = []) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * Diagonal lines on a ground.
 * @param {string} id
 * @param {string} ground
 * @param {string} lines
 * @param {string} [edges] beside the lines, for grounds from which they do not stand out
 */
function hatch(id, ground, lines, edges = 'none') {
  return element('pattern', {id, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'}, [
    element('rect', {width: 7, height: 7, fill: ground}),
    element('line', {x1: 0, y1: 0, x2: 0, y2: 7, stroke: lines, 'stroke-width': 2.4}),
    element('line', {x1: 1.6, y1: 0, x2: 1.6, y2: 7, stroke: edges, 'stroke-width': 0.8}),
  ]);
}

/**
 * Dots on a ground.
 * @param {string} id
 * @param {string} ground
 * @param {string} dots
 */
function dotted(id, ground, dots) {
  return element('pattern', {id, width: 8, height: 8, patternUnits: 'userSpaceOnUse'}, [
    element('rect', {width: 8, height: 8, fill: ground}),
    element('circle', {cx: 4, cy: 4, r: 1.4, fill: dots}),
  ]);
}

/**
 * Small crosses on a ground.
 * @param {string} id
 * @param {string} ground
 * @param {string} crosses
 */
function crossed(id, ground, crosses) {
  return element('pattern', {id, width: 12, height: 12, patternUnits: 'userSpaceOnUse'}, [
    element('rect', {width: 12, height: 12, fill: ground}),
    element('path', {d: 'M4.5 4.5l3 3M7.5 4.5l-3 3', stroke: crosses, 'stroke-width': 1}),
  ]);
}

/**
 * A colour that on paper, where it may turn grey, bears lines.
 * @param {string} id
 * @param {string} ground
 */
function lined(id, ground) {
  return element('pattern', {id, width: 6, height: 6, patternUnits: 'userSpaceOnUse'}, [
    element('rect', {width: 6, height: 6, fill: ground}),
    element('path', {d: 'M0 3h6', stroke: '#ffffff', 'stroke-width': 1.6, class: 'on-paper'}),
  ]);
}

/**
 * The patterns that a map of these areas needs, in a drawing of no size.
 * @param {{colour: string | null, below?: boolean}[]} shades
 * @returns {SVGElement}
 */
export function patterns(shades) {
  const colours = new Map(shades.flatMap(({colour, below}) => colour ? [[colour, below]] : []));
  const fills = [...colours].flatMap(([colour, below]) => [
    hatch(patternOf(colour), colour, 'rgb(251 250 247 / .75)', 'rgb(60 72 78 / .5)'),
    ...below ? [lined(`${patternOf(colour)}-below`, colour)] : [],
  ]);
  const drawing = element('svg', {width: 0, height: 0, 'aria-hidden': 'true', class: 'patterns'}, [
    element('defs', {}, [
      ...fills,
      hatch('fill-unreliable', '#ffffff', '#5c686d'),
      dotted('fill-withheld', '#f1efe9', '#5c686d'),
      crossed('fill-missing', '#ffffff', '#8a8f93'),
    ]),
  ]);
  return /** @type {SVGElement} */ (drawing);
}

/** @param {string} colour */
function patternOf(colour) {
  return `fill-${colour.replace('#', '')}`;
}

/**
 * How an area is filled.
 * @param {{state: string, colour: string | null, certain: boolean, below?: boolean}} shade
 * @returns {string}
 */
export function fill(shade) {
  if (shade.state === 'class' && shade.colour) {
    const pattern = patternOf(shade.colour);
    return !shade.certain ? `url(#${pattern})` : shade.below ? `url(#${pattern}-below)` : shade.colour;
  }
  return `url(#fill-${shade.state})`;
}

/** Luminance (WCAG 2, from 0 to 1) below which white letters with a dark rim are easier to read than the reverse. */
const MIDDLE = 0.3;

/**
 * @param {string} colour such as `#1b9e77`
 * @returns {boolean}
 */
export function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < MIDDLE;
}
