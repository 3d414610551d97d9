import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import type { ParsedMpd } from '../../../../../src/media/engines/dash/mpd/parsed-mpd.js';
import { rejectWrongTypes } from '../../../../../src/media/engines/dash/mpd/value-types.js';
import { assignAdaptationSetIds } from '../../../../../src/media/engines/dash/mpd/adaptation-set-ids.js';

type Listener = (event: { manifest: object }) => void;

/** Passes a parsed manifest to both edits, as dash.js does; returns the code of the error, or undefined when there is none. */
async function codeFor(manifest: object): Promise<string | undefined> {
  const listeners: Listener[] = [];
  let code: string | undefined;
  const player = { on: (_: string, listener: Listener) => listeners.push(listener) } as unknown as MediaPlayerClass;
  rejectWrongTypes(player, (error) => (code = error.code));
  assignAdaptationSetIds(player);
  for (const listener of listeners) listener({ manifest });
  // The error is reported in a separate task.
  await new Promise((resolve) => setTimeout(resolve));
  return code;
}

const withSet = (set: object): ParsedMpd => ({ Period: [{ AdaptationSet: [{ contentType: 'audio', Representation: [{}], ...set }] }] });

describe('rejectWrongTypes()', () => {
  it.each<[string, object]>([
    ['Period', { Period: 'x' }],
    ['AdaptationSet', { Period: [{ AdaptationSet: 5 }] }],
    ...['Representation', 'Role', 'Label', 'AudioChannelConfiguration', 'SupplementalProperty', 'ContentProtection'].map(
      (name): [string, object] => [name, withSet({ [name]: name === 'Role' ? 5 : 'x' })]
    ),
    ['ContentProtection of a Representation', withSet({ Representation: [{ ContentProtection: 'x' }] })]
  ])('fails, and throws nothing, when an attribute has the name of the child element %s', async (_, manifest) => {
    expect(await codeFor(manifest)).toBe('manifest/malformed');
  });

  it('accepts child elements', async () => {
    expect(await codeFor(withSet({ Role: [{ value: 'main' }], Label: ['English'], ContentProtection: [{}] }))).toBe(undefined);
  });

  it.each([5, new Date(0)])('converts the language %s to text, because dash.js parses it as a number or a date', async (lang) => {
    const manifest = withSet({ lang });
    expect(await codeFor(manifest)).toBe(undefined);
    expect(manifest.Period![0]!.AdaptationSet![0]!.lang).toBe(String(lang));
  });
});
