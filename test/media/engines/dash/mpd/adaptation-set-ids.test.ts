import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { assignAdaptationSetIds } from '../../../../../src/media/engines/dash/mpd/adaptation-set-ids.js';
import type { AdaptationSet, ParsedMpd } from '../../../../../src/media/engines/dash/mpd/parsed-mpd.js';

/** Names the sets of several manifests in the order in which one player loads them, and returns their ids by period. */
function named(...manifests: ParsedMpd[]): (string | number | null | undefined)[][] {
  let listener: (event: { manifest: ParsedMpd }) => void = () => {};
  assignAdaptationSetIds({ on: (_: string, added: typeof listener) => (listener = added) } as unknown as MediaPlayerClass);
  for (const manifest of manifests) listener({ manifest });
  return manifests.flatMap(({ Period: periods = [] }) => periods.map(({ AdaptationSet: sets = [] }) => sets.map(({ id }) => id)));
}

const set = (contentType: string, lang: string, more: Partial<AdaptationSet> = {}): AdaptationSet => ({ contentType, lang, ...more });
const role = (value: string) => ({ Role: [{ value }] });
const mpd = (...periods: AdaptationSet[][]): ParsedMpd => ({ Period: periods.map((sets) => ({ AdaptationSet: sets })) });

describe('assignAdaptationSetIds()', () => {
  it('keeps the ids of a manifest with one period, and names sets without an id', () => {
    const sets = [set('video', '', { id: 1 }), set('audio', 'en', { id: '2' }), set('text', 'nl'), set('text', 'en')];
    expect(named(mpd(sets))).toEqual([[1, '2', 'set-2', 'set-3']]);
  });

  it('gives a track the same id in all periods and all updates of the manifest', () => {
    const first = () => [set('audio', 'en', { id: '2' }), set('audio', 'nl', { id: '3' }), set('text', 'nl', { id: '4' })];
    const second = () => [set('text', 'nl', { id: '2' }), set('audio', 'nl', { id: '12' }), set('audio', 'en', { id: '3' })];
    expect(named(mpd(first(), second()), mpd(second()))).toEqual([
      ['2', '3', '4'],
      ['4', '3', '2'],
      ['4', '3', '2']
    ]);
  });

  it('gives another track another id, also when the manifest uses the same one', () => {
    const [first, second] = named(mpd([set('audio', 'nl', { id: '3' })], [set('audio', 'de', { id: '3' })]));
    expect(first).toEqual(['3']);
    expect(second).not.toEqual(['3']);
  });

  it('tells tracks of one language apart by their roles, channels and labels', () => {
    const commentary = (id: string) => set('audio', 'en', { id, ...role('commentary') });
    const main = (id: string) => set('audio', 'en', { id, ...role('main') });
    const channels = (id: string, value: number) => set('audio', 'nl', { id, AudioChannelConfiguration: [{ value }] });
    const label = (id: string, text: string) => set('text', 'en', { id, Label: [{ __text: text }] });
    const ids = named(
      mpd(
        [main('1'), commentary('2'), channels('3', 2), channels('4', 6), label('5', 'Easy'), label('6', 'Full')],
        [label('7', 'Full'), label('8', 'Easy'), channels('9', 6), channels('10', 2), commentary('11'), main('12')]
      )
    );
    expect(ids[1]).toEqual([...ids[0]!].reverse());
  });

  it('leaves the ids of a period in which they are referred to', () => {
    const manifest: ParsedMpd = {
      Period: [
        { AdaptationSet: [set('audio', 'nl', { id: '3' })] },
        { AdaptationSet: [set('audio', 'nl', { id: '9' })], Preselection: [{}] }
      ]
    };
    expect(named(manifest)).toEqual([['3'], ['9']]);
  });
});
