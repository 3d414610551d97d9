import { codecs, cues, cuesOf, emsg, segment, segments, singleFile } from './film.mjs';
import { clearKey } from './hls.mjs';
import { stppSegment, textInit, ttml, wvttSegment } from './make/text-track.mjs';

const periods = (duration, ...content) => `<?xml version="1.0" encoding="UTF-8"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:cenc="urn:mpeg:cenc:2013" type="static" mediaPresentationDuration="PT${duration}S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">
${content.join('\n')}
</MPD>
`;

const mpd = (...sets) => periods(64, `<Period id="0" start="PT0S">${sets.join('\n')}</Period>`);

const size = ' width="426" height="240"';
const representation = (track, inner = '') =>
  `<Representation id="${track}" bandwidth="140000" codecs="${codecs[track]}"${track.startsWith('video') ? size : ' audioSamplingRate="48000"'}>${inner}</Representation>`;

/** An adaptation set of one of the demo's tracks; `inner` is its segment addressing. */
function set(track, inner, { head = '', attributes = '' } = {}) {
  const kind = track.startsWith('video') ? 'video' : 'audio';
  const language = kind === 'audio' ? ` lang="${track.slice(-2)}"` : '';
  return `<AdaptationSet contentType="${kind}" mimeType="${kind}/mp4"${language} segmentAlignment="true"${attributes}>${head}${representation(track, inner)}</AdaptationSet>`;
}

const from = '/media/cmaf/$RepresentationID$';
const numbered = (more = '') =>
  `<SegmentTemplate timescale="1" duration="2" startNumber="1"${more} initialization="${from}/init.mp4" media="${from}/$Number$.m4s"/>`;

const plain = set('video-240', numbered());

const textSet = (type, codec, inner) =>
  `<AdaptationSet contentType="text" mimeType="${type}" lang="en"${codec && ` codecs="${codec}"`}><Role schemeIdUri="urn:mpeg:dash:role:2011" value="subtitle"/><Label>English</Label><Representation id="text" bandwidth="1000">${inner}</Representation></AdaptationSet>`;
const textSegments = (folder) =>
  `<SegmentTemplate timescale="1000" duration="8000" startNumber="1" initialization="/streams/${folder}/init.mp4" media="/streams/${folder}/$Number$.m4s"/>`;

const base = (track) => {
  const { head, index } = singleFile(track);
  return `<BaseURL>${track}.mp4</BaseURL><SegmentBase indexRange="${head}-${head + index - 1}"><Initialization range="0-${head - 1}"/></SegmentBase>`;
};

const protection = `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="${clearKey.id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}"/><ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"/>`;
const locked = (track) =>
  set(
    track,
    `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="/streams/clear-key/${track}/init.mp4" media="/streams/clear-key/${track}/$Number$.m4s"/>`,
    {
      head: protection
    }
  );

/** An adaptation set of English sound without a label, with a role and a number of channels. */
const english = (track, role, channels) =>
  set(track, numbered(), {
    head: `<Role schemeIdUri="urn:mpeg:dash:role:2011" value="${role}"/><AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="${channels}"/>`
  }).replace('lang="nl"', 'lang="en"');
const unlabelled = (folder) => textSet('application/mp4', folder, textSegments(folder)).replace('<Label>English</Label>', '');

