import { bandwidth } from './segments.mjs';

/** Languages of audio and captions, the default first. */
export const languages = [{ code: 'en', name: 'English' }, { code: 'nl', name: 'Nederlands' }];

/** Returns a media playlist (RFC 8216, 4.3.3) of numbered segments with these durations in seconds. */
export function mediaPlaylist({ durations, folder, ending, init }) {
  return [
    '#EXTM3U', `#EXT-X-VERSION:${init ? 7 : 3}`, `#EXT-X-TARGETDURATION:${Math.round(Math.max(...durations))}`,
    '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD', ...(init ? [`#EXT-X-MAP:URI="${folder}/${init}"`] : []),
    ...durations.map((seconds, i) => `#EXTINF:${seconds.toFixed(6)},\n${folder}/${i + 1}${ending}`), '#EXT-X-ENDLIST', '',
  ].join('\n');
}

/** Returns the multivariant playlist; `videos` are renditions with their track, `audios` the tracks of the languages. */
export function masterPlaylist({ videos, audios, version }) {
  const loudest = audios.map(bandwidth);
  const audioPeak = Math.max(...loudest.map(({ peak }) => peak));
  const audioAverage = Math.max(...loudest.map(({ average }) => average));
  const media = (type, group, folder, extra) => languages.map(({ code, name }, i) =>
    `#EXT-X-MEDIA:TYPE=${type},GROUP-ID="${group}",NAME="${name}",LANGUAGE="${code}",${extra(i === 0)},URI="${folder}-${code}.m3u8"`);
  // Players without an estimate start with the first variant, so it has a medium bitrate.
  const ordered = [...videos].sort((a, b) => Number(b.height === 360) - Number(a.height === 360));
  return [
    '#EXTM3U', `#EXT-X-VERSION:${version}`, '#EXT-X-INDEPENDENT-SEGMENTS',
    ...media('AUDIO', 'audio', 'audio', (first) => `DEFAULT=${first ? 'YES' : 'NO'},AUTOSELECT=YES,CHANNELS="2"`),
    ...media('SUBTITLES', 'captions', 'text', () => 'DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog"'),
    ...ordered.map(({ height, width, codec, track }) => {
      const { peak, average } = bandwidth(track);
      return `#EXT-X-STREAM-INF:BANDWIDTH=${Math.ceil(peak + audioPeak)},AVERAGE-BANDWIDTH=${Math.ceil(average + audioAverage)},`
        + `CODECS="${codec},mp4a.40.2",RESOLUTION=${width}x${height},FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE\n`
        + `video-${height}.m3u8`;
    }), '',
  ].join('\n');
}
