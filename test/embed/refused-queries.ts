import type { Answer } from '../support/world.js';
import { contentTypes, embedOrigin, mediaOrigin } from './site.js';

/** An allowed source, encoded as the value of a query parameter. */
export const allowedSource = encodeURIComponent(`${mediaOrigin}/media/cmaf/master.m3u8`);

/** Queries with an invalid source or with a source that the publisher has not allowed, each with its name. */
export const refusedQueries = [
  ['no src', ''],
  ['an empty src', '?src='],
  ['javascript:', '?src=javascript:parent.postMessage(1,"*")'],
  ['javascript: with a tab in it', '?src=java%09script:alert(1)'],
  ['data: with an HTML page', '?src=data:text/html,%3Cscript%3Ewindow.executed=true%3C/script%3E'],
  ['data: with a playlist', '?src=data:application/vnd.apple.mpegurl,%23EXTM3U'],
  ['blob:', '?src=blob:https://media.test/x'],
  ['a protocol-relative URL', '?src=//video.evil.test/a.m3u8'],
  ['backslashes instead of slashes', '?src=/%5Cvideo.evil.test/a.m3u8'],
  ['a name and a password', '?src=https://a:b@media.test/a.m3u8'],
  ['the allowed host as the username', '?src=https://media.test@video.evil.test/a.m3u8'],
  ['the allowed host as a prefix', '?src=https://media.test.evil.test/a.m3u8'],
  ['the allowed host as a suffix', '?src=https://evilmedia.test/a.m3u8'],
  ['a Cyrillic letter in the host', '?src=https://m%D0%B5dia.test/a.m3u8'],
  ['another port', '?src=https://media.test:8443/a.m3u8'],
  ['plain HTTP', '?src=http://media.test/a.m3u8'],
  ["the embed's own host, which serves no media", '?src=/a.m3u8'],
  ['a URL that is too long', `?src=https://media.test/${'a'.repeat(3000)}`],
  ['two sources', `?src=${allowedSource}&src=${allowedSource}`],
  ['one source in the query and one in the fragment', `?src=${allowedSource}#src=https://media.test/b.m3u8`]
] as const;

/** A parent page whose frame has this query, which the snippet generator would not write. */
export function parentPageWithQuery(query: string): Answer {
  const src = `${embedOrigin}/embed/${query}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    type: contentTypes['html']!,
    body: `<!doctype html><title>H</title><iframe sandbox="allow-scripts" width="640" height="360" src="${src}"></iframe>`
  };
}
