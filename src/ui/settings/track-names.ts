import { formatNumber, languageName } from '../../i18n/format.js';
import type { Messages } from '../../i18n/locales/en.js';
import type { AudioTrack } from '../../media/index.js';

type Track = Pick<AudioTrack, 'label' | 'language' | 'kind' | 'channels'>;

/** Formats a number of channels, which is the same in all languages: `2.0`, `5.1`, `7.1`. */
const formatChannels = (channels: number): string => (channels > 5 ? `${channels - 1}.1` : `${channels}.0`);

/**
 * Names tracks so that a viewer can tell them apart: by label, otherwise by language. The kind is added to a language and to a label that
 * several tracks have; tracks that then have the same name get their channels where these differ, otherwise a number. `unnamed` names a
 * track that has neither, by its number.
 */
export function nameTracks(tracks: readonly Track[], t: Messages, unnamed: (number: string) => string): string[] {
  const kinds: Readonly<Record<string, (name: string) => string>> = {
    captions: t.closedCaptions,
    commentary: t.commentary,
    descriptions: t.described
  };
  const number = (at: number) => formatNumber(at + 1, t.lang);
  return tracks
    .map(({ label, language }, at) => label || languageName(language, t.lang) || unnamed(number(at)))
    .map((name, at, names) => {
      const { label, kind } = tracks[at]!;
      return label && names.indexOf(name) === names.lastIndexOf(name) ? name : (kinds[kind]?.(name) ?? name);
    })
    .map((name, at, names) => {
      const { channels } = tracks[at]!;
      const differ = tracks.some((other, index) => names[index] === name && other.channels !== channels);
      return channels && differ ? `${name} (${formatChannels(channels)})` : name;
    })
    .map((name, at, names) => {
      const before = names.slice(0, at).filter((other) => other === name).length;
      return before ? `${name} ${number(before)}` : name;
    });
}
