import type { AudioTrack, Rendition } from '../stream.js';

type AudioChoice = Pick<AudioTrack, 'language'> & Partial<AudioTrack>;

/** The language of a text track, and its name in the manifest when it is known. */
export interface TextChoice {
  readonly language: string;
  readonly name?: string;
}

/** Returns the track of the chosen language: the one with the same id, otherwise the same label, otherwise the first. */
export const matchAudioTrack = (tracks: readonly AudioTrack[], { id, language, label }: AudioChoice): AudioTrack | undefined =>
  tracks.find((track) => track.id === id && track.language === language) ??
  tracks.find((track) => track.language === language && track.label === label) ??
  tracks.find((track) => track.language === language);

/** Returns the track of the chosen language: the one with the same name, otherwise the first. Engines label tracks differently. */
export function matchTextTrack(
  tracks: readonly TextTrack[],
  { language, name }: TextChoice,
  nameOf = ({ label }: TextTrack): string => label
): TextTrack | undefined {
  const alike = tracks.filter((track) => track.language === language);
  return alike.find((track) => nameOf(track) === name) ?? alike[0];
}

/** Returns the rendition of the chosen height: the one with the same id, otherwise the same bitrate, otherwise the first. */
export const matchRendition = (renditions: readonly Rendition[], { id, height, bitrate }: Rendition): Rendition | undefined =>
  renditions.find((candidate) => candidate.id === id && candidate.height === height) ??
  renditions.find((candidate) => candidate.height === height && candidate.bitrate === bitrate) ??
  renditions.find((candidate) => candidate.height === height);
