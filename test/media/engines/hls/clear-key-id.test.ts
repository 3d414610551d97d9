import { describe, expect, it } from 'vitest';
import { withClearKeyIds } from '../../../../src/media/engines/hls/clear-key-id.js';

const id = '00112233445566778899aabbccddeeff';
const clearKeyTag = (uri: string, keyId = `,KEYID=0x${id}`, tag = 'KEY') =>
  `#EXT-X-${tag}:METHOD=SAMPLE-AES-CTR,KEYFORMAT="org.w3.clearkey",KEYFORMATVERSIONS="1"${keyId},URI="${uri}"`;
const playlistWith = (tag: string) => `#EXTM3U\n${tag}\n#EXTINF:2,\n1.m4s\n`;

/** Returns the bytes of the `data:` URI in hexadecimal, as hls.js reads them. */
const bytesOfUri = (playlist: string) => Buffer.from(/;base64,([^"]*)"/.exec(playlist)?.[1] ?? '', 'base64').toString('hex');

describe('withClearKeyIds()', () => {
  for (const tag of ['KEY', 'SESSION-KEY'])
    it(`puts the key id of EXT-X-${tag} into its data: URI`, () => {
      expect(bytesOfUri(withClearKeyIds(playlistWith(clearKeyTag('data:text/plain;base64,AAAA', undefined, tag))))).toBe(id);
    });

  it('encodes each byte as hls.js decodes it, those of "+" and "/" included', () => {
    const keyId = 'fbefbefffffffbefbefffffffbefbeff';
    expect(bytesOfUri(withClearKeyIds(playlistWith(clearKeyTag('data:,', `,KEYID=0x${keyId}`))))).toBe(keyId);
  });

  for (const [what, tag] of [
    ['with a URI of another scheme', clearKeyTag('skd://key')],
    ['without a key id', clearKeyTag('data:text/plain;base64,AAAA', '')],
    ['with a key id of another length', clearKeyTag('data:text/plain;base64,AAAA', `,KEYID=0x${id}00`)],
    ['of another key system', clearKeyTag('data:text/plain;base64,AAAA').replace('org.w3.clearkey', 'com.widevine.alpha')]
  ] as const)
    it(`keeps a key ${what}`, () => {
      expect(withClearKeyIds(playlistWith(tag))).toBe(playlistWith(tag));
    });
});
