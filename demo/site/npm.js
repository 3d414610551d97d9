import { createPlayer } from '/dist/media.js';
import { wire } from './faceless.js';

const player = createPlayer({ video: document.querySelector('#video') });
wire(player);
player.load([{ src: '/media/cmaf/master.m3u8' }]);

// What is shown is what runs.
const source = await (await fetch('/site/faceless.js')).text();
document.querySelector('#code').textContent = source.trim();
