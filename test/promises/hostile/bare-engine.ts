import { readFileSync } from 'node:fs';
import type { Answer } from '../../support/world.js';
import { pageUrl } from './builds.js';
import { cases } from './cases/index.js';

const engineFile = (path: string): Answer => ({
  body: readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url)),
  type: 'text/javascript'
});

const hlsPage = (src: string) =>
  `<video muted autoplay></video><script type="module">import Hls from '/engines/hls.mjs'; const hls = new Hls(); hls.loadSource('${src}'); hls.attachMedia(document.querySelector('video'));</script>`;
const dashPage = (src: string) =>
  `<video muted autoplay></video><script type="module">import dashjs from '/engines/dash.mjs'; const player = dashjs.MediaPlayer().create(); player.initialize(document.querySelector('video'), new URL('${src}', location).href, true);</script>`;

/** Cases in which an engine without a guard must contact a third party, with the host that it contacts. */
export const leakingCases: readonly { name: string; host: string }[] = [
  { name: 'a segment is on another host', host: 'https://cdn.evil.test' },
  { name: 'the key is on another host, with a viewer identifier in its URL', host: 'https://key.evil.test' },
  { name: 'content steering from another host', host: 'https://steer.evil.test' },
  { name: 'a list of interstitials on another host', host: 'https://adlist.evil.test' },
  { name: 'redirected: the first HLS segment', host: 'https://cdn.evil.test' },
  { name: 'no clock is given, so the engine would ask its default clock', host: 'https://time.akamai.com' },
  { name: 'a clock on another host (http-xsdate:2014)', host: 'https://clock.evil.test' },
  { name: 'Location', host: 'https://location.evil.test' },
  { name: 'xlink on a period', host: 'https://xlink.evil.test' },
  { name: 'metrics reported to another host (DVB)', host: 'https://metrics.evil.test' },
  { name: 'an event that calls another host', host: 'https://callback.evil.test' },
  { name: 'an event inside a segment that calls another host (emsg)', host: 'https://callback.evil.test' },
  { name: 'an event that calls another host by an attribute', host: 'https://callback.evil.test' },
  { name: 'an event that calls another host by binary data', host: 'https://callback.evil.test' },
  { name: 'a template whose host is the identifier of a representation', host: 'https://cdn.evil.test' },
  { name: 'a patch that moves the segments to another host', host: 'https://cdn.evil.test' },
  { name: 'the only variant is on another host', host: 'https://cdn.evil.test' },
  { name: 'the init segment is on another host (EXT-X-MAP)', host: 'https://cdn.evil.test' },
  { name: 'a variable imported from the multivariant playlist by the media playlist', host: 'https://cdn.evil.test' },
  { name: 'an interstitial on another host', host: 'https://ad.evil.test' },
  { name: 'content steering from our host, with clones on other hosts', host: 'https://clone.evil.test' },
  { name: 'BaseURL of the period', host: 'https://cdn.evil.test' },
  { name: 'SegmentTemplate initialization', host: 'https://cdn.evil.test' },
  { name: 'SegmentURL in a SegmentList', host: 'https://cdn.evil.test' },
  { name: 'PatchLocation', host: 'https://patch.evil.test' }
];

/** Returns the files of a case, with a page that plays it in an unmodified engine from npm, without the guard and the realm. */
export function bareEngineFiles(caseName: string): Record<string, Answer> {
  const { src, files } = cases.find(({ name }) => name === caseName)!;
  const body = src.endsWith('.mpd') ? dashPage(src) : hlsPage(src);
  return {
    ...files,
    '/engines/hls.mjs': engineFile('hls.js/dist/hls.mjs'),
    '/engines/dash.mjs': engineFile('dashjs/dist/modern/esm/dash.all.min.js'),
    [pageUrl]: { body: `<!doctype html><meta charset="utf-8">${body}`, type: 'text/html' }
  };
}
