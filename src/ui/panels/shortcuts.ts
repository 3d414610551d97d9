import { html } from 'lit';
import type { Panel } from './panel.js';

/** The list of keyboard shortcuts. */
export const shortcuts: Panel = {
  name: 'shortcuts',
  title: (t) => t.shortcuts,
  render: ({ t, options }) => html`
    <dl class="keys">
      ${options.hotkeys.map(
        ({ name, keyLabels }) => html`
          <div>
            <dt>${t.shortcut[name]}</dt>
            <dd dir="ltr">${keyLabels.split(' ').map((key) => html`<kbd>${key}</kbd>`)}</dd>
          </div>
        `
      )}
    </dl>
  `
};
