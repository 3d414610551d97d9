import { clearKey } from './hls.mjs';

const lines = (...all) => `${['#EXTM3U', '#EXT-X-VERSION:7', ...all.flat()].join('\n')}\n`;
const segments = (track) => Array.from({ length: 4 }, (_, index) => ['#EXTINF:2,', `${track}/${index + 1}.m4s`]).flat();
const map = (track) => `#EXT-X-MAP:URI="${track}/init.mp4"`;
const media = (...body) => lines('#EXT-X-TARGETDURATION:2', ...body, '#EXT-X-ENDLIST');

const clear = '/media/cmaf/video-240';
const encrypted = '/streams/clear-key/video-240';
const skd = 'METHOD=SAMPLE-AES,KEYFORMAT="com.apple.streamingkeydelivery",KEYFORMATVERSIONS="1",URI="skd://key"';
const widevine =
  'METHOD=SAMPLE-AES-CTR,KEYFORMAT="urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed",KEYFORMATVERSIONS="1",URI="data:text/plain;base64,AAAA"';

const descriptor = `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="${clearKey.id}"/>`;
const set = (folder, { ofSet = '', ofRepresentation = '' } = {}) =>
  `<AdaptationSet contentType="video" mimeType="video/mp4" segmentAlignment="true">${ofSet}<SegmentTemplate timescale="1" duration="2" initialization="${folder}/init.mp4" media="${folder}/$Number$.m4s"/><Representation id="${folder}" bandwidth="139708" width="426" height="240" codecs="avc1.4d4015">${ofRepresentation}</Representation></AdaptationSet>`;
const mpd = (...periods) =>
  `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:cenc="urn:mpeg:cenc:2013" type="static" mediaPresentationDuration="PT${periods.length * 8}S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">${periods.map((sets, at) => `<Period id="${at}" duration="PT8S">${sets}</Period>`).join('')}</MPD>`;

/** Protected presentations, by their path below `/streams/protected/`. */
export const protectedMedia = {
  'skd-later.m3u8': media(map(clear), segments(clear), '#EXT-X-DISCONTINUITY', `#EXT-X-KEY:${skd}`, map(encrypted), segments(encrypted)),
  'widevine.m3u8': media(`#EXT-X-KEY:${widevine}`, map(encrypted), segments(encrypted)),
  'session-key.m3u8': lines(`#EXT-X-SESSION-KEY:${skd}`, '#EXT-X-STREAM-INF:BANDWIDTH=200000,CODECS="avc1.4d4015"', 'widevine.m3u8'),
  'unsaid.m3u8': media(map(encrypted), segments(encrypted)),
  'set.mpd': mpd(set(encrypted, { ofSet: descriptor })),
  'representation.mpd': mpd(set(encrypted, { ofRepresentation: descriptor })),
  'later.mpd': mpd(set(clear), set(encrypted, { ofSet: descriptor })),
  'unsaid.mpd': mpd(set(encrypted)),
  'either.mpd': mpd(set(encrypted, { ofSet: descriptor }) + set(clear))
};
