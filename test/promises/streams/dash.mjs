import { codecs, cues, cuesInSegment, emsgBox, readSegment, segmentCount, makeSingleFile } from './film.mjs';
import { clearKey } from './hls.mjs';
import { makeStppSegment, makeTextInit, makeTtml, makeWvttSegment } from './make/text-track.mjs';

const mpdOfPeriods = (duration, ...content) => `<?xml version="1.0" encoding="UTF-8"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:cenc="urn:mpeg:cenc:2013" type="static" mediaPresentationDuration="PT${duration}S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">
${content.join('\n')}
</MPD>
`;

const mpdOfSets = (...sets) => mpdOfPeriods(64, `<Period id="0" start="PT0S">${sets.join('\n')}</Period>`);

const sizeAttributes = ' width="426" height="240"';
const representation = (track, inner = '') =>
  `<Representation id="${track}" bandwidth="140000" codecs="${codecs[track]}"${track.startsWith('video') ? sizeAttributes : ' audioSamplingRate="48000"'}>${inner}</Representation>`;

/** An adaptation set of one of the demo's tracks; `inner` is the element with the URLs of its segments. */
function adaptationSet(track, inner, { head = '', attributes = '' } = {}) {
  const kind = track.startsWith('video') ? 'video' : 'audio';
  const language = kind === 'audio' ? ` lang="${track.slice(-2)}"` : '';
  return `<AdaptationSet contentType="${kind}" mimeType="${kind}/mp4"${language} segmentAlignment="true"${attributes}>${head}${representation(track, inner)}</AdaptationSet>`;
}

const trackFolder = '/media/cmaf/$RepresentationID$';
const numberedTemplate = (otherAttributes = '') =>
  `<SegmentTemplate timescale="1" duration="2" startNumber="1"${otherAttributes} initialization="${trackFolder}/init.mp4" media="${trackFolder}/$Number$.m4s"/>`;

const videoSet = adaptationSet('video-240', numberedTemplate());

const textAdaptationSet = (type, codec, inner) =>
  `<AdaptationSet contentType="text" mimeType="${type}" lang="en"${codec && ` codecs="${codec}"`}><Role schemeIdUri="urn:mpeg:dash:role:2011" value="subtitle"/><Label>English</Label><Representation id="text" bandwidth="1000">${inner}</Representation></AdaptationSet>`;
const textTemplate = (folder) =>
  `<SegmentTemplate timescale="1000" duration="8000" startNumber="1" initialization="/streams/${folder}/init.mp4" media="/streams/${folder}/$Number$.m4s"/>`;

const segmentBase = (track) => {
  const { head, index } = makeSingleFile(track);
  return `<BaseURL>${track}.mp4</BaseURL><SegmentBase indexRange="${head}-${head + index - 1}"><Initialization range="0-${head - 1}"/></SegmentBase>`;
};

const contentProtection = `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="${clearKey.id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}"/><ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"/>`;
const encryptedSet = (track) =>
  adaptationSet(
    track,
    `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="/streams/clear-key/${track}/init.mp4" media="/streams/clear-key/${track}/$Number$.m4s"/>`,
    {
      head: contentProtection
    }
  );

/** An adaptation set of English sound without a label, with a role and a number of channels. */
const englishSound = (track, role, channels) =>
  adaptationSet(track, numberedTemplate(), {
    head: `<Role schemeIdUri="urn:mpeg:dash:role:2011" value="${role}"/><AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="${channels}"/>`
  }).replace('lang="nl"', 'lang="en"');
const textSetWithoutLabel = (folder) =>
  textAdaptationSet('application/mp4', folder, textTemplate(folder)).replace('<Label>English</Label>', '');

