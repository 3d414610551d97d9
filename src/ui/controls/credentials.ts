import type { Control } from '../view.js';

/** The button of Content Credentials, only with `credentials`. */
export const credentials: Control = {
  name: 'credentials',
  shown: ({ options }) => options.credentials !== undefined,
  render: (view) => view.options.credentials?.renderButton(view)
};
