import { copyFileSync } from 'node:fs';

copyFileSync('index.html', 'site/index.html');
