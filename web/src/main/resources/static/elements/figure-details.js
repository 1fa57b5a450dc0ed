// @ts-check

/**
 * Brings what lies behind a figure into the page when the reader asks for it. Without script its link opens the page
 * anew with it.
 */
export class FigureDetails extends HTMLElement {
  #asking = new AbortController();

  connectedCallback() {
    this.addEventListener('click', this.#asked);
  }

  disconnectedCallback() {
    this.#asking.abort();
    this.removeEventListener('click', this.#asked);
  }

  #asked = async (/** @type {MouseEvent} */ event) => {
    const link = /** @type {Element} */ (event.target).closest('a.detail');
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.#asking.abort();
    const asking = this.#asking = new AbortController();
    link.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(link.href, {headers: {Accept: 'text/html'}, signal: asking.signal});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const brought = page.getElementById(this.id)?.querySelector('details');
      if (!brought) {
        throw new Error(String(answer.status));
      }
      this.replaceChildren(document.importNode(brought, true));
      this.querySelector('summary')?.focus();
    } catch {
      if (!asking.signal.aborted) {
        location.assign(link.href);
      }
    }
  };
}

customElements.define('figure-details', FigureDetails);