/** The DASH streams by path below `/streams/`: a body, or a function that makes it from the number in the path, written as `#`. */
export const dash = {
  'number/manifest.mpd': mpdOfSets(videoSet, adaptationSet('audio-en', numberedTemplate())),
  'timeline/manifest.mpd': mpdOfSets(
    adaptationSet(
      'video-240',
      `<SegmentTemplate timescale="12800" startNumber="1" initialization="${trackFolder}/init.mp4" media="/streams/timeline/$Time$.m4s"><SegmentTimeline><S t="0" d="25600" r="31"/></SegmentTimeline></SegmentTemplate>`
    )
  ),
  'timeline/#.m4s': (time) => readSegment('video-240', time / 25_600 + 1),

  'base/manifest.mpd': () =>
    mpdOfSets(adaptationSet('video-240', segmentBase('video-240')), adaptationSet('audio-en', segmentBase('audio-en'))),
  'base/video-240.mp4': () => makeSingleFile('video-240').bytes,
  'base/audio-en.mp4': () => makeSingleFile('audio-en').bytes,

  'list/manifest.mpd': mpdOfSets(
    adaptationSet(
      'video-240',
      `<SegmentList timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${Array.from({ length: segmentCount }, (_, index) => `<SegmentURL media="/media/cmaf/video-240/${index + 1}.m4s"/>`).join('')}</SegmentList>`
    )
  ),

  // The second period begins in the middle of the video, so that the frame shows which one is playing.
  'periods/manifest.mpd': mpdOfPeriods(
    8,
    `<Period id="a" start="PT0S" duration="PT4S">${videoSet}</Period>`,
    `<Period id="b" start="PT4S" duration="PT4S">${adaptationSet('video-240', `<SegmentTemplate timescale="1" duration="2" startNumber="21" presentationTimeOffset="40" initialization="${trackFolder}/init.mp4" media="${trackFolder}/$Number$.m4s"/>`)}</Period>`
  ),

  'alike/manifest.mpd': mpdOfSets(
    videoSet,
    englishSound('audio-en', 'main', 2),
    englishSound('audio-nl', 'commentary', 2),
    englishSound('audio-nl', 'dub', 6),
    textSetWithoutLabel('wvtt'),
    textSetWithoutLabel('stpp')
  ),

  'wvtt/manifest.mpd': mpdOfSets(videoSet, textAdaptationSet('application/mp4', 'wvtt', textTemplate('wvtt'))),
  'wvtt/init.mp4': () => makeTextInit('wvtt'),
  'wvtt/#.m4s': (number) => makeWvttSegment(number, (number - 1) * 8000, number * 8000, cuesInSegment(number)),
  'stpp/manifest.mpd': mpdOfSets(videoSet, textAdaptationSet('application/mp4', 'stpp', textTemplate('stpp'))),
  'stpp/init.mp4': () => makeTextInit('stpp'),
  'stpp/#.m4s': (number) => makeStppSegment(number, (number - 1) * 8000, number * 8000, cuesInSegment(number)),
  'ttml/manifest.mpd': mpdOfSets(videoSet, textAdaptationSet('application/ttml+xml', '', '<BaseURL>captions.ttml</BaseURL>')),
  'ttml/captions.ttml': makeTtml(cues),

  'cea-608/manifest.mpd': mpdOfSets(
    adaptationSet(
      'video-240',
      `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${trackFolder}/init.mp4" media="/streams/cea-608/$Number$.m4s"/>`,
      {
        head: '<Accessibility schemeIdUri="urn:scte:dash:cc:cea-608:2015" value="CC1=en"/>'
      }
    )
  ),

  'tiles/manifest.mpd': mpdOfSets(
    videoSet,
    '<AdaptationSet contentType="image" mimeType="image/jpeg"><SegmentTemplate timescale="1" duration="64" startNumber="1" media="/media/thumbnails.jpg"/><Representation id="tiles" bandwidth="5000" width="1280" height="360"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="8x4"/></Representation></AdaptationSet>'
  ),

  'events/manifest.mpd': mpdOfPeriods(
    64,
    `<Period id="0" start="PT0S"><EventStream schemeIdUri="urn:test:goals" value="home" timescale="1000"><Event presentationTime="1000" duration="3000" id="7">Goal</Event></EventStream>${adaptationSet('video-240', `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${trackFolder}/init.mp4" media="/streams/events/$Number$.m4s"/>`, { head: '<InbandEventStream schemeIdUri="urn:test:inband" value="1"/>' })}</Period>`
  ),
  'events/#.m4s': (number) =>
    Buffer.concat([
      ...(number === 1 ? [emsgBox({ scheme: 'urn:test:inband', value: '1', start: 1500, duration: 2000, id: 1, data: 'Whistle' })] : []),
      readSegment('video-240', number)
    ]),

  'clear-key/manifest.mpd': mpdOfSets(encryptedSet('video-240'), encryptedSet('audio-en')),

  'many/manifest.mpd': () =>
    mpdOfPeriods(
      200_000,
      `<Period id="0" start="PT0S">${adaptationSet('video-240', `<SegmentTemplate timescale="12800" startNumber="1" initialization="${trackFolder}/init.mp4" media="/streams/many/$Number$.m4s"><SegmentTimeline>${'<S d="25600"/>'.repeat(100_000)}</SegmentTimeline></SegmentTemplate>`)}</Period>`
    )
};
