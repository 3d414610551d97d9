import { readFragment, writeChunk } from '../../../demo/server/cmaf-samples.mjs';
import { codecs, media, segment, segments } from './film.mjs';
import { muxedSegment } from './muxed-ts.mjs';

const files = { video: '/media/cmaf/video-240', audio: '/media/cmaf/audio-en' };

/** The durations of the demo's audio segments in seconds. */
const audioDurations = [
  ...media('cmaf/audio-en.m3u8')
    .toString()
    .matchAll(/#EXTINF:([\d.]+)/g)
].map(([, duration]) => Number(duration));

/** The demo's segments of a track, as duration in seconds and URL. */
const all = (kind) =>
  Array.from({ length: segments }, (_, index) => [kind === 'audio' ? audioDurations[index] : 2, `${files[kind]}/${index + 1}.m4s`]);

/** The last segment of a track in two parts; the second is one sample of `ticks`. */
function tail(track, ticks) {
  const { samples, time, ...rest } = readFragment(segment(track, segments));
  const kept = samples.slice(0, -1);
  const duration = kept.reduce((sum, sample) => sum + sample.duration, 0);
  const last = { ...samples.at(-1), duration: ticks };
  return { first: { ...rest, time, samples: kept }, last: { ...rest, time: time + BigInt(duration), samples: [last] } };
}

/** One sample of 512 ticks, about 10 ms, behind the end of the audio. */
function extra() {
  const { samples, ...rest } = readFragment(segment('audio-en', segments));
  return writeChunk({ ...rest, time: BigInt(64 * 48_000), samples: [{ ...samples.at(-1), duration: 512 }] });
}

/** The first half of the last segment of a track. */
function half(track) {
  const fragment = readFragment(segment(track, segments));
  return writeChunk({ ...fragment, samples: fragment.samples.slice(0, fragment.samples.length / 2) });
}

const playlist = (entries, map) =>
  [
    '#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-PLAYLIST-TYPE:VOD',
    ...(map ? [`#EXT-X-MAP:URI="${map}/init.mp4"`] : []),
    ...entries.map(([duration, uri]) => `#EXTINF:${duration.toFixed(6)},\n${uri}`),
    '#EXT-X-ENDLIST\n'
  ].join('\n');

const master = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="audio.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=426x240,CODECS="avc1.4d4015,mp4a.40.2",AUDIO="a"
video.m3u8
`;

/** An HLS stream of a video and an audio playlist, with the segments given or all. */
const hls = (name, { video = all('video'), audio = all('audio') }) => ({
  [`ends/${name}/master.m3u8`]: master,
  [`ends/${name}/video.m3u8`]: playlist(video, files.video),
  [`ends/${name}/audio.m3u8`]: playlist(audio, files.audio)
});

const set = (kind, entries) => {
  const track = kind === 'video' ? 'video-240' : 'audio-en';
  const urls = entries.map(([, uri]) => `<SegmentURL media="${uri}"/>`).join('');
  const times = entries
    .map(([duration]) => `<S d="${Math.round(duration * 1000)}"/>`)
    .join('')
    .replace('<S ', '<S t="0" ');
  const list = `<SegmentList timescale="1000"><Initialization sourceURL="${files[kind]}/init.mp4"/><SegmentTimeline>${times}</SegmentTimeline>${urls}</SegmentList>`;
  return `<AdaptationSet contentType="${kind}" mimeType="${kind}/mp4" segmentAlignment="true"><Representation id="${track}" bandwidth="140000" codecs="${codecs[track]}"${kind === 'video' ? ' width="426" height="240"' : ' audioSamplingRate="48000"'}>${list}</Representation></AdaptationSet>`;
};

const head = (attributes) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" ${attributes} minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">`;

const mpd = (seconds, content) =>
  `${head(`type="static" mediaPresentationDuration="PT${seconds}S"`)}<Period id="0" start="PT0S">${content}</Period></MPD>`;

const dash = (name, { video = all('video'), audio = all('audio'), duration = 64 }) => ({
  [`ends/${name}/manifest.mpd`]: mpd(duration, set('video', video) + set('audio', audio))
});

const numbered = (kind) =>
  set(kind, []).replace(
    /<SegmentList.*<\/SegmentList>/,
    `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${files[kind]}/init.mp4" media="${files[kind]}/$Number$.m4s"/>`
  );

/** The channels that end, by the number in their path: the time of the first request. */
const begun = new Map();

/** A dynamic MPD, which becomes static six seconds after the first request. */
function endingMpd(number) {
  if (!begun.has(number)) begun.set(number, Date.now());
  const start = begun.get(number);
  const over = Date.now() - start > 6000;
  const live = `type="dynamic" availabilityStartTime="${new Date(start - 10_000).toISOString()}" publishTime="${new Date().toISOString()}" minimumUpdatePeriod="PT1S" timeShiftBufferDepth="PT60S" suggestedPresentationDelay="PT4S"`;
  const content = numbered('video') + numbered('audio');
  return over ? mpd(16, content) : `${head(live)}<Period id="0" start="PT0S">${content}</Period></MPD>`;
}

const short = (kind, count) => all(kind).slice(0, count);
const audioTail = [
  ...all('audio').slice(0, -1),
  [audioDurations.at(-1) - 0.021333, '/streams/ends/audio-tail/1.m4s'],
  [0.010667, '/streams/ends/audio-tail/2.m4s']
];
const videoTail = [...all('video').slice(0, -1), [1.96, '/streams/ends/video-tail/1.m4s'], [0.01, '/streams/ends/video-tail/2.m4s']];
const halved = (kind) => [...all(kind).slice(0, -1), [2, `/streams/ends/half-${kind}/1.m4s`]];

const streams = {
  'audio-tail': { audio: audioTail },
  'video-tail': { video: videoTail },
  'extra-audio': { audio: [...all('audio'), [0.010667, '/streams/ends/extra-audio/1.m4s']] },
  'short-audio': { audio: short('audio', 28) },
  'short-video': { video: short('video', 28) },
  'half-video': { video: halved('video'), audio: halved('audio') },
  'long-video': {
    video: [...short('video', 31), [1, `${files.video}/32.m4s`]],
    audio: [...short('audio', 31), [1, `${files.audio}/32.m4s`]]
  }
};

/** Multiplexed segments, some without audio; "silent" segments still announce it. */
const multiplexed = (numbers, silent) =>
  playlist(
    Array.from({ length: 16 }, (_, index) => [4, numbers.includes(index + 1) ? silent(index + 1) : `/streams/ends/muxed/${index + 1}.ts`])
  );
const announced = (number) => `/streams/ends/silent/${number}.ts`;
const unannounced = (number) => `/media/ts/video-240/${number}.ts`;
const from = (number) => Array.from({ length: 17 - number }, (_, index) => number + index);

/** A playlist of the demo video or audio in which some segments are marked as gaps, and do not exist. */
const withGaps = (kind, gaps) =>
  playlist(
    all(kind).map(([duration, uri], index) => [duration, gaps.includes(index + 1) ? `gone${index + 1}.m4s` : uri]),
    files[kind]
  ).replace(/(?=#EXTINF.*\ngone)/g, '#EXT-X-GAP\n');

/** The first frame of a segment, in a box that announces all of them. */
function cutSegment(number) {
  const bytes = segment('video-240', number);
  const { samples } = readFragment(bytes);
  return bytes.subarray(0, bytes.indexOf('mdat') + 4 + samples[0].bytes.length);
}

const cutPlaylist = playlist(
  Array.from({ length: 3 }, (_, index) => [2, `${index + 1}.m4s`]),
  files.video
).replace('#EXTINF', '#EXT-X-I-FRAMES-ONLY\n#EXTINF');

/** Names of the renditions of an incomplete presentation. */
const renditionNames = ['a', 'b', 'c', 'd'];

/** Four renditions, in which only some segments exist; `segmentInfo` describes the URLs of one of them. */
const incomplete = (name, segmentInfo) =>
  mpd(
    64,
    numbered('video').replace(
      /<Representation.*<\/Representation>/,
      renditionNames
        .map(
          (id, index) =>
            `<Representation id="${id}" bandwidth="${140_000 + index * 1000}" codecs="avc1.4d4015" width="426" height="240">${segmentInfo(`/streams/${name}/${id}`)}</Representation>`
        )
        .join('')
    ) + numbered('audio')
  );
const init = `initialization="${files.video}/init.mp4"`;
const byNumber = (folder) => `<SegmentTemplate timescale="1" duration="2" startNumber="1" ${init} media="${folder}/$Number$.m4s"/>`;
/** Segments that are named by their time in seconds. */
const byTime = (folder) =>
  `<SegmentTemplate timescale="1" ${init} media="${folder}/$Time$.m4s"><SegmentTimeline><S t="0" d="2" r="31"/></SegmentTimeline></SegmentTemplate>`;
const renditionsOf = (name, body) => Object.fromEntries(renditionNames.map((id) => [`${name}/${id}/#.m4s`, (at) => body(at, id)]));

/** Media that end in unusual ways, or lack a stretch. Bodies by path below `/streams/`: a complete body, or a function of the number in the path. */
export const endings = {
  ...Object.assign({}, ...Object.entries(streams).flatMap(([name, tracks]) => [hls(name, tracks), dash(name, tracks)])),
  'ends/audio-tail/#.m4s': (part) => writeChunk(part === 1 ? tail('audio-en', 512).first : tail('audio-en', 512).last),
  'ends/extra-audio/#.m4s': () => extra(),
  'ends/video-tail/#.m4s': (part) => writeChunk(part === 1 ? tail('video-240', 128).first : tail('video-240', 128).last),
  'ends/half-video/#.m4s': () => half('video-240'),
  'ends/half-audio/#.m4s': () => half('audio-en'),
  // The MPD is longer or shorter than its media.
  ...dash('long-mpd', { duration: 70 }),
  ...dash('short-mpd', { duration: 60.5 }),
  'ends/long-numbers/manifest.mpd': mpd(70, numbered('video') + numbered('audio')),
  'ends/short-numbers/manifest.mpd': mpd(60.5, numbered('video') + numbered('audio')),
  'ends/live/#.mpd': endingMpd,
  'ends/muxed/#.ts': (number) => muxedSegment(number),
  'ends/silent/#.ts': (number) => muxedSegment(number, true),
  ...Object.fromEntries(
    Object.entries({ first: [1, 2], both: [1, 5, 6] }).flatMap(([name, gaps]) => [
      [`gaps/${name}/master.m3u8`, master],
      [`gaps/${name}/video.m3u8`, withGaps('video', gaps)],
      [`gaps/${name}/audio.m3u8`, withGaps('audio', gaps)]
    ])
  ),
  'missing/manifest.mpd': incomplete('missing', byNumber),
  ...renditionsOf('missing', (number) => (number === 1 ? segment('video-240', number) : undefined)),
  'missing-times/manifest.mpd': incomplete('missing-times', byTime),
  ...renditionsOf('missing-times', () => undefined),
  // The rendition with the highest bitrate, with which playback starts, has the first two segments only.
  'lower-only/manifest.mpd': incomplete('lower-only', byTime),
  ...renditionsOf('lower-only', (time, id) => (time < 4 || id !== 'd' ? segment('video-240', time / 2 + 1) : undefined)),
  'sparse/manifest.mpd': incomplete('sparse', byNumber),
  ...renditionsOf('sparse', (number) => (number % 4 === 1 ? segment('video-240', number) : undefined)),
  'cut/video.m3u8': cutPlaylist,
  'cut/#.m4s': cutSegment,
  'variables/master.m3u8': master
    .replace('\n', '\n#EXT-X-DEFINE:NAME="at",VALUE="/streams/variables"\n#EXT-X-DEFINE:NAME="media",VALUE="/media/cmaf"\n')
    .replace(/(video|audio)\.m3u8/g, '{$at}/$1.m3u8'),
  ...Object.fromEntries(
    ['video', 'audio'].map((kind) => [
      `variables/${kind}.m3u8`,
      playlist(all(kind), files[kind]).replaceAll('/media/cmaf', '{$media}').replace('\n', '\n#EXT-X-DEFINE:IMPORT="media"\n')
    ])
  ),
  'variables/query.m3u8': playlist(all('video'), files.video).replace('\n', '\n#EXT-X-DEFINE:QUERYPARAM="token"\n'),
  'blank/master.m3u8': `\n\r\n${master}`,
  'blank/video.m3u8': `\n\n${playlist(all('video'), files.video)}`,
  'blank/audio.m3u8': `\r\n ${playlist(all('audio'), files.audio)}`,
  'ends/silent-stretch/video.m3u8': multiplexed([3, 4], announced),
  'ends/silent-first/video.m3u8': multiplexed([1, 2], announced),
  'ends/silent-end/video.m3u8': multiplexed(from(3), announced),
  'ends/video-only-stretch/video.m3u8': multiplexed([3, 4], unannounced),
  'ends/video-only-first/video.m3u8': multiplexed([1, 2], unannounced),
  'ends/video-only-first/master.m3u8': master.replace(/.*TYPE=AUDIO.*\n/, '').replace(',AUDIO="a"', ''),
  'ends/video-only-end/video.m3u8': multiplexed(from(3), unannounced)
};
