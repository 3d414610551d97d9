import { bandwidth } from './segments.mjs';

/** Languages of audio and captions, the default first. */
export const languages = [{ code: 'en', name: 'English' }, { code: 'nl', name: 'Nederlands' }];

/** Returns a media playlist (RFC 8216, 4.3.3) of numbered segments with these durations in seconds. */
export function mediaPlaylist({ durations, folder, extension, initFile }) {
  return [
    '#EXTM3U', `#EXT-X-VERSION:${initFile ? 7 : 3}`, `#EXT-X-TARGETDURATION:${Math.round(Math.max(...durations))}`,
    '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD', ...(initFile ? [`#EXT-X-MAP:URI="${folder}/${initFile}"`] : []),
    ...durations.map((seconds, i) => `#EXTINF:${seconds.toFixed(6)},\n${folder}/${i + 1}${extension}`), '#EXT-X-ENDLIST', '',
  ].join('\n');
}

/** Returns the multivariant playlist; `videos` are renditions with their track, `audios` the tracks of the languages. */
export function multivariantPlaylist({ videos, audios, version }) {
  const audioBandwidths = audios.map(bandwidth);
  const audioPeak = Math.max(...audioBandwidths.map(({ peak }) => peak));
  const audioAverage = Math.max(...audioBandwidths.map(({ average }) => average));
  const mediaTags = (type, group, folder, extraAttributes) => languages.map(({ code, name }, i) =>
    `#EXT-X-MEDIA:TYPE=${type},GROUP-ID="${group}",NAME="${name}",LANGUAGE="${code}",${extraAttributes(i === 0)},URI="${folder}-${code}.m3u8"`);
  // Players without an estimate start with the first variant, so it has a medium bitrate.
  const orderedVideos = [...videos].sort((a, b) => Number(b.height === 360) - Number(a.height === 360));
  return [
    '#EXTM3U', `#EXT-X-VERSION:${version}`, '#EXT-X-INDEPENDENT-SEGMENTS',
    ...mediaTags('AUDIO', 'audio', 'audio', (first) => `DEFAULT=${first ? 'YES' : 'NO'},AUTOSELECT=YES,CHANNELS="2"`),
    ...mediaTags('SUBTITLES', 'captions', 'text', () => 'DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog"'),
    ...orderedVideos.map(({ height, width, codec, track }) => {
      const { peak, average } = bandwidth(track);
      return `#EXT-X-STREAM-INF:BANDWIDTH=${Math.ceil(peak + audioPeak)},AVERAGE-BANDWIDTH=${Math.ceil(average + audioAverage)},`
        + `CODECS="${codec},mp4a.40.2",RESOLUTION=${width}x${height},FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE\n`
        + `video-${height}.m3u8`;
    }), '',
  ].join('\n');
}
