import { html } from 'lit';
import type { Panel } from './panel.js';

/** The panel of Content Credentials; its code is loaded only with `credentials`. */
export const credentials: Panel = {
  name: 'credentials',
  title: (_, view) => view.options.credentials?.title(view) ?? '',
  render: (view) => view.options.credentials?.renderPanel(view) ?? html``
};
