import { expect } from 'chai';
import { en } from '../../../src/i18n/locales/en.js';
import { nameTracks } from '../../../src/ui/settings/track-names.js';

const track = (label: string, language = 'en', kind = '', channels?: number) => ({
  label,
  language,
  kind,
  ...(channels !== undefined && { channels })
});

/** What tells tracks apart, the tracks, and their names. */
const rows = [
  ['their languages', [track(''), track('', 'nl')], ['English', 'Dutch']],
  ['their labels', [track('Original', 'en', 'main'), track('Dubbed', 'en', 'commentary')], ['Original', 'Dubbed']],
  [
    'the kind of one of two tracks in a language',
    [track('', 'en', 'main'), track('', 'en', 'commentary')],
    ['English', 'English (commentary)']
  ],
  [
    'their kinds when their labels are equal',
    [track('English'), track('English', 'en', 'descriptions')],
    ['English', 'English (audio description)']
  ],
  ['a mark for captions when their labels are equal', [track('English', 'en', 'captions'), track('English')], ['English (CC)', 'English']],
  ['their channels', [track('', 'en', 'main', 2), track('', 'en', 'main', 6)], ['English (2.0)', 'English (5.1)']],
  ['the channels of the only track that states them', [track('English'), track('English', 'en', '', 8)], ['English', 'English (7.1)']],
  ['a number when their channels are equal', [track('English', 'en', 'main', 2), track('English', 'en', '', 2)], ['English', 'English 2']],
  ['a number when they have neither label nor language', [track('', ''), track('', '')], ['Audio 1', 'Audio 2']],
  ['a number for each further track with the same label', [track('A'), track('A'), track('B'), track('A')], ['A', 'A 2', 'B', 'A 3']]
] as const;

describe('names of tracks', () => {
  for (const [difference, tracks, names] of rows)
    it(`tell tracks apart by ${difference}`, () => {
      expect(nameTracks(tracks, en, en.audioTrack)).to.deep.equal(names);
    });
});
