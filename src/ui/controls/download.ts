import { html } from 'lit';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** A link to the file: the browser fetches it when the viewer clicks, and sends no referrer. */
export const download: Control = {
  name: 'download',
  shown: ({ options }) => options.download !== '',
  render: ({ options, t }) => html`
    <a
      class="button"
      part="download"
      href=${options.download}
      download
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      aria-label=${t.download}
      data-tip=${t.download}
      >${icons.download}</a
    >
  `
};
