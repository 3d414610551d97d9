import type HlsType from 'hls.js';
import type { ErrorData } from 'hls.js';
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
  hls.on(Hls.Events.ERROR, (_, data) => void (data.fatal && !recovered(hls, data) && fail(toError(data))));
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

/** A decoder that stumbled is given the stream once more; a second stumble at once is fatal. */
const lastRecovery = new WeakMap<HlsType, number>();

function recovered(hls: HlsType, { type }: ErrorData): boolean {
  if (type !== 'mediaError') return false;
  const now = performance.now();
  if (now - (lastRecovery.get(hls) ?? -Infinity) < 5000) return false;
  lastRecovery.set(hls, now);
  hls.recoverMediaError();
  return true;
}

/** hls.js, sealed: HLS wherever a script can feed the video. */
export const hlsEngine: EngineType = {
  name: 'hls.js',
  canPlay: ({ type }) => type === 'hls' && mediaSource() !== undefined,
  load,
  start
};
