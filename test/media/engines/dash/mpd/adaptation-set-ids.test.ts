import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { assignAdaptationSetIds } from '../../../../../src/media/engines/dash/mpd/adaptation-set-ids.js';
import type { AdaptationSet, ParsedMpd } from '../../../../../src/media/engines/dash/mpd/parsed-mpd.js';

/** Assigns the ids of several manifests in the order in which one player loads them; returns the ids of the sets by period. */
function idsAfterEdit(...manifests: ParsedMpd[]): (string | number | null | undefined)[][] {
  let listener: (event: { manifest: ParsedMpd }) => void = () => {};
  assignAdaptationSetIds({
    on: (_: string, onManifestLoaded: typeof listener) => (listener = onManifestLoaded)
  } as unknown as MediaPlayerClass);
  for (const manifest of manifests) listener({ manifest });
  return manifests.flatMap(({ Period: periods = [] }) => periods.map(({ AdaptationSet: sets = [] }) => sets.map(({ id }) => id)));
}

const set = (contentType: string, lang: string, options: Partial<AdaptationSet> = {}): AdaptationSet => ({ contentType, lang, ...options });
const role = (value: string) => ({ Role: [{ value }] });
const mpd = (...periods: AdaptationSet[][]): ParsedMpd => ({ Period: periods.map((sets) => ({ AdaptationSet: sets })) });

describe('assignAdaptationSetIds()', () => {
  it('keeps the ids of a manifest with one period, and assigns ids to the sets without one', () => {
    const sets = [set('video', '', { id: 1 }), set('audio', 'en', { id: '2' }), set('text', 'nl'), set('text', 'en')];
    expect(idsAfterEdit(mpd(sets))).toEqual([[1, '2', 'set-2', 'set-3']]);
  });

  it('gives a track the same id in all periods and all updates of the manifest', () => {
    const first = () => [set('audio', 'en', { id: '2' }), set('audio', 'nl', { id: '3' }), set('text', 'nl', { id: '4' })];
    const second = () => [set('text', 'nl', { id: '2' }), set('audio', 'nl', { id: '12' }), set('audio', 'en', { id: '3' })];
    expect(idsAfterEdit(mpd(first(), second()), mpd(second()))).toEqual([
      ['2', '3', '4'],
      ['4', '3', '2'],
      ['4', '3', '2']
    ]);
  });

  it('gives two different tracks different ids, even when the manifest gives them the same id', () => {
    const [first, second] = idsAfterEdit(mpd([set('audio', 'nl', { id: '3' })], [set('audio', 'de', { id: '3' })]));
    expect(first).toEqual(['3']);
    expect(second).not.toEqual(['3']);
  });

  it('distinguishes the tracks of one language by their roles, channels and labels', () => {
    const commentary = (id: string) => set('audio', 'en', { id, ...role('commentary') });
    const main = (id: string) => set('audio', 'en', { id, ...role('main') });
    const channels = (id: string, value: number) => set('audio', 'nl', { id, AudioChannelConfiguration: [{ value }] });
    const label = (id: string, text: string) => set('text', 'en', { id, Label: [{ __text: text }] });
    const ids = idsAfterEdit(
      mpd(
        [main('1'), commentary('2'), channels('3', 2), channels('4', 6), label('5', 'Easy'), label('6', 'Full')],
        [label('7', 'Full'), label('8', 'Easy'), channels('9', 6), channels('10', 2), commentary('11'), main('12')]
      )
    );
    expect(ids[1]).toEqual([...ids[0]!].reverse());
  });

  it('keeps the ids of a period with a Preselection, which refers to ids', () => {
    const manifest: ParsedMpd = {
      Period: [
        { AdaptationSet: [set('audio', 'nl', { id: '3' })] },
        { AdaptationSet: [set('audio', 'nl', { id: '9' })], Preselection: [{}] }
      ]
    };
    expect(idsAfterEdit(manifest)).toEqual([['3'], ['9']]);
  });
});
