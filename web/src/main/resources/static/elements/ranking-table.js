// @ts-check

/**
 * The list of areas: sorts by name or figure and says which area the reader points at.
 * @fires area-pointed with the code of the area, or null
 */
export class RankingTable extends HTMLElement {
  #order = new Intl.Collator(document.documentElement.lang);

  connectedCallback() {
    for (const head of this.querySelectorAll('th[data-by]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.title = this.dataset.sort ?? '';
      head.append(button);
    }
    this.addEventListener('click', this.#sort);
    this.addEventListener('pointerover', this.#point);
    this.addEventListener('pointerleave', this.#leave);
    this.addEventListener('focusin', this.#point);
    this.addEventListener('focusout', this.#leave);
  }

  disconnectedCallback() {
    for (const head of this.querySelectorAll('th[data-by]')) {
      head.replaceChildren(...(head.querySelector('button')?.childNodes ?? []));
    }
    this.removeEventListener('click', this.#sort);
    this.removeEventListener('pointerover', this.#point);
    this.removeEventListener('pointerleave', this.#leave);
    this.removeEventListener('focusin', this.#point);
    this.removeEventListener('focusout', this.#leave);
  }

  /**
   * Marks the row of an area.
   * @param {string | null} code
   * @param {boolean} [sought] whether the row is to be brought into view
   */
  mark(code, sought) {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('tr[data-area]'))) {
      const pointed = row.dataset.area === code;
      row.classList.toggle('pointed', pointed);
      const list = row.closest('.ranking');
      if (pointed && sought && list && list.scrollHeight > list.clientHeight) {
        list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
      }
    }
  }

  #sort = (/** @type {Event} */ event) => {
    const head = /** @type {HTMLElement} */ (event.target).closest('button')?.closest('th');
    const body = this.querySelector('tbody');
    if (!head || !body) {
      return;
    }
    // Names begin with the first letter, figures with the highest.
    const former = head.getAttribute('aria-sort') ?? (head.dataset.by === 'name' ? 'descending' : 'ascending');
    const up = former === 'descending';
    this.querySelectorAll('[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const by = head.dataset.by === 'name' ? this.#byName : this.#byNumber(head.dataset.by === 'other');
    const rows = /** @type {HTMLElement[]} */ ([...body.rows]);
    // What has no number stays last, whichever way.
    rows.sort((one, other) => by(one, other, up ? 1 : -1));
    body.append(...rows);
  };

  #byName = (/** @type {HTMLElement} */ one, /** @type {HTMLElement} */ other, /** @type {number} */ way) =>
    way * this.#order.compare(name(one), name(other));

  /** @param {boolean} beside whether by the figures of the map beside */
  #byNumber(beside) {
    return (/** @type {HTMLElement} */ one, /** @type {HTMLElement} */ other, /** @type {number} */ way) => {
      const [first, second] = [one, other].map(row => number(row, beside));
      if (first === undefined || second === undefined) {
        return Number(first === undefined) - Number(second === undefined) || this.#byName(one, other, 1);
      }
      return way * (Number(first) - Number(second)) || this.#byName(one, other, 1);
    };
  }

  #point = (/** @type {Event} */ event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('tr');
    this.#say(/** @type {HTMLElement | null} */ (row)?.dataset.area ?? null);
  };

  #leave = () => this.#say(null);

  /** @param {string | null} code */
  #say(code) {
    this.dispatchEvent(new CustomEvent('area-pointed', {bubbles: true, detail: {code}}));
  }
}

/**
 * @param {HTMLElement} row
 * @param {boolean} beside
 */
function number(row, beside) {
  const said = beside ? /** @type {HTMLElement | null} */ (row.querySelector('td.other')) : row;
  return said?.dataset.number;
}

/** @param {HTMLElement} row */
function name(row) {
  return row.querySelector('th')?.textContent?.trim() ?? '';
}

customElements.define('ranking-table', RankingTable);
