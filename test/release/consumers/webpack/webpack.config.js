import { copyFileSync, mkdirSync } from 'node:fs';

mkdirSync('site', { recursive: true });
copyFileSync('index.html', 'site/index.html');

export default {
  mode: 'production',
  entry: './main.js',
  output: { path: `${import.meta.dirname}/site`, filename: 'main.js' },
  // The player is larger than the size above which webpack warns.
  performance: { hints: false }
};
