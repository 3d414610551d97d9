import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createDemoServer } from '../../../demo/server.mjs';
import type { Peer } from './peers.js';

/** The host of the pages; every other host is a third party. */
export const siteHost = 'site.test';

/** Milliseconds before a media response: dash.js treats an immediate response as cached, and then stores no bitrate. */
const networkDelay = 80;

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The demo's MPD with a tracking element added. */
function trackedManifest(name: string): string | undefined {
  const manifest = readFileSync(new URL('../../../demo/media/cmaf/manifest.mpd', import.meta.url), 'utf8');
  const additions: Record<string, [before: string, markup: string]> = {
    plain: ['</MPD>', ''],
    reporting: [
      '</MPD>',
      `<Metrics metrics="DVBErrors,HttpList,BufferLevel"><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1" xmlns:dvb="urn:dvb:dash:dash-extensions:2014-1" dvb:reportingUrl="https://dvb-tracker.test/report" dvb:probability="1000"/></Metrics>`
    ],
    cmcd: [
      '<Period',
      `<ServiceDescription id="0"><ClientDataReporting><CMCDParameters schemeIdUri="urn:mpeg:dash:cta-5004:2023" version="1" sessionID="viewer-42" contentID="secret-title" keys="sid cid" includeInRequests="segment"/></ClientDataReporting></ServiceDescription>`
    ]
  };
  const [before, markup = ''] = additions[name] ?? [];
  if (!before) return undefined;
  const position = before === '<Period' ? manifest.indexOf(before) : manifest.lastIndexOf(before);
  const manifestWithAddition = `${manifest.slice(0, position)}${markup}${manifest.slice(position)}`;
  // The bitrates are above the initial estimate of dash.js (1000 kbit/s), so that it changes and stores the bitrate.
  return manifestWithAddition
    .replaceAll(/bandwidth="(\d+)"/g, (_, bits: string) => `bandwidth="${Number(bits) * 4}"`)
    .replace(/(<MPD[^>]*>)/, '$1<BaseURL>/media/cmaf/</BaseURL>');
}

/** Builds the page of a player and handles the requests to its site; every other host returns 404. */
export async function peerSite(peer: Peer): Promise<RequestListener> {
  const built = await build({
    stdin: { contents: peer.script, resolveDir: folder, loader: 'js' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'browser', target: 'es2022', write: false, minify: true },
    ...{ outdir: '/bundle', entryNames: 'page', logLevel: 'silent', define: { 'process.env.NODE_ENV': '"production"' } },
    loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl' }
  });
  const files = new Map(built.outputFiles.map(({ path, text }) => [path.replaceAll('\\', '/').replace(/^.*\/bundle\//, '/bundle/'), text]));
  const style = files.has('/bundle/page.css') ? '<link rel="stylesheet" href="/bundle/page.css">' : '';
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${peer.name}</title>${style}</head><body>${peer.html}<script type="module" src="/bundle/page.js"></script></body></html>`;
  const demo = createDemoServer();
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const isSite = request.headers.host === siteHost;
    const manifest = isSite ? trackedManifest(/^\/tracked\/(\w+)\.mpd$/.exec(path)?.[1] ?? '') : undefined;
    const file = isSite ? files.get(path) : undefined;
    response.setHeader('access-control-allow-origin', '*');
    if (isSite && path === '/') response.setHeader('content-type', 'text/html').end(page);
    else if (file !== undefined) response.setHeader('content-type', path.endsWith('.css') ? 'text/css' : 'text/javascript').end(file);
    else if (manifest) response.setHeader('content-type', 'application/dash+xml').end(manifest);
    else if (isSite && /^\/(media|live)\//.test(path)) setTimeout(() => demo.emit('request', request, response), networkDelay);
    else response.writeHead(404).end();
  };
}
