import { dash, hls, type HostileCase } from '../case.js';
import { live, mpd } from '../manifests/dash.js';
import { master, media } from '../manifests/hls.js';
import { patch, patchable } from '../manifests/patch.js';

const channel = '/case/live.mpd';
const manifest = '/case/manifest.mpd';
const list = '/case/master.m3u8';

/** A patch from our own host whose path leaves the presentation by a property that every object inherits. */
const climbing = (name: string, operations: string): HostileCase => ({
  name: `a patch from our own host that climbs ${name}`,
  row: 'dash-patch',
  src: channel,
  files: {
    [channel]: dash(patchable(live(), '/case/patch.mpp')),
    '/case/patch.mpp': { body: patch(operations), type: 'application/dash-patch+xml' }
  },
  // Long enough for several of the updates, one a second.
  playsTo: 5,
  unhurried: true,
  finds: []
});

/** Properties that every object inherits: as keys of an ordinary object they seem to exist already. */
export const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'] as const;

/** An MPD in which every identifier, label, scheme and group has the same name, which is also used as an attribute and as an element. */
const named = (name: string) =>
  mpd({
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

const lines = (name: string) =>
  [
    `#EXT-X-SESSION-DATA:DATA-ID="${name}",VALUE="${name}",LANGUAGE="${name}",${name}="polluted"`,
    `#EXT-X-DEFINE:NAME="${name}",VALUE="polluted"`,
    `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="${name}",NAME="${name}",LANGUAGE="${name}",ASSOC-LANGUAGE="${name}",STABLE-RENDITION-ID="${name}",CHARACTERISTICS="${name}",${name}="polluted",URI="/media/cmaf/text-en.m3u8"`,
    `#EXT-X-${name}:${name}="polluted"`
  ].join('\n');

const ranges = (name: string) =>
  [
    `#EXT-X-DATERANGE:ID="${name}",CLASS="${name}",START-DATE="2026-01-01T00:00:00.000Z",DURATION=1,${name}="polluted",X-${name}="polluted",SCTE35-CMD="${name}"`,
    `#EXT-X-DATERANGE:ID="${name}",${name}=1`,
    `#EXT-X-DEFINE:NAME="${name}",VALUE="polluted"`,
    `#EXT-X-${name}:${name}=polluted`
  ].join('\n');

export const prototypes: readonly HostileCase[] = [
  climbing(
    'by __proto__',
    '<replace sel="/MPD/__proto__/@polluted">by the manifest</replace><add sel="/MPD/__proto__" type="@added">by the manifest</add>'
  ),
  climbing(
    'by constructor/prototype',
    '<replace sel="/MPD/constructor/prototype/@polluted">by the manifest</replace><add sel="/MPD/constructor/prototype" type="@added">by the manifest</add>'
  ),
  climbing('from a period', '<replace sel="/MPD/Period[1]/__proto__/@polluted">by the manifest</replace>'),
  climbing('to a function', '<replace sel="/MPD/constructor/@polluted">by the manifest</replace>'),
  climbing('to add an element', '<add sel="/MPD/__proto__"><polluted by="the manifest"/></add>'),
  climbing('to add below an attribute of that name', '<add sel="/MPD" type="@__proto__">polluted</add>'),
  ...inherited.map((name): HostileCase => ({
    name: `an MPD in which everything is named ${name}`,
    row: 'dash-not-fetched',
    src: manifest,
    files: { [manifest]: dash(named(name)) },
    // dash.js never sees a name that begins with an underscore: the parser rejects it as malformed.
    playsTo: name.startsWith('_') ? undefined : 1.5,
    finds: []
  })),
  ...inherited.map((name): HostileCase => ({
    name: `a playlist in which everything is named ${name}`,
    row: 'hls-not-fetched',
    src: list,
    files: {
      [list]: hls(
        master(lines(name), 'media.m3u8', `,SUBTITLES="${name}",${name}="polluted",STABLE-VARIANT-ID="${name}",PATHWAY-ID="${name}"`)
      ),
      '/case/media.m3u8': hls(media({ between: ranges(name) }))
    },
    playsTo: 2.5,
    finds: []
  }))
];
