import { createPlayer } from '/dist/media.js';
import { wire } from './headless.js';

const player = createPlayer({ video: document.querySelector('#video') });
wire(player);
player.load([{ src: '/media/cmaf/master.m3u8' }]);

// The page shows the code that it runs.
const source = await (await fetch('/site/headless.js')).text();
document.querySelector('#code').textContent = source.trim();
