import { dashAnswer, type HostileCase } from '../case.js';
import { createMpd, segmentTemplate } from '../manifests/dash.js';

const mpdUrl = '/case/manifest.mpd';
const thirdParty = 'https://cdn.evil.test';

/** Returns a case with an MPD that names a host that is not allowed. */
const mpdCase = (name: string, parts: Parameters<typeof createMpd>[0], overrides: Partial<HostileCase> = {}): HostileCase => ({
  name,
  catalogueRow: 'dash-baseurl',
  src: mpdUrl,
  files: { [mpdUrl]: dashAnswer(createMpd(parts)) },
  blocked: ['segment'],
  constructs: ['dash-base-url'],
  ...overrides
});

const segmentUrls = Array.from(
  { length: 32 },
  (_, index) => `<SegmentURL media="${thirdParty}/media/cmaf/video-240/${index + 1}.m4s"/>`
).join('');
const fileUrl = '/media/film.mp4';

export const dashHosts: readonly HostileCase[] = [
  mpdCase('BaseURL of the presentation', { head: `<BaseURL>${thirdParty}/media/cmaf/</BaseURL>`, segments: segmentTemplate('') }),
  mpdCase('BaseURL of the period', { period: `<BaseURL>${thirdParty}/media/cmaf/</BaseURL>`, segments: segmentTemplate('') }),
  mpdCase('BaseURL of the representation', {
    representation: `<BaseURL>${thirdParty}/media/cmaf/</BaseURL>`,
    segments: segmentTemplate('')
  }),
  mpdCase('BaseURL that starts with two slashes', {
    head: '<BaseURL>//cdn.evil.test/media/cmaf/</BaseURL>',
    segments: segmentTemplate('')
  }),
  // dash.js does not decode the references, so it requests a path on our own host; another player would request the other host.
  mpdCase(
    'BaseURL written with character references and CDATA',
    {
      head: '<BaseURL>&#104;ttps://<![CDATA[cdn.evil.test]]>/media/cmaf/</BaseURL>',
      segments: segmentTemplate('')
    },
    { playsToSeconds: 1.5, blocked: undefined }
  ),
  mpdCase(
    'a second BaseURL, the first is ours',
    {
      head: `<BaseURL serviceLocation="a">/media/cmaf/</BaseURL><BaseURL serviceLocation="b">${thirdParty}/media/cmaf/</BaseURL>`,
      segments: segmentTemplate('')
    },
    { playsToSeconds: 3, blocked: undefined }
  ),
  mpdCase(
    'a second BaseURL that is used because ours has no files',
    {
      head: `<BaseURL serviceLocation="a">/nothing/</BaseURL><BaseURL serviceLocation="b">${thirdParty}/media/cmaf/</BaseURL>`,
      segments: segmentTemplate('')
    },
    { blocked: undefined }
  ),
  mpdCase(
    'SegmentTemplate media',
    { segments: segmentTemplate('', `${thirdParty}/media/cmaf/video-240/$Number$.m4s`, '/media/cmaf/video-240/init.mp4') },
    { constructs: ['dash-segment-template'] }
  ),
  mpdCase(
    'SegmentTemplate initialization',
    { segments: segmentTemplate('', '/media/cmaf/video-240/$Number$.m4s', `${thirdParty}/media/cmaf/video-240/init.mp4`) },
    { constructs: ['dash-segment-template'] }
  ),
  mpdCase(
    'SegmentTemplate whose host comes from an identifier',
    {
      segments: segmentTemplate(
        '',
        'https://$RepresentationID$.evil.test/media/cmaf/video-240/$Number$.m4s',
        '/media/cmaf/video-240/init.mp4'
      )
    },
    { constructs: ['dash-segment-template'] }
  ),
  mpdCase(
    'SegmentTemplate whose scheme comes from an identifier',
    {
      id: 'https',
      segments: segmentTemplate('', '$RepresentationID$://evil.test/media/cmaf/video-240/$Number$.m4s', '/media/cmaf/video-240/init.mp4')
    },
    { constructs: ['dash-segment-template'] }
  ),
  mpdCase(
    'SegmentURL in a SegmentList',
    {
      segments: `<SegmentList timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${segmentUrls}</SegmentList>`
    },
    { constructs: ['dash-segment-url'] }
  ),
  mpdCase(
    'Initialization in a SegmentList',
    {
      segments: `<SegmentList timescale="1" duration="2"><Initialization sourceURL="${thirdParty}/media/cmaf/video-240/init.mp4"/>${segmentUrls.replaceAll(thirdParty, '')}</SegmentList>`
    },
    { constructs: ['dash-segment-url'] }
  ),
  mpdCase(
    'SegmentBase of a file',
    {
      segments: '',
      representation: `<BaseURL>${thirdParty}${fileUrl}</BaseURL><SegmentBase indexRange="0-1000"><Initialization range="0-1000"/></SegmentBase>`
    },
    { waitsForBlocked: true }
  ),
  mpdCase(
    'external captions, enabled by the viewer',
    {
      sets: `<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><Representation id="t" bandwidth="256"><BaseURL>https://text.evil.test/media/captions/en.vtt</BaseURL></Representation></AdaptationSet>`
    },
    { playsToSeconds: 1, blocked: ['text'], viewerAction: 'show captions' }
  ),
  mpdCase(
    'preview pictures',
    {
      sets: `<AdaptationSet id="9" contentType="image" mimeType="image/jpeg"><SegmentTemplate media="https://tile.evil.test/$Number$.jpg" duration="10" startNumber="1"/><Representation id="tiles" bandwidth="1000" width="160" height="90"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="1x1"/></Representation></AdaptationSet>`
    },
    { playsToSeconds: 1.5, blocked: undefined, constructs: ['dash-segment-template'] }
  ),
  mpdCase(
    'xlink on a period',
    {
      tail: '<Period xlink:href="https://xlink.evil.test/p.xml" xlink:actuate="onLoad" id="x"/>'
    },
    { catalogueRow: 'dash-xlink', playsToSeconds: 1.5, blocked: ['manifest'], constructs: ['dash-xlink'] }
  ),
  mpdCase(
    'xlink on an adaptation set',
    {
      sets: '<AdaptationSet xlink:href="https://xlink.evil.test/a.xml" xlink:actuate="onLoad"/>'
    },
    { catalogueRow: 'dash-xlink', playsToSeconds: 1.5, blocked: ['manifest'], constructs: ['dash-xlink'] }
  ),
  mpdCase(
    'xlink on an event stream',
    {
      period: '<EventStream schemeIdUri="urn:example:e" xlink:href="https://xlink.evil.test/e.xml" xlink:actuate="onLoad"/>'
    },
    { catalogueRow: 'dash-xlink', playsToSeconds: 1.5, blocked: ['manifest'], constructs: ['dash-xlink'] }
  ),
  mpdCase(
    'xlink on a segment list',
    {
      segments: `<SegmentList xlink:href="https://xlink.evil.test/s.xml" xlink:actuate="onLoad" timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${segmentUrls.replaceAll(thirdParty, '')}</SegmentList>`
    },
    { catalogueRow: 'dash-xlink', blocked: undefined, playsToSeconds: 1.5, constructs: ['dash-xlink'] }
  )
];
