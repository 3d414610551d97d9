import { readFragment, writeChunk } from '../../../demo/server/cmaf-samples.mjs';
import { codecs, readDemoMedia, readSegment, segmentCount } from './film.mjs';
import { makeMuxedSegment } from './muxed-ts.mjs';

const trackFolders = { video: '/media/cmaf/video-240', audio: '/media/cmaf/audio-en' };

/** The durations of the demo's audio segments in seconds. */
const audioDurations = [
  ...readDemoMedia('cmaf/audio-en.m3u8')
    .toString()
    .matchAll(/#EXTINF:([\d.]+)/g)
].map(([, duration]) => Number(duration));

/** Returns the demo's segments of a track, each as `[duration in seconds, URL]`. */
const allSegments = (kind) =>
  Array.from({ length: segmentCount }, (_, index) => [
    kind === 'audio' ? audioDurations[index] : 2,
    `${trackFolders[kind]}/${index + 1}.m4s`
  ]);

/** Returns the last segment of a track in two parts, of which the second is one sample with a duration of `ticks`. */
function splitLastSegment(track, ticks) {
  const { samples, time, ...rest } = readFragment(readSegment(track, segmentCount));
  const firstSamples = samples.slice(0, -1);
  const duration = firstSamples.reduce((sum, sample) => sum + sample.duration, 0);
  const last = { ...samples.at(-1), duration: ticks };
  return { first: { ...rest, time, samples: firstSamples }, last: { ...rest, time: time + BigInt(duration), samples: [last] } };
}

/** Returns one audio sample of 512 ticks, about 10 ms, after the end of the audio. */
function makeExtraSample() {
  const { samples, ...rest } = readFragment(readSegment('audio-en', segmentCount));
  return writeChunk({ ...rest, time: BigInt(64 * 48_000), samples: [{ ...samples.at(-1), duration: 512 }] });
}

/** Returns the first half of the last segment of a track. */
function makeHalfSegment(track) {
  const fragment = readFragment(readSegment(track, segmentCount));
  return writeChunk({ ...fragment, samples: fragment.samples.slice(0, fragment.samples.length / 2) });
}

const mediaPlaylist = (entries, initFolder) =>
  [
    '#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-PLAYLIST-TYPE:VOD',
    ...(initFolder ? [`#EXT-X-MAP:URI="${initFolder}/init.mp4"`] : []),
    ...entries.map(([duration, uri]) => `#EXTINF:${duration.toFixed(6)},\n${uri}`),
    '#EXT-X-ENDLIST\n'
  ].join('\n');

const multivariantPlaylist = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="audio.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=426x240,CODECS="avc1.4d4015,mp4a.40.2",AUDIO="a"
video.m3u8
`;

/** Returns an HLS stream of a video and an audio playlist, with all segments unless others are passed. */
const hlsBodies = (name, { video = allSegments('video'), audio = allSegments('audio') }) => ({
  [`ends/${name}/master.m3u8`]: multivariantPlaylist,
  [`ends/${name}/video.m3u8`]: mediaPlaylist(video, trackFolders.video),
  [`ends/${name}/audio.m3u8`]: mediaPlaylist(audio, trackFolders.audio)
});

const adaptationSet = (kind, entries) => {
  const track = kind === 'video' ? 'video-240' : 'audio-en';
  const urls = entries.map(([, uri]) => `<SegmentURL media="${uri}"/>`).join('');
  const times = entries
    .map(([duration]) => `<S d="${Math.round(duration * 1000)}"/>`)
    .join('')
    .replace('<S ', '<S t="0" ');
  const list = `<SegmentList timescale="1000"><Initialization sourceURL="${trackFolders[kind]}/init.mp4"/><SegmentTimeline>${times}</SegmentTimeline>${urls}</SegmentList>`;
  return `<AdaptationSet contentType="${kind}" mimeType="${kind}/mp4" segmentAlignment="true"><Representation id="${track}" bandwidth="140000" codecs="${codecs[track]}"${kind === 'video' ? ' width="426" height="240"' : ' audioSamplingRate="48000"'}>${list}</Representation></AdaptationSet>`;
};

const mpdStart = (attributes) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" ${attributes} minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">`;

const mpd = (seconds, content) =>
  `${mpdStart(`type="static" mediaPresentationDuration="PT${seconds}S"`)}<Period id="0" start="PT0S">${content}</Period></MPD>`;

const dashBodies = (name, { video = allSegments('video'), audio = allSegments('audio'), duration = 64 }) => ({
  [`ends/${name}/manifest.mpd`]: mpd(duration, adaptationSet('video', video) + adaptationSet('audio', audio))
});

const numberedSet = (kind) =>
  adaptationSet(kind, []).replace(
    /<SegmentList.*<\/SegmentList>/,
    `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${trackFolders[kind]}/init.mp4" media="${trackFolders[kind]}/$Number$.m4s"/>`
  );

/** The time of the first request of each live channel that ends, in milliseconds since 1970, by the number in its path. */
const channelStarts = new Map();

/** Returns a dynamic MPD, which becomes static six seconds after the first request. */
function makeEndingMpd(number) {
  if (!channelStarts.has(number)) channelStarts.set(number, Date.now());
  const start = channelStarts.get(number);
  const hasEnded = Date.now() - start > 6000;
  const liveAttributes = `type="dynamic" availabilityStartTime="${new Date(start - 10_000).toISOString()}" publishTime="${new Date().toISOString()}" minimumUpdatePeriod="PT1S" timeShiftBufferDepth="PT60S" suggestedPresentationDelay="PT4S"`;
  const content = numberedSet('video') + numberedSet('audio');
  return hasEnded ? mpd(16, content) : `${mpdStart(liveAttributes)}<Period id="0" start="PT0S">${content}</Period></MPD>`;
}

const firstSegments = (kind, count) => allSegments(kind).slice(0, count);
const audioWithTail = [
  ...allSegments('audio').slice(0, -1),
  [audioDurations.at(-1) - 0.021333, '/streams/ends/audio-tail/1.m4s'],
  [0.010667, '/streams/ends/audio-tail/2.m4s']
];
const videoWithTail = [
  ...allSegments('video').slice(0, -1),
  [1.96, '/streams/ends/video-tail/1.m4s'],
  [0.01, '/streams/ends/video-tail/2.m4s']
];
const withHalfLastSegment = (kind) => [...allSegments(kind).slice(0, -1), [2, `/streams/ends/half-${kind}/1.m4s`]];

const streams = {
  'audio-tail': { audio: audioWithTail },
  'video-tail': { video: videoWithTail },
  'extra-audio': { audio: [...allSegments('audio'), [0.010667, '/streams/ends/extra-audio/1.m4s']] },
  'short-audio': { audio: firstSegments('audio', 28) },
  'short-video': { video: firstSegments('video', 28) },
  'half-video': { video: withHalfLastSegment('video'), audio: withHalfLastSegment('audio') },
  'long-video': {
    video: [...firstSegments('video', 31), [1, `${trackFolders.video}/32.m4s`]],
    audio: [...firstSegments('audio', 31), [1, `${trackFolders.audio}/32.m4s`]]
  }
};

/** Returns a playlist of multiplexed segments. Those of `silentNumbers` have no audio, and their URLs come from `silentSegmentUrl`. */
const multiplexedPlaylist = (silentNumbers, silentSegmentUrl) =>
  mediaPlaylist(
    Array.from({ length: 16 }, (_, index) => [
      4,
      silentNumbers.includes(index + 1) ? silentSegmentUrl(index + 1) : `/streams/ends/muxed/${index + 1}.ts`
    ])
  );
/** Returns the URL of a segment whose program map lists audio that does not exist. */
const segmentWithSilentAudio = (number) => `/streams/ends/silent/${number}.ts`;
/** Returns the URL of a segment whose program map lists no audio. */
const segmentWithoutAudio = (number) => `/media/ts/video-240/${number}.ts`;
const numbersFrom = (number) => Array.from({ length: 17 - number }, (_, index) => number + index);

/** Returns a playlist of the demo video or audio in which the segments of `gapNumbers` are marked as gaps, and do not exist. */
const playlistWithGaps = (kind, gapNumbers) =>
  mediaPlaylist(
    allSegments(kind).map(([duration, uri], index) => [duration, gapNumbers.includes(index + 1) ? `gone${index + 1}.m4s` : uri]),
    trackFolders[kind]
  ).replace(/(?=#EXTINF.*\ngone)/g, '#EXT-X-GAP\n');

/** Returns a segment that is cut off after its first frame, although its boxes still describe all frames. */
function makeCutSegment(number) {
  const bytes = readSegment('video-240', number);
  const { samples } = readFragment(bytes);
  return bytes.subarray(0, bytes.indexOf('mdat') + 4 + samples[0].bytes.length);
}

const cutPlaylist = mediaPlaylist(
  Array.from({ length: 3 }, (_, index) => [2, `${index + 1}.m4s`]),
  trackFolders.video
).replace('#EXTINF', '#EXT-X-I-FRAMES-ONLY\n#EXTINF');

/** The names of the renditions of an incomplete presentation. */
const renditionNames = ['a', 'b', 'c', 'd'];

/** Returns an MPD of four renditions, of which not all segments exist. `segmentInfo` returns the element with the URLs of one rendition. */
const incompleteMpd = (name, segmentInfo) =>
  mpd(
    64,
    numberedSet('video').replace(
      /<Representation.*<\/Representation>/,
      renditionNames
        .map(
          (id, index) =>
            `<Representation id="${id}" bandwidth="${140_000 + index * 1000}" codecs="avc1.4d4015" width="426" height="240">${segmentInfo(`/streams/${name}/${id}`)}</Representation>`
        )
        .join('')
    ) + numberedSet('audio')
  );
const initAttribute = `initialization="${trackFolders.video}/init.mp4"`;
const templateByNumber = (folder) =>
  `<SegmentTemplate timescale="1" duration="2" startNumber="1" ${initAttribute} media="${folder}/$Number$.m4s"/>`;
/** Segments whose URLs contain their start time in seconds. */
const templateByTime = (folder) =>
  `<SegmentTemplate timescale="1" ${initAttribute} media="${folder}/$Time$.m4s"><SegmentTimeline><S t="0" d="2" r="31"/></SegmentTimeline></SegmentTemplate>`;
const renditionBodies = (name, body) => Object.fromEntries(renditionNames.map((id) => [`${name}/${id}/#.m4s`, (at) => body(at, id)]));

/**
 * Media that end in unusual ways, that lack a stretch, or whose playlists have unusual syntax, by path below `/streams/`: a body, or a
 * function that makes it from the number in the path, written as `#`.
 */
export const endings = {
  ...Object.assign({}, ...Object.entries(streams).flatMap(([name, tracks]) => [hlsBodies(name, tracks), dashBodies(name, tracks)])),
  'ends/audio-tail/#.m4s': (part) =>
    writeChunk(part === 1 ? splitLastSegment('audio-en', 512).first : splitLastSegment('audio-en', 512).last),
  'ends/extra-audio/#.m4s': () => makeExtraSample(),
  'ends/video-tail/#.m4s': (part) =>
    writeChunk(part === 1 ? splitLastSegment('video-240', 128).first : splitLastSegment('video-240', 128).last),
  'ends/half-video/#.m4s': () => makeHalfSegment('video-240'),
  'ends/half-audio/#.m4s': () => makeHalfSegment('audio-en'),
  // The duration in the MPD is longer or shorter than the media.
  ...dashBodies('long-mpd', { duration: 70 }),
  ...dashBodies('short-mpd', { duration: 60.5 }),
  'ends/long-numbers/manifest.mpd': mpd(70, numberedSet('video') + numberedSet('audio')),
  'ends/short-numbers/manifest.mpd': mpd(60.5, numberedSet('video') + numberedSet('audio')),
  'ends/live/#.mpd': makeEndingMpd,
  'ends/muxed/#.ts': (number) => makeMuxedSegment(number),
  'ends/silent/#.ts': (number) => makeMuxedSegment(number, true),
  ...Object.fromEntries(
    Object.entries({ first: [1, 2], both: [1, 5, 6] }).flatMap(([name, gapNumbers]) => [
      [`gaps/${name}/master.m3u8`, multivariantPlaylist],
      [`gaps/${name}/video.m3u8`, playlistWithGaps('video', gapNumbers)],
      [`gaps/${name}/audio.m3u8`, playlistWithGaps('audio', gapNumbers)]
    ])
  ),
  'missing/manifest.mpd': incompleteMpd('missing', templateByNumber),
  ...renditionBodies('missing', (number) => (number === 1 ? readSegment('video-240', number) : undefined)),
  'missing-times/manifest.mpd': incompleteMpd('missing-times', templateByTime),
  ...renditionBodies('missing-times', () => undefined),
  // Playback starts with the rendition of the highest bitrate, which has only the first two segments.
  'lower-only/manifest.mpd': incompleteMpd('lower-only', templateByTime),
  ...renditionBodies('lower-only', (time, id) => (time < 4 || id !== 'd' ? readSegment('video-240', time / 2 + 1) : undefined)),
  'sparse/manifest.mpd': incompleteMpd('sparse', templateByNumber),
  ...renditionBodies('sparse', (number) => (number % 4 === 1 ? readSegment('video-240', number) : undefined)),
  'cut/video.m3u8': cutPlaylist,
  'cut/#.m4s': makeCutSegment,
  'variables/master.m3u8': multivariantPlaylist
    .replace('\n', '\n#EXT-X-DEFINE:NAME="at",VALUE="/streams/variables"\n#EXT-X-DEFINE:NAME="media",VALUE="/media/cmaf"\n')
    .replace(/(video|audio)\.m3u8/g, '{$at}/$1.m3u8'),
  ...Object.fromEntries(
    ['video', 'audio'].map((kind) => [
      `variables/${kind}.m3u8`,
      mediaPlaylist(allSegments(kind), trackFolders[kind])
        .replaceAll('/media/cmaf', '{$media}')
        .replace('\n', '\n#EXT-X-DEFINE:IMPORT="media"\n')
    ])
  ),
  'variables/query.m3u8': mediaPlaylist(allSegments('video'), trackFolders.video).replace('\n', '\n#EXT-X-DEFINE:QUERYPARAM="token"\n'),
  'blank/master.m3u8': `\n\r\n${multivariantPlaylist}`,
  'blank/video.m3u8': `\n\n${mediaPlaylist(allSegments('video'), trackFolders.video)}`,
  'blank/audio.m3u8': `\r\n ${mediaPlaylist(allSegments('audio'), trackFolders.audio)}`,
  'ends/silent-stretch/video.m3u8': multiplexedPlaylist([3, 4], segmentWithSilentAudio),
  'ends/silent-first/video.m3u8': multiplexedPlaylist([1, 2], segmentWithSilentAudio),
  'ends/silent-end/video.m3u8': multiplexedPlaylist(numbersFrom(3), segmentWithSilentAudio),
  'ends/video-only-stretch/video.m3u8': multiplexedPlaylist([3, 4], segmentWithoutAudio),
  'ends/video-only-first/video.m3u8': multiplexedPlaylist([1, 2], segmentWithoutAudio),
  'ends/video-only-first/master.m3u8': multivariantPlaylist.replace(/.*TYPE=AUDIO.*\n/, '').replace(',AUDIO="a"', ''),
  'ends/video-only-end/video.m3u8': multiplexedPlaylist(numbersFrom(3), segmentWithoutAudio)
};
