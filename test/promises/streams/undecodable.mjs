import { readFileSync } from 'node:fs';

const readDemoMedia = (name) => readFileSync(new URL(`../../../demo/media/${name}`, import.meta.url));

/** Relabels H.264 video as HEVC, which Chromium does not decode without hardware support. */
function asHevc(bytes) {
  const text = bytes.toString('latin1').replaceAll('avc1', 'hvc1').replaceAll('avcC', 'hvcC');
  return Buffer.from(text, 'latin1');
}

/** A transport stream packet (ISO/IEC 13818-1, 2.4.3) with the beginning of a section or of a PES packet. */
function packet(pid, payload) {
  const bytes = Buffer.alloc(188, 0xff);
  bytes.set([0x47, 0x40 | (pid >> 8), pid & 0xff, 0x10, ...payload]);
  return bytes;
}

/** A section with its pointer field (2.4.4). Its CRC is zero, because the parsers do not check it. */
const section = (table, id, content) => [0, table, 0xb0, content.length + 9, id >> 8, id & 0xff, 0xc1, 0, 0, ...content, 0, 0, 0, 0];

const pmtPid = 0x100;

/**
 * Returns a transport stream of one second whose program map lists `streams`, as `[stream_type, descriptors]`. Their content is empty,
 * because the player looks at the list only.
 */
function transportStream(streams) {
  const entries = streams.flatMap(([type, descriptors = []], index) => [type, 0xe1, index + 1, 0xf0, descriptors.length, ...descriptors]);
  const packets = [
    packet(0, section(0, 1, [0, 1, 0xe0 | (pmtPid >> 8), pmtPid & 0xff])),
    packet(pmtPid, section(2, 1, [0xe1, 1, 0xf0, 0, ...entries])),
    ...streams.flatMap((_, index) => Array.from({ length: 20 }, () => packet(0x101 + index, [0, 0, 1, 0xe0, 0, 0, 0x80, 0, 0])))
  ];
  return Buffer.concat(packets);
}

const mediaPlaylist = (segment, init = '') =>
  `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n${init}${Array.from({ length: 4 }, () => `#EXTINF:2,\n${segment}\n`).join('')}#EXT-X-ENDLIST\n`;

/** The lists in the program maps of transport streams without a codec that a browser decodes. */
const transportStreams = {
  mpeg2: [[0x02], [0x03]],
  'mpeg4-visual': [[0x10]],
  latm: [[0x11]],
  dts: [[0x06, [0x7b, 1, 0]]],
  scte35: [[0x86]],
  eac3: [[0x1b], [0x87]],
  nothing: []
};

const mpd = `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT8S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period><AdaptationSet contentType="video" mimeType="video/mp4"><SegmentTemplate timescale="1" duration="2" initialization="init.mp4" media="/media/cmaf/video-240/$Number$.m4s"/><Representation id="v" bandwidth="139708" width="426" height="240"/></AdaptationSet></Period></MPD>`;

/** Sources that a browser cannot decode, by their path below `/streams/undecodable/`. */
export const undecodable = {
  'film.mp4': () => asHevc(readDemoMedia('film.mp4')),
  'init.mp4': () => asHevc(readDemoMedia('cmaf/video-240/init.mp4')),
  'hevc.m3u8': () => mediaPlaylist('/media/cmaf/video-240/1.m4s', '#EXT-X-MAP:URI="init.mp4"\n'),
  'hevc.mpd': () => mpd,
  'hevc-declared.mpd': () => mpd.replace(' bandwidth=', ' codecs="hvc1.1.6.L93.B0" bandwidth='),
  ...Object.fromEntries(
    Object.entries(transportStreams).flatMap(([name, streams]) => [
      [`${name}.ts`, () => transportStream(streams)],
      [`${name}.m3u8`, () => mediaPlaylist(`${name}.ts`)]
    ])
  )
};
