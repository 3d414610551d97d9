import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendVideo, videoTag } from '../short-video.js';

/** The loopback ports that receive the packets of the page's sockets. */
export interface Ports {
  readonly alias: number;
  readonly constructed: number;
  readonly turn: number;
}

const peer = (name: string, urls: string): string => `{
  const peer = new (${name})({ iceServers: [{ urls: '${urls}', username: 'a', credential: 'b' }] });
  peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
}`;

const writeFile = (name: string): string =>
  `navigator.storage.getDirectory().then((folder) => folder.getFileHandle('${name}', { create: true }))`;

/** A page that hides its actions from an observer of API names, frames or requests. */
const page = ({
  alias,
  constructed,
  turn
}: Ports): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Evasions</title>
<link rel="preconnect" href="https://blocked.evil.test"><link rel="dns-prefetch" href="https://looked-up.evil.invalid"></head><body>${videoTag}
<img src="https://blocked.evil.test/p.gif" alt=""><iframe id="frame" src="https://frame.test/"></iframe><iframe src="https://fleeting.test/"></iframe>
<script>
  addEventListener('message', () => frame.remove());
  ${peer('webkitRTCPeerConnection', `stun:127.0.0.1:${alias}`)}
  ${peer('RTCPeerConnection.prototype.constructor', `stun:127.0.0.1:${constructed}`)}
  ${peer('webkitRTCPeerConnection', `turn:127.0.0.1:${turn}?transport=tcp`)}
  ${writeFile('viewer-id')};
  navigator.storageBuckets.open('viewer').then((bucket) => bucket.indexedDB.open('visits'));
  fetch('/segment.m4s');
  addEventListener('pagehide', () => void caches.open('last-words'));
  try { globalThis.__jetPlayerAudit('not json'); } catch {}
</script></body></html>`;

const endpoints = (url: string): string => JSON.stringify({ group: 'errors', max_age: 86_400, endpoints: [{ url }] });

/** Handles the requests to every host of the page. */
export const respondAsEvasions =
  (ports: Ports) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    if (sendVideo(request, response)) return;
    const { headers, url } = request;
    response.setHeader('access-control-allow-origin', '*');
    const requested = `${headers.host ?? ''}${url ?? ''}`;
    if (requested === 'evade.test/') {
      response.setHeader('content-security-policy', "img-src 'self'; report-to policy");
      response.setHeader('reporting-endpoints', 'policy="https://policy.evil.test/r"');
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(ports));
    } else if (requested === 'frame.test/') {
      const script = `<script>${writeFile('framed')}.then(() => parent.postMessage('done', '*'))</script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(script);
    } else if (requested === 'fleeting.test/') {
      const script = `<script>${writeFile('brief')}.then(() => navigator.storage.getDirectory()).then((folder) => folder.removeEntry('brief'))</script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(script);
    } else if (requested === 'evade.test/segment.m4s') {
      const nel = { nel: '{"report_to":"errors","max_age":86400,"success_fraction":1}', 'report-to': endpoints('https://nel.evil.test/r') };
      response.writeHead(200, nel).end('segment');
    } else {
      // The browser asks whether it may send a report of this type.
      response.setHeader('access-control-allow-headers', 'content-type');
      response.writeHead(204).end();
    }
  };
