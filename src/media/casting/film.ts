import type { CastingContext } from './casting.js';
import type { Film, Receiver } from './receiver.js';

const languageOfCaptions = ({ textTracks }: HTMLVideoElement): string | null | undefined => {
  const captions = [...textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  return captions.length > 0 ? (captions.find(({ mode }) => mode === 'showing')?.language ?? null) : undefined;
};

/** The film that plays, for another device to play on from here. */
export function filmOf({ video, session, optIns }: CastingContext): Film {
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
    paused: video.paused && !session.startsSoon,
    captions: languageOfCaptions(video),
    audio: audioTracks.find(({ id }) => id === audioTrack)?.language
  };
}

/** Goes on in the page where a device stopped, with the captions and the sound it had; playing only where `goOn` and it played. */
export function takeBack({ video, session }: CastingContext, receiver: Receiver, goOn: boolean): void {
  const { currentTime, paused, ended } = receiver.video;
  const live = Boolean(session.stream.current.live);
  if (!live && currentTime > 0) video.currentTime = currentTime;
  const language = languageOfCaptions(receiver.video);
  if (language !== undefined) showCaptions(video, language);
  const { audioTracks, audioTrack } = receiver.stream.current;
  const heard = audioTracks.find(({ id }) => id === audioTrack)?.language;
  const here = session.stream.current.audioTracks.find((track) => track.language === heard);
  if (heard && here && here.id !== session.stream.current.audioTrack) session.engine?.chooseAudioTrack(here.id);
  if (goOn && !paused && !ended) void session.play().catch(() => undefined);
}

function showCaptions(video: HTMLVideoElement, language: string | null): void {
  const captions = [...video.textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  const wanted = captions.find((track) => track.language === language);
  if (language !== null && !wanted) return;
  for (const track of captions) track.mode = track === wanted ? 'showing' : 'disabled';
}
