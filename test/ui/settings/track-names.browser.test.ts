import { expect } from 'chai';
import { en } from '../../../src/i18n/locales/en.js';
import { nameTracks } from '../../../src/ui/settings/track-names.js';

const track = (label: string, language = 'en', kind = '', channels?: number) => ({
  label,
  language,
  kind,
  ...(channels !== undefined && { channels })
});

const rows = [
  ['different languages', [track(''), track('', 'nl')], ['English', 'Dutch']],
  ['different labels', [track('Original', 'en', 'main'), track('Dubbed', 'en', 'commentary')], ['Original', 'Dubbed']],
  ['a language and its commentary', [track('', 'en', 'main'), track('', 'en', 'commentary')], ['English', 'English (commentary)']],
  ['a label of several kinds', [track('English'), track('English', 'en', 'descriptions')], ['English', 'English (audio description)']],
  ['a label of captions and subtitles', [track('English', 'en', 'captions'), track('English')], ['English (CC)', 'English']],
  ['different channels', [track('', 'en', 'main', 2), track('', 'en', 'main', 6)], ['English (2.0)', 'English (5.1)']],
  ['channels of one alone', [track('English'), track('English', 'en', '', 8)], ['English', 'English (7.1)']],
  ['the same channels', [track('English', 'en', 'main', 2), track('English', 'en', '', 2)], ['English', 'English 2']],
  ['nothing', [track('', ''), track('', '')], ['Audio 1', 'Audio 2']],
  ['a number for each of three', [track('A'), track('A'), track('B'), track('A')], ['A', 'A 2', 'B', 'A 3']]
] as const;

describe('names of tracks', () => {
  for (const [what, tracks, names] of rows)
    it(`tell them apart by ${what}`, () => {
      expect(nameTracks(tracks, en, en.audioTrack)).to.deep.equal(names);
    });
});
