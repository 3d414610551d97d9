/** A fake receiver that a test inspects and controls; it replaces Google's framework and a device at once. */
export interface FakeReceiver {
  /** The calls to the framework, in order. */
  readonly log: string[];
  /** The result of the picker: the device's name, or an error code. */
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
  /** Simulates the receiver's own remote control. */
  pressRemote(what: 'pause' | 'play'): void;
  /** Ends the media. */
  finish(): void;
  /** Switches the receiver off. */
  switchOff(): void;
}

declare global {
  interface Window {
    receiver: FakeReceiver;
  }
}

/**
 * Google's sender framework as far as the player uses it: the same names, the same order of events, all of them delayed. It contacts no
 * host. Self-contained, because it is served as text.
 */
export function fakeSenderFramework(): void {
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
  const delayed = (act: () => void) => void setTimeout(act, 30);
  const duration = 64;
  const receiver: FakeReceiver & { reportState(): void } = {
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
    reportState() {
      if (!receiver.media) return;
      const playing = !receiver.paused;
      change({ isMediaLoaded: true, duration, canSeek: true, isPaused: receiver.paused, playerState: playing ? 'PLAYING' : 'PAUSED' });
      change({ currentTime: receiver.position, volumeLevel: receiver.volume, isMuted: receiver.muted });
    },
    pressRemote(what) {
      receiver.paused = what === 'pause';
      delayed(receiver.reportState);
    },
    finish() {
      receiver.media = undefined;
      change({ playerState: 'IDLE', isMediaLoaded: false });
    },
    switchOff() {
      disconnect('SESSION_ENDED');
    }
  };
  window.receiver = receiver;
  setInterval(() => {
    if (!receiver.connected || receiver.paused || !receiver.media) return;
    receiver.position += 0.25;
    change({ currentTime: receiver.position });
  }, 250);

  const context = emitter();
  const state = (sessionState: string) => context.emit('sessionstatechanged', { sessionState, session });
  const disconnect = (last: string) => {
    receiver.connected = false;
    receiver.media = undefined;
    player.savedPlayerState = { currentTime: player.currentTime, isPaused: player.isPaused, mediaInfo: null };
    // As the real one does: the player clears its state, and only then reports that it is disconnected.
    change({ currentTime: 0, duration: 0, isPaused: true, playerState: null, isMediaLoaded: false });
    change({ isConnected: false });
    state(last);
  };
  const media = {
    get media() {
      return { tracks: receiver.tracks };
    },
    get activeTrackIds() {
      return receiver.active;
    },
    editTracksInfo({ activeTrackIds }: { activeTrackIds: number[] }, done: () => void) {
      receiver.log.push(`tracks ${activeTrackIds.join(' ')}`);
      delayed(() => {
        receiver.active = activeTrackIds;
        done();
      });
    }
  };
  const session = {
    getCastDevice: () => ({ friendlyName: receiver.answer }),
    getMediaSession: () => (receiver.media ? media : null),
    loadMedia(request: { media: FakeReceiver['media']; currentTime: number; autoplay: boolean }) {
      receiver.log.push(`load ${request.media!.contentId}`);
      if (/none\.m3u8$/.test(request.media!.contentId)) return Promise.reject(new Error('load_failed'));
      Object.assign(receiver, { media: request.media, position: request.currentTime, paused: !request.autoplay, active: [10] });
      return new Promise<void>((resolve) =>
        delayed(() => {
          receiver.reportState();
          resolve();
        })
      );
    }
  };
  const castContext = Object.assign(context, {
    setOptions: (options: Record<string, unknown>) => void (receiver.options = options),
    getCurrentSession: () => (receiver.connected ? session : null),
    endCurrentSession(stop: boolean) {
      receiver.log.push(`end ${stop}`);
      state('SESSION_ENDING');
      delayed(() => receiver.connected && disconnect('SESSION_ENDED'));
    },
    requestSession() {
      receiver.log.push('pick');
      const { answer } = receiver;
      return new Promise<void>((resolve, reject) =>
        delayed(() => {
          if (typeof answer !== 'string') return reject(answer.error);
          receiver.connected = true;
          change({ isConnected: true });
          state('SESSION_STARTED');
          resolve();
        })
      );
    }
  });
  Object.assign(controller, {
    playOrPause: () => receiver.pressRemote(receiver.paused ? 'play' : 'pause'),
    seek() {
      receiver.log.push(`seek ${player.currentTime}`);
      receiver.position = player.currentTime;
      delayed(() => {
        player.currentTime = -1;
        receiver.reportState();
      });
    },
    setVolumeLevel() {
      receiver.volume = player.volumeLevel;
      delayed(receiver.reportState);
    },
    muteOrUnmute() {
      receiver.muted = !receiver.muted;
      delayed(receiver.reportState);
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
  const keepArguments = function (this: object, ...given: unknown[]) {
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
      GenericMediaMetadata: keepArguments,
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
