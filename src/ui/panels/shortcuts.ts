import { html } from 'lit';
import type { Panel } from './panel.js';

/** The list of keyboard shortcuts. */
export const shortcuts: Panel = {
  name: 'shortcuts',
  title: (t) => t.shortcuts,
  render: ({ t, options }) => html`
    <dl class="keys">
      ${options.hotkeys.map(
        ({ name, shown }) => html`
          <div>
            <dt>${t.shortcut[name]}</dt>
            <dd dir="ltr">${shown.split(' ').map((key) => html`<kbd>${key}</kbd>`)}</dd>
          </div>
        `
      )}
    </dl>
  `
};
