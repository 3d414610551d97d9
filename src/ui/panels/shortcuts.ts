import { html } from 'lit';
import type { Panel } from './panel.js';

/** Formats a single letter as the capital on its key, because a small l looks like a capital i. */
const toKeyCap = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);

/** The list of keyboard shortcuts. */
export const shortcuts: Panel = {
  name: 'shortcuts',
  title: (t) => t.shortcuts,
  render: ({ t, options }) => html`
    <dl class="keys">
      ${options.activeHotkeys.map(
        ({ name, keyLabels }) => html`
          <div>
            <dt>${t.shortcut[name]}</dt>
            <dd dir="ltr">${keyLabels.split(' ').map((key) => html`<kbd>${toKeyCap(key)}</kbd>`)}</dd>
          </div>
        `
      )}
    </dl>
  `
};
