import { dashAnswer, hlsAnswer, type HostileCase } from '../case.js';
import { createLiveMpd, createMpd } from '../manifests/dash.js';
import { multivariantPlaylist, mediaPlaylist } from '../manifests/hls.js';
import { patchDocument, makePatchable } from '../manifests/patch.js';

const liveUrl = '/case/live.mpd';
const mpdUrl = '/case/manifest.mpd';
const playlistUrl = '/case/master.m3u8';

/**
 * Returns a case with an MPD patch from our own host. The path in the patch leaves the presentation by a property that every object
 * inherits.
 */
const patchCase = (name: string, operations: string): HostileCase => ({
  name: `a patch from our own host that climbs ${name}`,
  catalogueRow: 'dash-patch',
  src: liveUrl,
  files: {
    [liveUrl]: dashAnswer(makePatchable(createLiveMpd(), '/case/patch.mpp')),
    '/case/patch.mpp': { body: patchDocument(operations), type: 'application/dash-patch+xml' }
  },
  // Five seconds, so that several updates of the manifest are read, one a second.
  playsToSeconds: 5,
  atNormalSpeed: true,
  constructs: []
});

/** Names of properties that every object inherits, so that they seem to exist already when they are used as keys. */
export const inheritedNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__'
] as const;

/** Returns an MPD in which every identifier, label, scheme and group has one name, which is also used as an attribute and as an element. */
const mpdNamed = (name: string) =>
  createMpd({
    head: `<ProgramInformation ${name}="1"><Title>${name}</Title></ProgramInformation><${name}>${name}</${name}>
      <BaseURL serviceLocation="${name}">/media/cmaf/</BaseURL><ServiceDescription id="${name}"><Scope schemeIdUri="${name}"/></ServiceDescription>
      <UTCTiming schemeIdUri="${name}" value="${name}"/><EssentialProperty schemeIdUri="urn:mpeg:dash:urlparam:2014" value="${name}"/>`,
    periodAttributes: `${name}="polluted" assetIdentifier="${name}"`,
    period: `<AssetIdentifier schemeIdUri="${name}" value="${name}"/>
      <EventStream schemeIdUri="${name}" value="${name}" timescale="1" id="${name}"><Event presentationTime="0" duration="1" id="${name}" messageData="${name}">${name}</Event></EventStream>
      <SupplementalProperty schemeIdUri="${name}" value="${name}" id="${name}"/>`,
    setAttributes: `group="${name}" lang="${name}" ${name}="polluted"`,
    set: `<Label id="${name}" lang="${name}">${name}</Label><GroupLabel>${name}</GroupLabel><Role schemeIdUri="${name}" value="${name}" id="${name}"/>
      <Accessibility schemeIdUri="${name}" value="${name}"/><SupplementalProperty schemeIdUri="${name}" value="${name}"/>
      <InbandEventStream schemeIdUri="${name}" value="${name}"/><ProducerReferenceTime id="${name}" type="${name}" presentationTime="0" wallClockTime="2026-01-01T00:00:00Z"/>`,
    tail: `<Metrics metrics="${name}"><Reporting schemeIdUri="${name}" value="${name}"/></Metrics>`
  });

const multivariantTags = (name: string) =>
  [
    `#EXT-X-SESSION-DATA:DATA-ID="${name}",VALUE="${name}",LANGUAGE="${name}",${name}="polluted"`,
    `#EXT-X-DEFINE:NAME="${name}",VALUE="polluted"`,
    `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="${name}",NAME="${name}",LANGUAGE="${name}",ASSOC-LANGUAGE="${name}",STABLE-RENDITION-ID="${name}",CHARACTERISTICS="${name}",${name}="polluted",URI="/media/cmaf/text-en.m3u8"`,
    `#EXT-X-${name}:${name}="polluted"`
  ].join('\n');

const mediaTags = (name: string) =>
  [
    `#EXT-X-DATERANGE:ID="${name}",CLASS="${name}",START-DATE="2026-01-01T00:00:00.000Z",DURATION=1,${name}="polluted",X-${name}="polluted",SCTE35-CMD="${name}"`,
    `#EXT-X-DATERANGE:ID="${name}",${name}=1`,
    `#EXT-X-DEFINE:NAME="${name}",VALUE="polluted"`,
    `#EXT-X-${name}:${name}=polluted`
  ].join('\n');

export const prototypes: readonly HostileCase[] = [
  patchCase(
    'by __proto__',
    '<replace sel="/MPD/__proto__/@polluted">by the manifest</replace><add sel="/MPD/__proto__" type="@added">by the manifest</add>'
  ),
  patchCase(
    'by constructor/prototype',
    '<replace sel="/MPD/constructor/prototype/@polluted">by the manifest</replace><add sel="/MPD/constructor/prototype" type="@added">by the manifest</add>'
  ),
  patchCase('from a period', '<replace sel="/MPD/Period[1]/__proto__/@polluted">by the manifest</replace>'),
  patchCase('to a function', '<replace sel="/MPD/constructor/@polluted">by the manifest</replace>'),
  patchCase('to add an element', '<add sel="/MPD/__proto__"><polluted by="the manifest"/></add>'),
  patchCase('to add below an attribute of that name', '<add sel="/MPD" type="@__proto__">polluted</add>'),
  ...inheritedNames.map((name): HostileCase => ({
    name: `an MPD in which everything is named ${name}`,
    catalogueRow: 'dash-not-fetched',
    src: mpdUrl,
    files: { [mpdUrl]: dashAnswer(mpdNamed(name)) },
    // The player's own XML check rejects an element name that begins with an underscore as malformed.
    playsToSeconds: name.startsWith('_') ? undefined : 1.5,
    constructs: []
  })),
  ...inheritedNames.map((name): HostileCase => ({
    name: `a playlist in which everything is named ${name}`,
    catalogueRow: 'hls-not-fetched',
    src: playlistUrl,
    files: {
      [playlistUrl]: hlsAnswer(
        multivariantPlaylist(
          multivariantTags(name),
          'media.m3u8',
          `,SUBTITLES="${name}",${name}="polluted",STABLE-VARIANT-ID="${name}",PATHWAY-ID="${name}"`
        )
      ),
      '/case/media.m3u8': hlsAnswer(mediaPlaylist({ beforeSecondSegment: mediaTags(name) }))
    },
    playsToSeconds: 2.5,
    constructs: []
  }))
];
