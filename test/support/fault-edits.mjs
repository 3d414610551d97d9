/**
 * Changes to a correct response. Each receives the body and the request, and returns the body to send instead; undefined means 404.
 *
 * @typedef {{ path: string, now: () => number }} RequestContext `now` is the time in milliseconds since 1970
 * @typedef {(body: Buffer, context: RequestContext) => Buffer | string | undefined} Edit
 */

const htmlMarkup = '"><img src=x onerror="window.injectedScriptRan=1"><script>window.injectedScriptRan=1</script>\u202e\u0000'.replace(
  '\u0000',
  ''
);
const xmlMarkup = htmlMarkup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const playlistMarkup = htmlMarkup.replaceAll('"', "'");
const isMpd = (/** @type {RequestContext} */ { path }) => path.endsWith('.mpd');

/** Returns pseudo-random bytes, the same in every run. @param {number} length */
function pseudoRandomBytes(length) {
  let seed = 2463534242;
  return Buffer.from(
    Array.from({ length }, () => {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      return seed & 255;
    })
  );
}

/** Returns a manifest that lists `count` segments. @param {Buffer} body @param {RequestContext} context @param {number} count */
function withSegmentCount(body, { path }, count) {
  const text = body.toString();
  if (path.endsWith('.mpd') && !path.startsWith('/live/')) {
    const entries = Array.from({ length: count }, (_, index) => `<S t="${index * 2}" d="2"/>`).join('\n');
    return text
      .replace(/mediaPresentationDuration="[^"]*"/, `mediaPresentationDuration="PT${count * 2}S"`)
      .replaceAll(
        / duration="2" startNumber="1"([^>]*)\/>/g,
        ` startNumber="1"$1><SegmentTimeline>\n${entries}</SegmentTimeline></SegmentTemplate>`
      );
  }
  if (!text.includes('#EXTINF') || path.includes('text') || path.startsWith('/live/')) return text;
  const track = /(\w+-\w+)\.m3u8/.exec(path)?.[1];
  const header = text.slice(0, text.indexOf('#EXTINF'));
  return `${header}${Array.from({ length: count }, (_, index) => `#EXTINF:2.000000,\n${track}/${index + 1}.m4s\n`).join('')}#EXT-X-ENDLIST\n`;
}

/** @type {Record<string, Edit>} */
export const edits = {
  /** Cuts the MPD inside an attribute's name, after which dash.js's parser never returns, or the playlist inside its first tag. */
  cutShort: (body, context) =>
    isMpd(context) ? body.toString().slice(0, body.toString().indexOf('mediaPresentationDuration') + 9) : body.toString().slice(0, 5),

  /** Adds 50 MB of padding. */
  add50MbOfPadding(body, context) {
    const line = `${isMpd(context) ? '' : '# '}${'padding '.repeat(127)}\n`;
    const padding = line.repeat(Math.ceil((50 * 1024 * 1024) / line.length));
    return isMpd(context) ? `${body}<!--\n${padding}-->` : `${body}${padding}`;
  },

  /** Lists 100,000 segments, or 300 (ten minutes), which the server generates from the demo video. */
  listManySegments: (body, context) => withSegmentCount(body, context, 100_000),
  listTenMinutes: (body, context) => withSegmentCount(body, context, 300),

  insertHostileStrings: (body, context) =>
    isMpd(context)
      ? body
          .toString()
          .replaceAll(/<Label>[^<]*/g, `<Label>${xmlMarkup}${'long '.repeat(20_000)}`)
          .replaceAll('lang="en"', `lang="${xmlMarkup}"`)
      : body
          .toString()
          .replaceAll(/NAME="[^"]*"/g, `NAME="${playlistMarkup}${'long '.repeat(20_000)}"`)
          .replaceAll(/LANGUAGE="[^"]*"/g, `LANGUAGE="${playlistMarkup}"`),

  insertHostileNumbers: (body, context) =>
    isMpd(context)
      ? body
          .toString()
          .replaceAll(/bandwidth="\d+"/g, 'bandwidth="99999999999999999999"')
          .replaceAll(/width="426" height="240"/g, 'width="-1" height="1e400"')
          .replace(/minBufferTime="[^"]*"/, 'minBufferTime="PT99999999999S"')
          .replace(/frameRate="25"/, 'frameRate="25/0"')
      : body
          .toString()
          .replaceAll(/BANDWIDTH=\d+/g, 'BANDWIDTH=99999999999999999999')
          .replaceAll(/RESOLUTION=426x240/g, 'RESOLUTION=-1x1e400')
          .replace(/#EXT-X-TARGETDURATION:\d+/, '#EXT-X-TARGETDURATION:99999999999999999999')
          .replace(/#EXT-X-MEDIA-SEQUENCE:\d+/, '#EXT-X-MEDIA-SEQUENCE:9007199254740993')
          .replace(/FRAME-RATE=25.000/, 'FRAME-RATE=1e999'),

  /** Keeps the box structure, and replaces the media data with pseudo-random bytes. */
  replaceMediaWithNoise(body) {
    const start = body.indexOf('mdat') + 4;
    return Buffer.concat([body.subarray(0, start), pseudoRandomBytes(body.length - start)]);
  },

  keepFirstHalf: (body) => body.subarray(0, Math.floor(body.length / 2)),

  /** Removes the target latency from the channel, so the player chooses it. */
  removeTargetLatency: (body) =>
    body
      .toString()
      .replace(/ suggestedPresentationDelay="[^"]*"/, '')
      .replace(/#EXT-X-SERVER-CONTROL:.*\n/, ''),

  /** Makes a segment available only 2.5 seconds after a manifest lists it. */
  delayAvailability: (body, { path, now }) => {
    const number = Number(/(\d+)\.m4s/.exec(path)?.[1]);
    return now() < Date.UTC(2025, 0, 1) + (number + 1) * 2000 + 2500 ? undefined : body;
  }
};
