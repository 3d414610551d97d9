import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createDemoServer } from '../../demo/server.mjs';
import { allowCookies } from '../support/allow-cookies.js';
import { root } from './documents.js';

/** The file of the demo for each name that only the samples use. */
const filesByName: Readonly<Record<string, string>> = {
  'video.m3u8': '/media/cmaf/master.m3u8',
  'council.m3u8': '/media/cmaf/master.m3u8',
  'one.m3u8': '/media/cmaf/master.m3u8',
  'two.mpd': '/media/cmaf/manifest.mpd',
  'video.mpd': '/media/cmaf/manifest.mpd',
  'PLAYBACK_ID.m3u8': '/media/cmaf/master.m3u8',
  'video.mp4': '/media/film.mp4',
  'episode.mp3': '/media/film.mp4',
  'cover.jpg': '/media/poster.jpg',
  'one.jpg': '/media/poster.jpg',
  'embed/': '/dist/embed/index.html'
};

/** The text of each file that samples name and the demo does not have, by the name of the file. */
const textsByName: Readonly<Record<string, string>> = {
  'masks.vtt': 'WEBVTT\n\n00:02:00.000 --> 00:02:15.500\nxywh=percent:10,20,30,40\nxywh=percent:70,5,15,10\n',
  'withdrawn.vtt': 'WEBVTT\n\n00:02:00.000 --> 00:02:15.500\nwithdrawn\n'
};

/** The folders of the demo and of the build in which the end of a path is searched. */
const searchedFolders = ['/media/cmaf', '/media', '/dist', '/dist/embed'];

const isServed = (path: string): boolean => existsSync(join(root, path.startsWith('/dist/') ? path : `demo${path}`));

/** Returns the file of the demo for a path in a sample: `/council/master.m3u8` is the multivariant playlist of the demo, on every host. */
export function fileFor(path: string): string | undefined {
  const steps = path.split('/').filter(Boolean);
  const name = path.endsWith('/') ? `${steps.at(-1)}/` : (steps.at(-1) ?? '');
  if (filesByName[name]) return filesByName[name];
  const pathEnds = steps.map((_, index) => `/${steps.slice(index).join('/')}`);
  return [path, ...pathEnds.flatMap((each) => searchedFolders.map((folder) => folder + each))].find(
    (each) => !each.endsWith('/') && isServed(each)
  );
}

/** Returns a request handler for every host that a sample may name: the page at `/sample.html`, otherwise files of the demo and the build. */
export function sampleHost(pageOf: () => string) {
  const demo = createDemoServer();
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').split('?')[0]!;
    allowCookies(request, response);
    response.setHeader('access-control-allow-origin', '*');
    if (path === '/sample.html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf());
      return;
    }
    const text = textsByName[path.split('/').at(-1)!];
    if (text !== undefined) {
      response.writeHead(200, { 'content-type': 'text/vtt; charset=utf-8' }).end(text);
      return;
    }
    const file = fileFor(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    request.url = file;
    demo.emit('request', request, response);
  };
}
