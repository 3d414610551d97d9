import type { CastMedia, Receiver } from '../media/receiver.js';
import type { Engine } from '../media/engines/engine.js';
import { RemoteVideo } from './remote-video.js';
import { loadRequest } from './load-request.js';
import { ReceiverTracks } from './tracks.js';

type Context = cast.framework.CastContext;
type CastSession = cast.framework.CastSession;

/** The device in a Cast session, until the session ends. */
export class ChromecastReceiver implements Receiver {
  readonly name: string;
  readonly video: HTMLVideoElement;
  readonly engine: Engine;
  readonly stream: Receiver['stream'];
  readonly signal: AbortSignal;
  readonly #lifetime = new AbortController();
  readonly #context: Context;
  readonly #castSession: CastSession;
  readonly #video: RemoteVideo;
  readonly #tracks = new ReceiverTracks();
  #media: CastMedia | undefined;

  /** Ends the Cast session when `consentSignal` aborts, because consent was withdrawn. */
  constructor(context: Context, castSession: CastSession, consentSignal: AbortSignal) {
    const { RemotePlayer, RemotePlayerController, CastContextEventType, SessionState } = cast.framework;
    this.#context = context;
    this.#castSession = castSession;
    this.signal = this.#lifetime.signal;
    this.name = castSession.getCastDevice()?.friendlyName ?? '';
    this.stream = this.#tracks.stream;
    const player = new RemotePlayer();
    const controller = new RemotePlayerController(player);
    const replay = () => void (this.#media && this.load({ ...this.#media, startTime: 0, paused: false }).catch(() => this.stop()));
    this.#video = new RemoteVideo(player, controller, this.#tracks.textTracks, replay, this.signal);
    // Type assertion, because `RemoteVideo` implements only the members that features use.
    this.video = this.#video as unknown as HTMLVideoElement;
    this.engine = {
      chooseRendition: () => undefined,
      chooseAudioTrack: (id) => this.#tracks.chooseAudio(id),
      livePosition: () => (this.#video.live ? (player.liveSeekableRange?.end ?? null) : null)
    };
    const onState = ({ sessionState }: { readonly sessionState: string }) => {
      if (sessionState === String(SessionState.SESSION_ENDED)) this.#lifetime.abort();
    };
    const { SESSION_STATE_CHANGED } = CastContextEventType;
    context.addEventListener(SESSION_STATE_CHANGED, onState);
    const onChange = ({ field, value }: { readonly field: string; readonly value: unknown }) => {
      if (field === 'isConnected' && value === false) this.#lifetime.abort();
      else this.#tracks.sync(this.#castSession.getMediaSession());
    };
    const { ANY_CHANGE } = cast.framework.RemotePlayerEventType;
    controller.addEventListener(ANY_CHANGE, onChange);
    consentSignal.addEventListener('abort', () => this.stop(), { once: true, signal: this.signal });
    const removeListeners = () => {
      context.removeEventListener(SESSION_STATE_CHANGED, onState);
      controller.removeEventListener(ANY_CHANGE, onChange);
    };
    this.signal.addEventListener('abort', removeListeners, { once: true });
  }

  async load(media: CastMedia): Promise<void> {
    this.#media = media;
    this.#tracks.reset(media);
    this.#video.reset(media.startTime, media.paused, media.live);
    await this.#castSession.loadMedia(loadRequest(media));
    this.#tracks.sync(this.#castSession.getMediaSession());
  }

  /** Ends the Cast session, on the device too. */
  stop(): void {
    if (this.signal.aborted) return;
    this.#context.endCurrentSession(true);
    this.#lifetime.abort();
  }
}
