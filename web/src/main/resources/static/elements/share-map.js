// @ts-check

/** Dots for an inch of a picture that is to be printed; browsers draw 96. */
const DENSITY = 200 / 96;

/**
 * Takes a map along: its address, its question in SPARQL, a picture, or itself as a part of another page. The links work
 * without script; the buttons come with it.
 */
export class ShareMap extends HTMLElement {
  connectedCallback() {
    this.querySelectorAll('button').forEach(button => {
      button.hidden = false;
    });
    this.addEventListener('click', this.#pressed);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#pressed);
  }

  #pressed = async (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button');
    if (!button) {
      return;
    }
    try {
      switch (button.name) {
        case 'link': await copy(location.href); break;
        case 'sparql': await copy(this.dataset.query ?? ''); break;
        case 'embed': await copy(this.#frame()); break;
        default: await this.#picture();
      }
      this.#tell(button.dataset.done ?? '');
    } catch {
      this.#tell(this.dataset.failed ?? '');
    }
  };

  #frame() {
    const frame = document.createElement('iframe');
    frame.src = new URL(this.dataset.embed ?? '', location.href).href;
    frame.title = document.title;
    frame.width = '100%';
    frame.height = '640';
    frame.setAttribute('loading', 'lazy');
    return frame.outerHTML;
  }

  /** Draws the sheet that the server writes as SVG. */
  async #picture() {
    const answer = await fetch(this.dataset.svg ?? '');
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * DENSITY);
    canvas.height = Math.round(image.naturalHeight * DENSITY);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
    if (!picture) {
      throw new Error('No picture');
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(/** @type {Blob} */ (picture));
    link.download = `${document.title.split(' · ').slice(0, -1).join(' – ').replace(/[\\/:*?"<>|]/g, ' ') || 'map'}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {string} words */
  #tell(words) {
    const told = this.querySelector('[role=status]');
    if (told) {
      told.textContent = words;
    }
  }
}

/** Copies a text, also where the page did not come by a safe way. @param {string} text */
async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) {
    throw new Error('Not copied');
  }
}

customElements.define('share-map', ShareMap);
