import type { Film, Receiver } from '../media/casting/receiver.js';
import type { Engine } from '../media/engine.js';
import { DeviceVideo } from './device-video.js';
import { loadRequest } from './load-request.js';
import { Tracks } from './tracks.js';

type Context = cast.framework.CastContext;
type Session = cast.framework.CastSession;

/** A device in a Cast session, for as long as the session lasts. */
export class Television implements Receiver {
  readonly name: string;
  readonly video: HTMLVideoElement;
  readonly engine: Engine;
  readonly stream: Receiver['stream'];
  readonly signal: AbortSignal;
  readonly #end = new AbortController();
  readonly #context: Context;
  readonly #session: Session;
  readonly #video: DeviceVideo;
  readonly #tracks = new Tracks();
  #film: Film | undefined;

  /** `withdrawn` ends the session. */
  constructor(context: Context, session: Session, withdrawn: AbortSignal) {
    const { RemotePlayer, RemotePlayerController, CastContextEventType, SessionState } = cast.framework;
    this.#context = context;
    this.#session = session;
    this.signal = this.#end.signal;
    this.name = session.getCastDevice()?.friendlyName ?? '';
    this.stream = this.#tracks.stream;
    const player = new RemotePlayer();
    const controller = new RemotePlayerController(player);
    const again = () => void (this.#film && this.load({ ...this.#film, startTime: 0, paused: false }).catch(() => this.stop()));
    this.#video = new DeviceVideo(player, controller, this.#tracks.textTracks, again, this.signal);
    // Shaped like one as far as a feature looks; the compiler wants all of it.
    this.video = this.#video as unknown as HTMLVideoElement;
    this.engine = {
      chooseRendition: () => undefined,
      chooseAudioTrack: (id) => this.#tracks.chooseAudio(id),
      liveEdge: () => (this.#video.live ? (player.liveSeekableRange?.end ?? null) : null)
    };
    const onState = ({ sessionState }: { readonly sessionState: string }) => {
      if (sessionState === String(SessionState.SESSION_ENDED)) this.#end.abort();
    };
    const { SESSION_STATE_CHANGED } = CastContextEventType;
    context.addEventListener(SESSION_STATE_CHANGED, onState);
    const onChange = ({ field, value }: { readonly field: string; readonly value: unknown }) => {
      if (field === 'isConnected' && value === false) this.#end.abort();
      else this.#tracks.sync(this.#session.getMediaSession());
    };
    const { ANY_CHANGE } = cast.framework.RemotePlayerEventType;
    controller.addEventListener(ANY_CHANGE, onChange);
    withdrawn.addEventListener('abort', () => this.stop(), { once: true, signal: this.signal });
    const forget = () => {
      context.removeEventListener(SESSION_STATE_CHANGED, onState);
      controller.removeEventListener(ANY_CHANGE, onChange);
    };
    this.signal.addEventListener('abort', forget, { once: true });
  }

  async load(film: Film): Promise<void> {
    this.#film = film;
    this.#tracks.begin(film);
    this.#video.begin(film.startTime, film.paused, film.live);
    await this.#session.loadMedia(loadRequest(film));
    this.#tracks.sync(this.#session.getMediaSession());
  }

  /** Ends the session, on the device too. */
  stop(): void {
    if (this.signal.aborted) return;
    this.#context.endCurrentSession(true);
    this.#end.abort();
  }
}
