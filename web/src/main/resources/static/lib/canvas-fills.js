// @ts-check
/** The fills of `patterns.js` for a canvas. */

/** @typedef {import('../elements/area-map.js').Shade} Shade */

/**
 * What areas that look alike have in common.
 * @param {Shade} shade
 * @param {boolean} onPaper
 */
export function look({state, colour, certain, below}, onPaper) {
  return state === 'class' ? `${colour} ${certain} ${below && onPaper}` : state;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Shade} shade
 * @param {boolean} onPaper where colours may turn grey: one that lies below the mean bears lines
 * @returns {string | CanvasPattern}
 */
export function canvasFill(context, {state, colour, certain, below}, onPaper) {
  if (state === 'class' && colour) {
    return certain ? below && onPaper ? pattern(context, 6, colour, lined) : colour : pattern(context, 10, colour, pen => hatch(pen, 10, '#fbfaf7', 2.4));
  }
  switch (state) {
    case 'unreliable': return pattern(context, 10, '#ffffff', pen => hatch(pen, 10, '#5c686d', 2));
    case 'withheld': return pattern(context, 8, '#f1efe9', pen => {
      pen.fillStyle = '#5c686d';
      pen.beginPath();
      pen.arc(4, 4, 1.4, 0, 7);
      pen.fill();
    });
    default: return pattern(context, 12, '#ffffff', pen => {
      pen.strokeStyle = '#8a8f93';
      pen.stroke(new Path2D('M4.5 4.5l3 3M7.5 4.5l-3 3'));
    });
  }
}

/** @param {CanvasRenderingContext2D} pen */
function lined(pen) {
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 1.6;
  pen.stroke(new Path2D('M0 3h6'));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} size
 * @param {string} colour
 * @param {number} width
 */
function hatch(pen, size, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(new Path2D(`M${-size / 2} ${size / 2}L${size / 2} ${-size / 2}M0 ${size}L${size} 0M${size / 2} ${1.5 * size}L${1.5 * size} ${size / 2}`));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {string} ground
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 */
function pattern(context, size, ground, draw) {
  const cell = document.createElement('canvas');
  cell.width = cell.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (cell.getContext('2d'));
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  draw(pen);
  return context.createPattern(cell, 'repeat') ?? ground;
}
