import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/policy/inspect/inspect.js';
import { manifestKind, xmlRoot } from '../../src/policy/manifest-kind.js';

describe('manifestKind()', () => {
  it.each([
    ['#EXTM3U', 'hls'],
    ['#EXTM3U\r\n#EXT-X-VERSION:3', 'hls'],
    ['\uFEFF \n#EXTM3U\n', 'hls'],
    ['#EXTM3U x-tvg-url="a"\n', 'hls'],
    ['#EXTM3UX\n', 'unknown'],
    ['#EXTM3U8\n#EXTM3U\n', 'unknown'],
    ['# a comment\n#EXTM3U\n', 'unknown'],
    ['<MPD/>', 'dash'],
    ['<MPD>', 'dash'],
    ['\uFEFF\n<?xml version="1.0"?>\n<!-- a > b --><?x y?><!DOCTYPE MPD><dash:MPD type="a>b">', 'dash'],
    ['<!DOCTYPE MPD [ <!ENTITY a "<MPD>"> ]><MPD>', 'dash'],
    ['<MPD a', 'dash'],
    ['<Patch><!-- <MPD > --></Patch>', 'xml'],
    ['<!-- <MPD > --><Patch/>', 'xml'],
    ['<?MPD <MPD >?><Patch>', 'xml'],
    ['<!DOCTYPE a [ <!ELEMENT MPD (a)> ]><Patch>', 'xml'],
    ['<Patch a="<MPD >">', 'xml'],
    ['<MPD:Patch/>', 'xml'],
    ['<MPDX/>', 'xml'],
    ['<Patch><MPD/></Patch>', 'xml'],
    ['text <MPD/>', 'unknown'],
    ['<!-- <MPD/>', 'unknown'],
    ['<? <MPD/>', 'unknown'],
    ['<!DOCTYPE a [ <MPD/>', 'unknown'],
    ['</MPD>', 'unknown'],
    ['< MPD>', 'unknown'],
    ['', 'unknown'],
    [' '.repeat(70_000) + '<MPD/>', 'unknown']
  ])('classifies %j as %s', (text, kind) => expect(manifestKind(text)).toBe(kind));
});

describe('xmlRoot()', () => {
  it('returns the name and the unchanged start tag of the root element', () => {
    expect(xmlRoot('<?xml version="1.0"?><a:MPD x=">" y=\'"\'>text')).toEqual({ name: 'MPD', tag: '<a:MPD x=">" y=\'"\'>' });
    expect(xmlRoot('<MPD x="')).toEqual({ name: 'MPD', tag: '<MPD x="' });
  });
});

describe('inspect()', () => {
  it('returns the type dash for an MPD and an MPD patch, and unknown for other texts', () => {
    const location = '<Location>https://a.test/</Location>';
    const typeOf = (text: string) => inspect(text, 'https://page.test/').type;
    expect(
      [`<MPD>${location}</MPD>`, `<Patch>${location}</Patch>`, `<html><MPD >${location}</MPD></html>`, '#EXTM3UX\n'].map(typeOf)
    ).toEqual(['dash', 'dash', 'unknown', 'unknown']);
  });
});
