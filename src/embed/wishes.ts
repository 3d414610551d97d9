import type { MediaState, Player } from '../media/index.js';
import type { JetPlayer } from '../ui/jet-player.js';
import type { Parameters } from './parameters.js';

/** Does something once, as soon as the state offers it; until then it looks at every change. */
function once(player: Player, attempt: (state: MediaState) => boolean, end: AbortSignal): void {
  const done = new AbortController();
  const look = (state: MediaState) => attempt(state) && done.abort();
  player.state.subscribe(look, AbortSignal.any([done.signal, end]));
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** Grants what can only be granted when the manifest is known: captions in a language, a rendition by its height. */
export function grantWishes(element: JetPlayer, { wishes }: Parameters, signal: AbortSignal): void {
  const { player } = element;
  const captions = wishes.get('captions');
  const quality = Number(wishes.get('quality') ?? 0);
  const accent = wishes.get('accent');
  if (accent) element.style.setProperty('--jet-accent', accent);
  if (!player) return;
  if (captions) {
    const choose = ({ captions: { tracks }, playback }: MediaState) => {
      // hls.js forgets a choice that is made before its captions are ready, and WebKit's own choice comes with the first picture.
      if (!playback.started) return false;
      const track =
        tracks.find(({ language }) => language.toLowerCase() === captions.toLowerCase()) ??
        tracks.find(({ language }) => primary(language) === primary(captions));
      if (track) player.captions.choose(track.id);
      return track !== undefined;
    };
    once(player, choose, signal);
  }
  if (quality) {
    const choose = ({ quality: { renditions } }: MediaState) => {
      const rendition = renditions.find(({ height }) => height === quality);
      if (rendition) player.quality.choose(rendition.id);
      return renditions.length > 0;
    };
    once(player, choose, signal);
  }
}
