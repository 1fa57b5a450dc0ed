// @ts-check
import {lasso} from '../lib/lasso.js';

/**
 * The tools with which a reader chooses several areas of the map. The ticks in the list say which are chosen; they are
 * what works without script too.
 * @fires areas-drawn-around with the corners, as in `polygon`, empty to choose nothing
 */
export class AreaPicker extends HTMLElement {
  /** @type {(() => void) | undefined} */
  #giveUp;

  connectedCallback() {
    this.querySelectorAll('button').forEach(button => {
      button.hidden = false;
    });
    this.addEventListener('click', this.#pressed);
    this.#explorer?.addEventListener('area-chosen', this.#chosen);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#pressed);
    this.#giveUp?.();
  }

  get #explorer() {
    return /** @type {HTMLElement | null} */ (document.querySelector('map-explorer'));
  }

  #pressed = (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button');
    if (button?.name === 'pick') {
      this.#explorer?.toggleAttribute('data-picking');
      this.#show();
    } else if (button?.name === 'draw') {
      this.#draw(button);
    } else if (button) {
      this.#tell('');
    }
  };

  /** What was pressed stays pressed when the page is written anew. */
  #show() {
    this.#button('pick')?.setAttribute('aria-pressed', String(this.#explorer?.hasAttribute('data-picking') ?? false));
  }

  /** @param {string} name @returns {HTMLButtonElement | null} */
  #button(name) {
    return this.querySelector(`button[name=${name}]`);
  }

  /** A touch picks while the button is pressed, and always with Ctrl or Shift. */
  #chosen = (/** @type {Event} */ event) => {
    if (!this.isConnected) {
      this.#explorer?.removeEventListener('area-chosen', this.#chosen);
      return;
    }
    const {code, by} = /** @type {CustomEvent<{code: string, by: MouseEvent | KeyboardEvent}>} */ (event).detail;
    const tick = this.#explorer?.querySelector(`input[name=areas][value="${CSS.escape(code)}"]`);
    const held = by.ctrlKey || by.shiftKey || by.metaKey || (by instanceof KeyboardEvent && by.key === ' ');
    if (tick instanceof HTMLInputElement && (held || this.#explorer?.hasAttribute('data-picking'))) {
      event.preventDefault();
      tick.click();
    }
  };

  /** @param {HTMLButtonElement} button */
  #draw(button) {
    if (this.#giveUp) {
      this.#giveUp();
      return;
    }
    const map = /** @type {import('./area-map.js').AreaMap | null} */ (document.querySelector('area-map'));
    if (!map?.leaflet) {
      return;
    }
    button.setAttribute('aria-pressed', 'true');
    const status = this.querySelector('[role=status]');
    if (status) {
      status.textContent = button.dataset.how ?? '';
    }
    map.scrollIntoView({block: 'nearest'});
    this.#giveUp = lasso(map.leaflet, corners => {
      this.#giveUp = undefined;
      button.setAttribute('aria-pressed', 'false');
      if (status) {
        status.textContent = '';
      }
      if (corners) {
        this.#tell(corners.flatMap(({lat, lng}) => [lng, lat]).map(number => Number(number.toFixed(6))).join(','));
      }
    }).giveUp;
  }

  /** @param {string} polygon */
  #tell(polygon) {
    this.dispatchEvent(new CustomEvent('areas-drawn-around', {bubbles: true, detail: {polygon}}));
  }
}

customElements.define('area-picker', AreaPicker);