/** Bodies by path below `/streams/`: a complete body, or a function of the number in the path. */
export const dash = {
  'number/manifest.mpd': mpd(plain, set('audio-en', numbered())),
  'timeline/manifest.mpd': mpd(
    set(
      'video-240',
      `<SegmentTemplate timescale="12800" startNumber="1" initialization="${from}/init.mp4" media="/streams/timeline/$Time$.m4s"><SegmentTimeline><S t="0" d="25600" r="31"/></SegmentTimeline></SegmentTemplate>`
    )
  ),
  'timeline/#.m4s': (time) => segment('video-240', time / 25_600 + 1),

  'base/manifest.mpd': () => mpd(set('video-240', base('video-240')), set('audio-en', base('audio-en'))),
  'base/video-240.mp4': () => singleFile('video-240').bytes,
  'base/audio-en.mp4': () => singleFile('audio-en').bytes,

  'list/manifest.mpd': mpd(
    set(
      'video-240',
      `<SegmentList timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${Array.from({ length: segments }, (_, index) => `<SegmentURL media="/media/cmaf/video-240/${index + 1}.m4s"/>`).join('')}</SegmentList>`
    )
  ),

  // The second period begins in the middle of the video, so that the frame shows which one is playing.
  'periods/manifest.mpd': periods(
    8,
    `<Period id="a" start="PT0S" duration="PT4S">${plain}</Period>`,
    `<Period id="b" start="PT4S" duration="PT4S">${set('video-240', `<SegmentTemplate timescale="1" duration="2" startNumber="21" presentationTimeOffset="40" initialization="${from}/init.mp4" media="${from}/$Number$.m4s"/>`)}</Period>`
  ),

  'alike/manifest.mpd': mpd(
    plain,
    english('audio-en', 'main', 2),
    english('audio-nl', 'commentary', 2),
    english('audio-nl', 'dub', 6),
    unlabelled('wvtt'),
    unlabelled('stpp')
  ),

  'wvtt/manifest.mpd': mpd(plain, textSet('application/mp4', 'wvtt', textSegments('wvtt'))),
  'wvtt/init.mp4': () => textInit('wvtt'),
  'wvtt/#.m4s': (number) => wvttSegment(number, (number - 1) * 8000, number * 8000, cuesOf(number)),
  'stpp/manifest.mpd': mpd(plain, textSet('application/mp4', 'stpp', textSegments('stpp'))),
  'stpp/init.mp4': () => textInit('stpp'),
  'stpp/#.m4s': (number) => stppSegment(number, (number - 1) * 8000, number * 8000, cuesOf(number)),
  'ttml/manifest.mpd': mpd(plain, textSet('application/ttml+xml', '', '<BaseURL>captions.ttml</BaseURL>')),
  'ttml/captions.ttml': ttml(cues),

  'cea-608/manifest.mpd': mpd(
    set(
      'video-240',
      `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${from}/init.mp4" media="/streams/cea-608/$Number$.m4s"/>`,
      {
        head: '<Accessibility schemeIdUri="urn:scte:dash:cc:cea-608:2015" value="CC1=en"/>'
      }
    )
  ),

  'tiles/manifest.mpd': mpd(
    plain,
    '<AdaptationSet contentType="image" mimeType="image/jpeg"><SegmentTemplate timescale="1" duration="64" startNumber="1" media="/media/thumbnails.jpg"/><Representation id="tiles" bandwidth="5000" width="1280" height="360"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="8x4"/></Representation></AdaptationSet>'
  ),

  'events/manifest.mpd': periods(
    64,
    `<Period id="0" start="PT0S"><EventStream schemeIdUri="urn:test:goals" value="home" timescale="1000"><Event presentationTime="1000" duration="3000" id="7">Goal</Event></EventStream>${set('video-240', `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${from}/init.mp4" media="/streams/events/$Number$.m4s"/>`, { head: '<InbandEventStream schemeIdUri="urn:test:inband" value="1"/>' })}</Period>`
  ),
  'events/#.m4s': (number) =>
    Buffer.concat([
      ...(number === 1 ? [emsg({ scheme: 'urn:test:inband', value: '1', start: 1500, duration: 2000, id: 1, data: 'Whistle' })] : []),
      segment('video-240', number)
    ]),

  'clear-key/manifest.mpd': mpd(locked('video-240'), locked('audio-en')),

  'many/manifest.mpd': () =>
    periods(
      200_000,
      `<Period id="0" start="PT0S">${set('video-240', `<SegmentTemplate timescale="12800" startNumber="1" initialization="${from}/init.mp4" media="/streams/many/$Number$.m4s"><SegmentTimeline>${'<S d="25600"/>'.repeat(100_000)}</SegmentTimeline></SegmentTemplate>`)}</Period>`
    )
};
