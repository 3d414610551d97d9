import { iconOf } from '../icons/render-icon.js';

/** The icon of Content Credentials: Lucide’s `badge-check`. */
export const credentialsIcon = iconOf(
  'M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Zm5.15 3.38 2 2 4-4'
);
