import { html } from 'lit';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

/** A plain link to the file: the browser fetches it when the viewer clicks, and tells nobody where from. */
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
