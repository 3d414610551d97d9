import { dash, type HostileCase } from '../case.js';
import { mpd, template } from '../manifests/dash.js';

const src = '/case/manifest.mpd';
const evil = 'https://cdn.evil.test';

/** An MPD whose segment URLs lead to a host that is not allowed. */
const away = (name: string, parts: Parameters<typeof mpd>[0], more: Partial<HostileCase> = {}): HostileCase => ({
  name,
  row: 'dash-baseurl',
  src,
  files: { [src]: dash(mpd(parts)) },
  blocked: ['segment'],
  finds: ['dash-base-url'],
  ...more
});

const tracks = Array.from({ length: 32 }, (_, at) => `<SegmentURL media="${evil}/media/cmaf/video-240/${at + 1}.m4s"/>`).join('');
const whole = '/media/film.mp4';

export const dashHosts: readonly HostileCase[] = [
  away('BaseURL of the presentation', { head: `<BaseURL>${evil}/media/cmaf/</BaseURL>`, segments: template('') }),
  away('BaseURL of the period', { period: `<BaseURL>${evil}/media/cmaf/</BaseURL>`, segments: template('') }),
  away('BaseURL of the representation', { representation: `<BaseURL>${evil}/media/cmaf/</BaseURL>`, segments: template('') }),
  away('BaseURL that starts with two slashes', { head: '<BaseURL>//cdn.evil.test/media/cmaf/</BaseURL>', segments: template('') }),
  // dash.js reads the references literally and requests its own host; another player would not.
  away(
    'BaseURL written with character references and CDATA',
    {
      head: '<BaseURL>&#104;ttps://<![CDATA[cdn.evil.test]]>/media/cmaf/</BaseURL>',
      segments: template('')
    },
    { playsTo: 1.5, blocked: undefined }
  ),
  away(
    'a second BaseURL, the first is ours',
    {
      head: `<BaseURL serviceLocation="a">/media/cmaf/</BaseURL><BaseURL serviceLocation="b">${evil}/media/cmaf/</BaseURL>`,
      segments: template('')
    },
    { playsTo: 3, blocked: undefined }
  ),
  away(
    'a second BaseURL that is used because ours has no files',
    {
      head: `<BaseURL serviceLocation="a">/nothing/</BaseURL><BaseURL serviceLocation="b">${evil}/media/cmaf/</BaseURL>`,
      segments: template('')
    },
    { blocked: undefined }
  ),
  away(
    'SegmentTemplate media',
    { segments: template('', `${evil}/media/cmaf/video-240/$Number$.m4s`, '/media/cmaf/video-240/init.mp4') },
    { finds: ['dash-segment-template'] }
  ),
  away(
    'SegmentTemplate initialization',
    { segments: template('', '/media/cmaf/video-240/$Number$.m4s', `${evil}/media/cmaf/video-240/init.mp4`) },
    { finds: ['dash-segment-template'] }
  ),
  away(
    'SegmentTemplate whose host comes from an identifier',
    {
      segments: template('', 'https://$RepresentationID$.evil.test/media/cmaf/video-240/$Number$.m4s', '/media/cmaf/video-240/init.mp4')
    },
    { finds: ['dash-segment-template'] }
  ),
  away(
    'SegmentURL in a SegmentList',
    {
      segments: `<SegmentList timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${tracks}</SegmentList>`
    },
    { finds: ['dash-segment-url'] }
  ),
  away(
    'Initialization in a SegmentList',
    {
      segments: `<SegmentList timescale="1" duration="2"><Initialization sourceURL="${evil}/media/cmaf/video-240/init.mp4"/>${tracks.replaceAll(evil, '')}</SegmentList>`
    },
    { finds: ['dash-segment-url'] }
  ),
  away(
    'SegmentBase of a file',
    {
      segments: '',
      representation: `<BaseURL>${evil}${whole}</BaseURL><SegmentBase indexRange="0-1000"><Initialization range="0-1000"/></SegmentBase>`
    },
    { waits: true }
  ),
  away(
    'external captions, enabled by the viewer',
    {
      sets: `<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><Representation id="t" bandwidth="256"><BaseURL>https://text.evil.test/media/captions/en.vtt</BaseURL></Representation></AdaptationSet>`
    },
    { playsTo: 1, blocked: ['text'], act: 'show captions' }
  ),
  away(
    'preview pictures',
    {
      sets: `<AdaptationSet id="9" contentType="image" mimeType="image/jpeg"><SegmentTemplate media="https://tile.evil.test/$Number$.jpg" duration="10" startNumber="1"/><Representation id="tiles" bandwidth="1000" width="160" height="90"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="1x1"/></Representation></AdaptationSet>`
    },
    { playsTo: 1.5, blocked: undefined, finds: ['dash-segment-template'] }
  ),
  away(
    'xlink on a period',
    {
      tail: '<Period xlink:href="https://xlink.evil.test/p.xml" xlink:actuate="onLoad" id="x"/>'
    },
    { row: 'dash-xlink', playsTo: 1.5, blocked: ['manifest'], finds: ['dash-xlink'] }
  ),
  away(
    'xlink on an adaptation set',
    {
      sets: '<AdaptationSet xlink:href="https://xlink.evil.test/a.xml" xlink:actuate="onLoad"/>'
    },
    { row: 'dash-xlink', playsTo: 1.5, blocked: ['manifest'], finds: ['dash-xlink'] }
  ),
  away(
    'xlink on an event stream',
    {
      period: '<EventStream schemeIdUri="urn:example:e" xlink:href="https://xlink.evil.test/e.xml" xlink:actuate="onLoad"/>'
    },
    { row: 'dash-xlink', playsTo: 1.5, blocked: ['manifest'], finds: ['dash-xlink'] }
  ),
  away(
    'xlink on a segment list',
    {
      segments: `<SegmentList xlink:href="https://xlink.evil.test/s.xml" xlink:actuate="onLoad" timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${tracks.replaceAll(evil, '')}</SegmentList>`
    },
    { row: 'dash-xlink', blocked: undefined, playsTo: 1.5, finds: ['dash-xlink'] }
  )
];
