import type HlsType from 'hls.js';
import { createRealm } from '../../realm/realm.js';
import type { Engine, EngineContext, EngineType } from '../../engine.js';
import { mediaSource } from '../media-source.js';
import { configure } from './config.js';
import { toError } from './errors.js';
import { guardLoader } from './loader.js';
import { watchStream } from './stream.js';

const load = () => import('sealed:hls.js');

async function start(context: EngineContext): Promise<Engine> {
  const { video, source, guard, stream, signal, fail } = context;
  const { default: seal } = await load();
  signal.throwIfAborted();
  // What passes the loader says what it is for; a licence is all that hls.js asks for by itself.
  const parts = seal(createRealm(guard, () => 'license'));
  const { Hls } = parts;
  const hls = new Hls({ ...configure(context), loader: guardLoader(parts, guard) });
  signal.addEventListener('abort', () => hls.destroy(), { once: true });
  watchStream(hls, Hls.Events, stream);
  const recover = recovery(hls);
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (!data.fatal) return;
    const error = toError(data);
    if (error.code !== 'media/decode' || !recover()) fail(error);
  });
  hls.loadSource(source.url.href);
  hls.attachMedia(video);
  return {
    chooseRendition(id) {
      const level = id === 'auto' ? -1 : Number(id);
      if (level !== -1 && !hls.levels[level]) return;
      hls.nextLevel = level;
      stream.patch({ choice: id });
    },
    chooseAudioTrack(id) {
      if (hls.audioTracks[Number(id)]) hls.audioTrack = Number(id);
    },
    liveEdge: () => (stream.current.live ? hls.liveSyncPosition : null)
  };
}

/** Milliseconds within which a second stumble of the decoder is fatal. */
const patience = 5000;

/** Gives a decoder that stumbled the stream once more; false when it stumbled just before. */
function recovery(hls: HlsType): () => boolean {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    if (now - last < patience) return false;
    last = now;
    hls.recoverMediaError();
    return true;
  };
}

/** hls.js, sealed: HLS wherever a script can feed the video. */
export const hlsEngine: EngineType = {
  name: 'hls.js',
  canPlay: ({ type }) => type === 'hls' && mediaSource() !== undefined,
  load,
  start
};
