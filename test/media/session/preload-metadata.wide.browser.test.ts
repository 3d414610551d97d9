import { testPreload } from './preload-metadata.js';

testPreload('/media/ts/master.m3u8');
