import { clearKey } from './hls.mjs';

const joinLines = (...parts) => `${['#EXTM3U', '#EXT-X-VERSION:7', ...parts.flat()].join('\n')}\n`;
const segmentLines = (track) => Array.from({ length: 4 }, (_, index) => ['#EXTINF:2,', `${track}/${index + 1}.m4s`]).flat();
const mapTag = (track) => `#EXT-X-MAP:URI="${track}/init.mp4"`;
const mediaPlaylist = (...body) => joinLines('#EXT-X-TARGETDURATION:2', ...body, '#EXT-X-ENDLIST');

const clearFolder = '/media/cmaf/video-240';
const encryptedFolder = '/streams/clear-key/video-240';
const fairPlayKey = 'METHOD=SAMPLE-AES,KEYFORMAT="com.apple.streamingkeydelivery",KEYFORMATVERSIONS="1",URI="skd://key"';
const widevineKey =
  'METHOD=SAMPLE-AES-CTR,KEYFORMAT="urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed",KEYFORMATVERSIONS="1",URI="data:text/plain;base64,AAAA"';

const contentProtection = `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="${clearKey.id}"/>`;
const adaptationSet = (folder, { ofSet = '', ofRepresentation = '' } = {}) =>
  `<AdaptationSet contentType="video" mimeType="video/mp4" segmentAlignment="true">${ofSet}<SegmentTemplate timescale="1" duration="2" initialization="${folder}/init.mp4" media="${folder}/$Number$.m4s"/><Representation id="${folder}" bandwidth="139708" width="426" height="240" codecs="avc1.4d4015">${ofRepresentation}</Representation></AdaptationSet>`;
const mpdOfPeriods = (...periods) =>
  `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:cenc="urn:mpeg:cenc:2013" type="static" mediaPresentationDuration="PT${periods.length * 8}S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">${periods.map((sets, index) => `<Period id="${index}" duration="PT8S">${sets}</Period>`).join('')}</MPD>`;

/** Encrypted presentations, of which some do not declare it, by their path below `/streams/protected/`. */
export const protectedMedia = {
  'skd-later.m3u8': mediaPlaylist(
    mapTag(clearFolder),
    segmentLines(clearFolder),
    '#EXT-X-DISCONTINUITY',
    `#EXT-X-KEY:${fairPlayKey}`,
    mapTag(encryptedFolder),
    segmentLines(encryptedFolder)
  ),
  'widevine.m3u8': mediaPlaylist(`#EXT-X-KEY:${widevineKey}`, mapTag(encryptedFolder), segmentLines(encryptedFolder)),
  'session-key.m3u8': joinLines(
    `#EXT-X-SESSION-KEY:${fairPlayKey}`,
    '#EXT-X-STREAM-INF:BANDWIDTH=200000,CODECS="avc1.4d4015"',
    'widevine.m3u8'
  ),
  'undeclared.m3u8': mediaPlaylist(mapTag(encryptedFolder), segmentLines(encryptedFolder)),
  'set.mpd': mpdOfPeriods(adaptationSet(encryptedFolder, { ofSet: contentProtection })),
  'representation.mpd': mpdOfPeriods(adaptationSet(encryptedFolder, { ofRepresentation: contentProtection })),
  'later.mpd': mpdOfPeriods(adaptationSet(clearFolder), adaptationSet(encryptedFolder, { ofSet: contentProtection })),
  'undeclared.mpd': mpdOfPeriods(adaptationSet(encryptedFolder)),
  'either.mpd': mpdOfPeriods(adaptationSet(encryptedFolder, { ofSet: contentProtection }) + adaptationSet(clearFolder))
};
