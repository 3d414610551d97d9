import { formatNumber, languageName } from '../../i18n/format.js';
import type { Messages } from '../../i18n/locales/en.js';
import type { AudioTrack } from '../../media/index.js';

type Track = Pick<AudioTrack, 'label' | 'language' | 'kind' | 'channels'>;

/** Formats a number of channels, which is the same in all languages: `2.0`, `5.1`, `7.1`. */
const formatChannels = (channels: number): string => (channels > 5 ? `${channels - 1}.1` : `${channels}.0`);

/**
 * Names tracks so that a viewer can tell them apart: by label, otherwise by language. The kind is added to a language and to a label that
 * several tracks have; tracks that then have the same name get their channels where these differ, otherwise a number. `nameByNumber`
 * returns the name of a track that has neither a label nor a language.
 */
export function nameTracks(tracks: readonly Track[], t: Messages, nameByNumber: (number: string) => string): string[] {
  const kinds: Readonly<Record<string, (name: string) => string>> = {
    captions: t.closedCaptions,
    commentary: t.commentary,
    descriptions: t.described
  };
  const number = (index: number) => formatNumber(index + 1, t.lang);
  return tracks
    .map(({ label, language }, index) => label || languageName(language, t.lang) || nameByNumber(number(index)))
    .map((name, index, names) => {
      const { label, kind } = tracks[index]!;
      return label && names.indexOf(name) === names.lastIndexOf(name) ? name : (kinds[kind]?.(name) ?? name);
    })
    .map((name, index, names) => {
      const { channels } = tracks[index]!;
      const haveDifferentChannels = tracks.some((other, otherIndex) => names[otherIndex] === name && other.channels !== channels);
      return channels && haveDifferentChannels ? `${name} (${formatChannels(channels)})` : name;
    })
    .map((name, index, names) => {
      const earlierCount = names.slice(0, index).filter((other) => other === name).length;
      return earlierCount ? `${name} ${number(earlierCount)}` : name;
    });
}
