import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { liveMpd } from './live-dash.mjs';

/** @typedef {{ type: string, body: string }} Manifest */

const hls = 'application/vnd.apple.mpegurl';
const dash = 'application/dash+xml';

/**
 * Returns functions, by file name, each of which creates a manifest of the video with the URLs that an attacker between the publisher and
 * the viewer might add. Every added URL is below `thirdParty`, an absolute URL that ends in a slash. The video can play without them.
 * @param {string} root the repository's folder
 * @param {string} thirdParty
 * @returns {Readonly<Record<string, () => Promise<Manifest>>>}
 */
export function hostileManifests(root, thirdParty) {
  /** @param {string} name */
  const read = (name) => readFile(join(root, 'demo/media/cmaf', name), 'utf8');

  /** Returns the playlist of one of the video's renditions, with an advertisement in it. @param {string} rendition */
  const playlist = async (rendition) => ({
    type: hls,
    body: (await read(`${rendition}.m3u8`))
      .replaceAll(rendition, `/media/cmaf/${rendition}`)
      .replace(
        '#EXTINF',
        `#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z\n#EXT-X-DATERANGE:ID="ad",CLASS="com.apple.hls.interstitial",START-DATE="2026-01-01T00:00:06Z",DURATION=4,X-ASSET-LIST="${thirdParty}ad-list.json"\n$&`
      )
  });

  const steering = `<ContentSteering defaultServiceLocation="own" queryBeforeStart="true">${thirdParty}steering.json</ContentSteering><BaseURL serviceLocation="own">/media/cmaf/</BaseURL>`;
  const callback = `<EventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1" timescale="1"><Event presentationTime="1" duration="1" id="7">${thirdParty}callback</Event></EventStream>`;
  const reporting = `<Metrics metrics="DVBErrors"><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1" dvb:reportingUrl="${thirdParty}report" dvb:probability="1000"/></Metrics>`;
  const withDvbNamespace = (/** @type {string} */ mpd) => mpd.replace('<MPD ', '<MPD xmlns:dvb="urn:dvb:dash:dash-extensions:2014-1" ');

  return {
    'master.m3u8': async () => ({
      type: hls,
      body: (await read('master.m3u8'))
        .replace('#EXT-X-MEDIA', `#EXT-X-CONTENT-STEERING:SERVER-URI="${thirdParty}steering.json",PATHWAY-ID="."\n$&`)
        .replace(/(?<!-)URI="/g, 'URI="/media/cmaf/')
        .replace(/DEFAULT=NO(.+)URI="\/media\/cmaf\/(text-en\.m3u8)"/, `DEFAULT=YES$1URI="${thirdParty}video/$2"`)
        .replace(/^video-360\.m3u8$/m, `${thirdParty}video/$&`)
    }),
    'video-240.m3u8': () => playlist('video-240'),
    'video-720.m3u8': () => playlist('video-720'),
    'manifest.mpd': async () => ({
      type: dash,
      body: withDvbNamespace(await read('manifest.mpd'))
        .replace('<Period id="0" start="PT0S">', `${steering}$&${callback}`)
        .replace('../captions/en.vtt', `${thirdParty}captions/en.vtt`)
        .replace('../captions/nl.vtt', '/media/captions/nl.vtt')
        .replace('</MPD>', `${reporting}$&`)
    }),
    'live.mpd': async () => ({
      type: dash,
      body: withDvbNamespace(liveMpd(await read('manifest.mpd'), { now: Date.now(), window: 60, suffix: '', clock: `${thirdParty}clock` }))
        .replaceAll('../segments/', '/live/segments/')
        .replace('</MPD>', `${reporting}$&`)
    })
  };
}
