import type { CastingContext } from './casting-context.js';
import type { CastMedia, Receiver } from '../receiver.js';
import { matchAudioTrack, matchTextTrack } from '../engines/track-matching.js';

const languageOfCaptions = ({ textTracks }: HTMLVideoElement): string | null | undefined => {
  const captions = [...textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  return captions.length > 0 ? (captions.find(({ mode }) => mode === 'showing')?.language ?? null) : undefined;
};

/** Returns the current media and its playback position, for the receiver to continue from there. */
export function currentMedia({ video, session, optIns }: CastingContext): CastMedia {
  const { source, stream } = session;
  const { title = '', captionFiles = [] } = optIns();
  const { audioTracks, audioTrack, live } = stream.current;
  return {
    url: source!.url,
    type: source!.type,
    mimeType: source!.mimeType,
    title,
    captionFiles,
    chapters: [...video.textTracks].filter(({ kind }) => kind === 'chapters'),
    live: Boolean(live),
    startTime: live ? 0 : video.currentTime,
    paused: video.paused && !session.playPending,
    captions: languageOfCaptions(video),
    audio: audioTracks.find(({ id }) => id === audioTrack)?.language
  };
}

/**
 * Continues locally at the receiver's position, with its captions and audio track; plays when `continuePlaying` is true and the receiver
 * played.
 */
export function resumeLocally({ video, session }: CastingContext, receiver: Receiver, continuePlaying: boolean): void {
  const { currentTime, paused, ended } = receiver.video;
  const live = Boolean(session.stream.current.live);
  if (!live && currentTime > 0) video.currentTime = currentTime;
  const language = languageOfCaptions(receiver.video);
  if (language !== undefined) showCaptions(video, language);
  const { audioTracks, audioTrack } = receiver.stream.current;
  const receiverLanguage = audioTracks.find(({ id }) => id === audioTrack)?.language;
  // The receiver has its own ids and labels, so the audio track here is found by its language.
  const localTrack = receiverLanguage ? matchAudioTrack(session.stream.current.audioTracks, { language: receiverLanguage }) : undefined;
  if (localTrack && localTrack.id !== session.stream.current.audioTrack) session.engine?.chooseAudioTrack(localTrack.id);
  if (continuePlaying && !paused && !ended) void session.play().catch(() => undefined);
}

function showCaptions(video: HTMLVideoElement, language: string | null): void {
  const captions = [...video.textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  const chosenTrack = language === null ? undefined : matchTextTrack(captions, { language });
  if (language !== null && !chosenTrack) return;
  for (const track of captions) track.mode = track === chosenTrack ? 'showing' : 'disabled';
}
