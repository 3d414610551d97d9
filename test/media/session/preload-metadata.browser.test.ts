import { testPreload } from './preload-metadata.js';

for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd']) testPreload(src);
