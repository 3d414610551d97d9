// What somebody without a build step does: the one script beside the page.
import { copyFileSync, mkdirSync } from 'node:fs';

mkdirSync('site', { recursive: true });
copyFileSync('index.html', 'site/index.html');
copyFileSync('node_modules/jet-player/dist/jet-player.bundle.js', 'site/jet-player.bundle.js');
