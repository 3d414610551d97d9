import type { Answer } from '../support/world.js';
import { embedOrigin, mediaOrigin, types } from './site.js';

/** A URL that is allowed, as the value of a query parameter. */
export const good = encodeURIComponent(`${mediaOrigin}/media/cmaf/master.m3u8`);

/** Every form of an invalid URL, or of a URL that the publisher has not allowed. */
export const refused = [
  ['no src', ''],
  ['an empty src', '?src='],
  ['javascript:', '?src=javascript:parent.postMessage(1,"*")'],
  ['javascript: with a tab in it', '?src=java%09script:alert(1)'],
  ['data: with an HTML page', '?src=data:text/html,%3Cscript%3Ewindow.executed=true%3C/script%3E'],
  ['data: with a playlist', '?src=data:application/vnd.apple.mpegurl,%23EXTM3U'],
  ['blob:', '?src=blob:https://media.test/x'],
  ['protocol-relative', '?src=//video.evil.test/a.m3u8'],
  ['backslashes', '?src=/%5Cvideo.evil.test/a.m3u8'],
  ['a name and a password', '?src=https://a:b@media.test/a.m3u8'],
  ['our host as the username', '?src=https://media.test@video.evil.test/a.m3u8'],
  ['our host as a prefix', '?src=https://media.test.evil.test/a.m3u8'],
  ['our host as a suffix', '?src=https://evilmedia.test/a.m3u8'],
  ['a Cyrillic letter', '?src=https://m%D0%B5dia.test/a.m3u8'],
  ['another port', '?src=https://media.test:8443/a.m3u8'],
  ['plain HTTP', '?src=http://media.test/a.m3u8'],
  ["the embed's own host, which serves no media", '?src=/a.m3u8'],
  ['too long', `?src=https://media.test/${'a'.repeat(3000)}`],
  ['twice', `?src=${good}&src=${good}`],
  ['once in the query and once in the fragment', `?src=${good}#src=https://media.test/b.m3u8`]
] as const;

/** A page with the frame, whose query may be hand-written. */
export function handwritten(query: string): Answer {
  const src = `${embedOrigin}/embed/${query}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    type: types['html']!,
    body: `<!doctype html><title>H</title><iframe sandbox="allow-scripts" width="640" height="360" src="${src}"></iframe>`
  };
}
