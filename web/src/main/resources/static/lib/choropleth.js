// @ts-check

/** @typedef {import('../elements/area-map.js').Shade} Shade */

/**
 * @typedef {object} Choropleth the answer of `/api/choropleth`
 * @property {string[]} colors
 * @property {{code: string, name: string, value: number, lower: number | null, upper: number | null, reliability: string,
 *   class: number | null, certainClass: boolean, contested: boolean}[]} areas
 * @property {string[]} withheld
 * @property {string[]} missing
 */

/**
 * What a map's figures look like and say.
 * @param {Choropleth} map
 * @param {Map<string, Shade>} known names and pages of some areas
 * @param {DOMStringMap} words of the list: unit, between, unreliable, withheld, missing, contested
 * @returns {Shade[]}
 */
export function readChoropleth(map, known, words) {
  const language = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(language === 'ar' ? 'ar-MA-u-nu-latn' : language, {maximumFractionDigits: 1});
  const between = (/** @type {number} */ lower, /** @type {number} */ upper) =>
    (words.between ?? '{0}–{1}').replace('{0}', numbers.format(lower)).replace('{1}', numbers.format(upper));
  const shade = (/** @type {string} */ code, /** @type {Partial<Shade>} */ own) => ({
    code, name: known.get(code)?.name ?? code, href: known.get(code)?.href ?? new URL(`areas/${code}`, root()).href,
    figure: '', state: 'missing', colour: null, certain: true, below: false, ...own,
  });
  return [
    ...map.areas.map(area => {
      const said = () => {
        const interval = area.lower === null || area.upper === null ? '' : between(area.lower, area.upper);
        const unreliable = area.reliability === 'unreliable';
        const figure = unreliable ? words.unreliable : `${numbers.format(area.value)} ${words.unit ?? ''}`;
        return [figure, interval, area.contested ? words.contested : ''].filter(Boolean).join(', ');
      };
      // Of thousands of figures few are ever read.
      return Object.defineProperty(shade(area.code, {
        name: area.name,
        state: area.class === null ? 'unreliable' : 'class',
        colour: area.class === null ? null : map.colors[area.class], certain: area.certainClass,
      }), 'figure', {get: said});
    }),
    ...map.withheld.map(code => shade(code, {state: 'withheld', figure: words.withheld})),
    ...map.missing.map(code => shade(code, {state: 'missing', figure: words.missing})),
  ];
}

/** Where the pages begin. */
function root() {
  return new URL(document.querySelector('a.name')?.getAttribute('href') ?? '/', location.href);
}
