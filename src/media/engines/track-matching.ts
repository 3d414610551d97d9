import { canonicalLanguage } from '../../lib/language.js';
import type { AudioTrack, Rendition } from '../stream.js';
import { dataSaverRendition } from './data-saver-rendition.js';

type AudioChoice = Pick<AudioTrack, 'language'> & Partial<AudioTrack>;

/** The text track that the viewer chose: its language, its kind, and its name in the manifest when it is known. */
export interface TextChoice {
  readonly language: string;
  readonly name?: string;
  readonly kind?: string;
}

/** What the viewer has chosen, for every source of a player; undefined leaves it to the engine. */
export interface TrackChoices {
  rendition?: Rendition | undefined;
  audio?: AudioTrack | undefined;
  /** Null when captions are off. */
  caption?: TextChoice | null | undefined;
  /** Whether to play the rendition that needs the least data; it takes precedence over `rendition`. */
  dataSaver?: boolean | undefined;
}

/** Returns 2 for the same language, 1 when one of them is more general (`en` and `en-GB`), otherwise 0. */
function compareLanguages(one: string, other: string): number {
  const [a, b] = [canonicalLanguage(one), canonicalLanguage(other)];
  return a === b ? 2 : a && b && (a.startsWith(`${b}-`) || b.startsWith(`${a}-`)) ? 1 : 0;
}

/**
 * Returns the first candidate with the highest rank, or undefined when no language fits. An earlier difference outweighs all later ones.
 */
function bestMatch<Candidate>(
  candidates: readonly Candidate[],
  rank: (candidate: Candidate) => readonly [number, ...boolean[]]
): Candidate | undefined {
  let bestCandidate: Candidate | undefined;
  let bestScore = 0;
  for (const candidate of candidates) {
    const [language, ...matches] = rank(candidate);
    const score = language && matches.reduce((sum, isSame) => sum * 2 + Number(isSame), language);
    if (score > bestScore) [bestCandidate, bestScore] = [candidate, score];
  }
  return bestCandidate;
}

/** Returns the purpose of audio that is not for every viewer, `descriptions` or `commentary`; empty for other audio. */
const purposeOf = (kind = ''): string => (['descriptions', 'commentary'].includes(kind) ? kind : '');

/**
 * Returns the track of the chosen language that is most like the chosen track: first in its purpose, then in its id, its label, its number
 * of channels and its kind. Undefined when no track has the language.
 */
export const matchAudioTrack = <Track extends AudioTrack>(tracks: readonly Track[], choice: AudioChoice): Track | undefined =>
  bestMatch(tracks, ({ language, kind, id, label, channels }) => [
    compareLanguages(language, choice.language),
    purposeOf(kind) === purposeOf(choice.kind),
    id === choice.id,
    label === choice.label,
    channels === choice.channels,
    kind === choice.kind
  ]);

/** Returns the track of the chosen language: the one with the same name, otherwise the same kind. Engines label tracks differently. */
export const matchTextTrack = <Track extends Pick<TextTrack, 'language' | 'label' | 'kind'>>(
  tracks: readonly Track[],
  choice: TextChoice,
  nameOf = ({ label }: Track): string => label
): Track | undefined =>
  bestMatch(tracks, (track) => [
    compareLanguages(track.language, choice.language),
    nameOf(track) === choice.name,
    track.kind === choice.kind
  ]);

/** Returns the rendition of the chosen height: the one with the same id, otherwise the same bitrate, otherwise the first. */
export const matchRendition = (renditions: readonly Rendition[], { id, height, bitrate }: Rendition): Rendition | undefined =>
  renditions.find((candidate) => candidate.id === id && candidate.height === height) ??
  renditions.find((candidate) => candidate.height === height && candidate.bitrate === bitrate) ??
  renditions.find((candidate) => candidate.height === height);

/** Returns the rendition that the viewer's choices name among those of a source; undefined when they leave it to the engine. */
export const chosenRendition = (renditions: readonly Rendition[], { rendition, dataSaver }: TrackChoices): Rendition | undefined =>
  dataSaver ? dataSaverRendition(renditions) : rendition && matchRendition(renditions, rendition);
