import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createDemoServer } from '../../demo/server.mjs';
import { allowCookies } from '../support/allow-cookies.js';
import { root } from './documents.js';

/** The demo's file for names that only the samples use. */
const named: Readonly<Record<string, string>> = {
  'video.m3u8': '/media/cmaf/master.m3u8',
  'video.mpd': '/media/cmaf/manifest.mpd',
  'PLAYBACK_ID.m3u8': '/media/cmaf/master.m3u8',
  'video.mp4': '/media/film.mp4',
  'episode.mp3': '/media/film.mp4',
  'cover.jpg': '/media/poster.jpg',
  'embed/': '/dist/embed/index.html'
};

/** Folders in which the end of a path is searched, the demo's and the build's. */
const folders = ['/media/cmaf', '/media', '/dist', '/dist/embed'];

const exists = (path: string): boolean => existsSync(join(root, path.startsWith('/dist/') ? path : `demo${path}`));

/** The demo's own file for a URL in a sample: `/council/master.m3u8` is the demo's multivariant playlist, on every host. */
export function fileFor(path: string): string | undefined {
  const steps = path.split('/').filter(Boolean);
  const end = path.endsWith('/') ? `${steps.at(-1)}/` : (steps.at(-1) ?? '');
  if (named[end]) return named[end];
  const ends = steps.map((_, index) => `/${steps.slice(index).join('/')}`);
  return [path, ...ends.flatMap((each) => folders.map((folder) => folder + each))].find((each) => !each.endsWith('/') && exists(each));
}

/** Answers for every host that a sample may name, with the page at `/sample.html` and the demo's media and player everywhere else. */
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
    const file = fileFor(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    request.url = file;
    demo.emit('request', request, response);
  };
}
