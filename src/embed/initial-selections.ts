import type { MediaState, Player } from '../media/index.js';
import type { JetPlayer } from '../ui/jet-player.js';
import type { Parameters } from './parameters.js';

/** Calls `tryApply` with each state until the function returns true. */
function untilTrue(player: Player, tryApply: (state: MediaState) => boolean, signal: AbortSignal): void {
  const subscription = new AbortController();
  const tryOnce = (state: MediaState) => tryApply(state) && subscription.abort();
  player.state.subscribe(tryOnce, AbortSignal.any([subscription.signal, signal]));
}

const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** Applies the accent colour and, when the manifest is parsed, captions by language and a rendition by its height in pixels. */
export function applyInitialSelections(element: JetPlayer, { selections }: Parameters, signal: AbortSignal): void {
  const { player } = element;
  const captions = selections.get('captions');
  const quality = Number(selections.get('quality') ?? 0);
  const accent = selections.get('accent');
  if (accent) element.style.setProperty('--jet-accent', accent);
  if (!player) return;
  if (captions) {
    const choose = ({ captions: { tracks }, playback }: MediaState) => {
      // hls.js discards a choice made before its captions are ready, and WebKit makes its own choice at the first frame.
      if (!playback.started) return false;
      const track =
        tracks.find(({ language }) => language.toLowerCase() === captions.toLowerCase()) ??
        tracks.find(({ language }) => primaryLanguage(language) === primaryLanguage(captions));
      if (track) player.captions.choose(track.id);
      return track !== undefined;
    };
    untilTrue(player, choose, signal);
  }
  if (quality) {
    const choose = ({ quality: { renditions } }: MediaState) => {
      const rendition = renditions.find(({ height }) => height === quality);
      if (rendition) player.quality.choose(rendition.id);
      return renditions.length > 0;
    };
    untilTrue(player, choose, signal);
  }
}
