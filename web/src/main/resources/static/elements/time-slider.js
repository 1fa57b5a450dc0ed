// @ts-check

/**
 * A list of periods as a slider from the oldest to the newest. The list stays what the form sends; without script it is
 * all that there is.
 */
export class TimeSlider extends HTMLElement {
  connectedCallback() {
    const list = this.#list;
    if (!list || this.firstChild) {
      return;
    }
    const oldestFirst = [...list.options].reverse();
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.id = `slide-${list.name}`;
    slider.max = String(oldestFirst.length - 1);
    slider.value = String(oldestFirst.findIndex(option => option.selected));
    slider.setAttribute('aria-label', list.labels?.[0]?.textContent ?? '');
    const shown = document.createElement('output');
    shown.htmlFor.add(slider.id);
    const ends = [oldestFirst[0], oldestFirst[oldestFirst.length - 1]].map(option => {
      const end = document.createElement('small');
      end.textContent = option.text;
      return end;
    });
    const say = () => {
      shown.value = oldestFirst[Number(slider.value)].text;
      slider.setAttribute('aria-valuetext', shown.value);
    };
    slider.addEventListener('input', say);
    slider.addEventListener('change', event => {
      event.stopPropagation();
      list.value = oldestFirst[Number(slider.value)].value;
      list.dispatchEvent(new Event('change', {bubbles: true}));
    });
    say();
    this.append(ends[0], slider, ends[1], shown);
    list.hidden = true;
  }

  disconnectedCallback() {
    this.replaceChildren();
    const list = this.#list;
    if (list) {
      list.hidden = false;
    }
  }

  get #list() {
    return /** @type {HTMLSelectElement | null} */ (document.getElementById(this.dataset.for ?? ''));
  }
}

customElements.define('time-slider', TimeSlider);
