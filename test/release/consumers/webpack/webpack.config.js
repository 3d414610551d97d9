import { copyFileSync, mkdirSync } from 'node:fs';

mkdirSync('site', { recursive: true });
copyFileSync('index.html', 'site/index.html');

export default {
  mode: 'production',
  entry: './main.js',
  output: { path: `${import.meta.dirname}/site`, filename: 'main.js' },
  // A player is larger than what webpack would warn of.
  performance: { hints: false }
};
