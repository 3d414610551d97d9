import { iconOf } from '../icons.js';

// Paths from Lucide 1.62 (https://lucide.dev), ISC licence, credited in LICENSE. They are not in `icons`, which loads earlier.
export const linkIcon = iconOf(
  'M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71'
);
export const clipIcon = iconOf(
  'M3 6a3 3 0 1 0 6 0 3 3 0 1 0-6 0M8.12 8.12 12 12M20 4 8.12 15.88M3 18a3 3 0 1 0 6 0 3 3 0 1 0-6 0M14.8 14.8 20 20'
);
export const nowIcon = iconOf('M12 2v4M12 18v4M2 12h4M18 12h4M5 12a7 7 0 1 0 14 0 7 7 0 1 0-14 0');
