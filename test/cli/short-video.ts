import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

const video = readFileSync(new URL('../../demo/media/film.mp4', import.meta.url));

/** Markup for a video that plays once it is clicked. An audit is complete only when media play. */
export const videoTag = '<video src="/video.mp4" muted width="640" height="360"></video>';

/** Responds to a request for the video of `videoTag`; returns whether the request was for it. */
export function sendVideo({ url }: IncomingMessage, response: ServerResponse): boolean {
  if (url !== '/video.mp4') return false;
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': video.length }).end(video);
  return true;
}
