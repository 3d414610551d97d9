/** A television that a test looks at and plays tricks on; it stands in for Google's framework and for a device at once. */
export interface StandIn {
  /** What the framework was told, in its order. */
  readonly log: string[];
  /** What the picker answers: the device's name, or an error code. */
  answer: string | { readonly error: string };
  readonly tracks: readonly { trackId: number; type: string; language: string; name: string }[];
  active: number[];
  options: Record<string, unknown> | undefined;
  media: { contentId: string; contentType: string; metadata: { title: string }; tracks: { trackContentId: string }[] } | undefined;
  /** Seconds. */
  position: number;
  paused: boolean;
  volume: number;
  muted: boolean;
  connected: boolean;
  /** Somebody uses the television's own remote control. */
  press(what: 'pause' | 'play'): void;
  /** The film is over. */
  finish(): void;
  /** It is switched off. */
  vanish(): void;
}

declare global {
  interface Window {
    television: StandIn;
  }
}

/**
 * Google's sender framework as far as the player uses it: the same names, the same order of events, all of them late. It contacts
 * nobody. Self-contained, because it is served as text.
 */
export function standIn(): void {
  type Handler = (event: Record<string, unknown>) => void;
  const emitter = () => {
    const handlers = new Map<string, Set<Handler>>();
    return {
      addEventListener: (type: string, handler: Handler) => void handlers.set(type, (handlers.get(type) ?? new Set()).add(handler)),
      removeEventListener: (type: string, handler: Handler) => void handlers.get(type)?.delete(handler),
      emit(type: string, event: Record<string, unknown>) {
        for (const handler of [...(handlers.get(type) ?? [])]) handler({ type, ...event });
      }
    };
  };
  const initial = {
    isConnected: false,
    isMediaLoaded: false,
    duration: 0,
    currentTime: 0,
    volumeLevel: 0.5,
    isPaused: true,
    isMuted: false,
    canSeek: false,
    playerState: null as string | null,
    savedPlayerState: null as object | null
  };
  const player = { ...initial };
  const controller = emitter();
  const change = (patch: Partial<typeof player>) => {
    for (const [field, value] of Object.entries(patch)) {
      if (Object.is(player[field as keyof typeof player], value)) continue;
      Object.assign(player, { [field]: value });
      controller.emit('anyChanged', { field, value });
    }
  };
  const later = (act: () => void) => void setTimeout(act, 30);
  const duration = 64;
  const tv: StandIn & { again(): void } = {
    log: [],
    answer: 'Living room',
    tracks: [
      { trackId: 10, type: 'AUDIO', language: 'en', name: 'English' },
      { trackId: 11, type: 'AUDIO', language: 'nl', name: 'Nederlands' },
      { trackId: 20, type: 'TEXT', language: 'en', name: 'English' },
      { trackId: 21, type: 'TEXT', language: 'nl', name: 'Nederlands' }
    ],
    active: [10],
    options: undefined,
    media: undefined,
    position: 0,
    paused: true,
    volume: 0.5,
    muted: false,
    connected: false,
    again() {
      if (!tv.media) return;
      const playing = !tv.paused;
      change({ isMediaLoaded: true, duration, canSeek: true, isPaused: tv.paused, playerState: playing ? 'PLAYING' : 'PAUSED' });
      change({ currentTime: tv.position, volumeLevel: tv.volume, isMuted: tv.muted });
    },
    press(what) {
      tv.paused = what === 'pause';
      later(tv.again);
    },
    finish() {
      tv.media = undefined;
      change({ playerState: 'IDLE', isMediaLoaded: false });
    },
    vanish() {
      disconnect('SESSION_ENDED');
    }
  };
  window.television = tv;
  setInterval(() => {
    if (!tv.connected || tv.paused || !tv.media) return;
    tv.position += 0.25;
    change({ currentTime: tv.position });
  }, 250);

  const context = emitter();
  const state = (sessionState: string) => context.emit('sessionstatechanged', { sessionState, session });
  const disconnect = (last: string) => {
    tv.connected = false;
    tv.media = undefined;
    player.savedPlayerState = { currentTime: player.currentTime, isPaused: player.isPaused, mediaInfo: null };
    // As the real one does: the player forgets, and only then says that it is alone.
    change({ currentTime: 0, duration: 0, isPaused: true, playerState: null, isMediaLoaded: false });
    change({ isConnected: false });
    state(last);
  };
  const media = {
    get media() {
      return { tracks: tv.tracks };
    },
    get activeTrackIds() {
      return tv.active;
    },
    editTracksInfo({ activeTrackIds }: { activeTrackIds: number[] }, done: () => void) {
      tv.log.push(`tracks ${activeTrackIds.join(' ')}`);
      later(() => {
        tv.active = activeTrackIds;
        done();
      });
    }
  };
  const session = {
    getCastDevice: () => ({ friendlyName: tv.answer }),
    getMediaSession: () => (tv.media ? media : null),
    loadMedia(request: { media: StandIn['media']; currentTime: number; autoplay: boolean }) {
      tv.log.push(`load ${request.media!.contentId}`);
      if (/none\.m3u8$/.test(request.media!.contentId)) return Promise.reject(new Error('load_failed'));
      Object.assign(tv, { media: request.media, position: request.currentTime, paused: !request.autoplay, active: [10] });
      return new Promise<void>((resolve) =>
        later(() => {
          tv.again();
          resolve();
        })
      );
    }
  };
  const castContext = Object.assign(context, {
    setOptions: (options: Record<string, unknown>) => void (tv.options = options),
    getCurrentSession: () => (tv.connected ? session : null),
    endCurrentSession(stop: boolean) {
      tv.log.push(`end ${stop}`);
      state('SESSION_ENDING');
      later(() => tv.connected && disconnect('SESSION_ENDED'));
    },
    requestSession() {
      tv.log.push('pick');
      const { answer } = tv;
      return new Promise<void>((resolve, reject) =>
        later(() => {
          if (typeof answer !== 'string') return reject(answer.error);
          tv.connected = true;
          change({ isConnected: true });
          state('SESSION_STARTED');
          resolve();
        })
      );
    }
  });
  Object.assign(controller, {
    playOrPause: () => tv.press(tv.paused ? 'play' : 'pause'),
    seek() {
      tv.log.push(`seek ${player.currentTime}`);
      tv.position = player.currentTime;
      later(() => {
        player.currentTime = -1;
        tv.again();
      });
    },
    setVolumeLevel() {
      tv.volume = player.volumeLevel;
      later(tv.again);
    },
    muteOrUnmute() {
      tv.muted = !tv.muted;
      later(tv.again);
    }
  });
  const framework = {
    CastContext: { getInstance: () => castContext },
    CastContextEventType: { SESSION_STATE_CHANGED: 'sessionstatechanged' },
    SessionState: { SESSION_ENDED: 'SESSION_ENDED' },
    RemotePlayerEventType: { ANY_CHANGE: 'anyChanged' },
    RemotePlayer: function () {
      return player;
    },
    RemotePlayerController: function () {
      return controller;
    }
  };
  const plain = function (this: object, ...given: unknown[]) {
    Object.assign(this, { given });
  };
  const api = {
    AutoJoinPolicy: { PAGE_SCOPED: 'page_scoped' },
    media: {
      DEFAULT_MEDIA_RECEIVER_APP_ID: 'CC1AD845',
      PlayerState: { IDLE: 'IDLE', PLAYING: 'PLAYING', PAUSED: 'PAUSED', BUFFERING: 'BUFFERING' },
      StreamType: { LIVE: 'LIVE', BUFFERED: 'BUFFERED' },
      TrackType: { TEXT: 'TEXT' },
      Track: function (this: object, trackId: number, type: string) {
        Object.assign(this, { trackId, type });
      },
      GenericMediaMetadata: plain,
      MediaInfo: function (this: object, contentId: string, contentType: string) {
        Object.assign(this, { contentId, contentType });
      },
      LoadRequest: function (this: object, loaded: object) {
        Object.assign(this, { media: loaded });
      },
      EditTracksInfoRequest: function (this: object, activeTrackIds: number[]) {
        Object.assign(this, { activeTrackIds });
      }
    }
  };
  const page = window as unknown as { cast: object; chrome: Record<string, unknown>; __onGCastApiAvailable(yes: boolean): void };
  page.cast = { framework };
  page.chrome['cast'] = api;
  page.__onGCastApiAvailable(true);
}
