/** A fake receiver that a test inspects and controls; it replaces Google's framework and a device at once. */
export interface FakeReceiver {
  /** The calls to the framework, in order. */
  readonly log: string[];
  /** The result of the picker: the device's name, or an error code. */
  pickerResult: string | { readonly error: string };
  readonly tracks: readonly { trackId: number; type: string; language: string; name: string }[];
  /** The ids of the active tracks. */
  activeTrackIds: number[];
  /** The options of the Cast context. */
  options: Record<string, unknown> | undefined;
  /** The media that the receiver has loaded. */
  media: { contentId: string; contentType: string; metadata: { title: string }; tracks: { trackContentId: string }[] } | undefined;
  /** The playback position in seconds. */
  position: number;
  paused: boolean;
  volume: number;
  muted: boolean;
  connected: boolean;
  /** Simulates the receiver's own remote control. */
  pressRemote(button: 'pause' | 'play'): void;
  /** Simulates the end of the media. */
  finish(): void;
  /** Simulates that the receiver is switched off. */
  switchOff(): void;
}

declare global {
  interface Window {
    receiver: FakeReceiver;
  }
}

/**
 * Defines a fake of Google's sender framework as far as the player uses it: with the same names and the same order of events, which are
 * delayed. It contacts no host. It uses no variable outside this function, because a page receives the function as text.
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
  const setPlayer = (patch: Partial<typeof player>) => {
    for (const [field, value] of Object.entries(patch)) {
      if (Object.is(player[field as keyof typeof player], value)) continue;
      Object.assign(player, { [field]: value });
      controller.emit('anyChanged', { field, value });
    }
  };
  const delay = (run: () => void) => void setTimeout(run, 30);
  const duration = 64;
  const receiver: FakeReceiver & { reportState(): void } = {
    log: [],
    pickerResult: 'Living room',
    tracks: [
      { trackId: 10, type: 'AUDIO', language: 'en', name: 'English' },
      { trackId: 11, type: 'AUDIO', language: 'nl', name: 'Nederlands' },
      { trackId: 20, type: 'TEXT', language: 'en', name: 'English' },
      { trackId: 21, type: 'TEXT', language: 'nl', name: 'Nederlands' }
    ],
    activeTrackIds: [10],
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
      setPlayer({ isMediaLoaded: true, duration, canSeek: true, isPaused: receiver.paused, playerState: playing ? 'PLAYING' : 'PAUSED' });
      setPlayer({ currentTime: receiver.position, volumeLevel: receiver.volume, isMuted: receiver.muted });
    },
    pressRemote(button) {
      receiver.paused = button === 'pause';
      delay(receiver.reportState);
    },
    finish() {
      receiver.media = undefined;
      setPlayer({ playerState: 'IDLE', isMediaLoaded: false });
    },
    switchOff() {
      disconnect('SESSION_ENDED');
    }
  };
  window.receiver = receiver;
  setInterval(() => {
    if (!receiver.connected || receiver.paused || !receiver.media) return;
    receiver.position += 0.25;
    setPlayer({ currentTime: receiver.position });
  }, 250);

  const context = emitter();
  const emitSessionState = (sessionState: string) => context.emit('sessionstatechanged', { sessionState, session });
  const disconnect = (finalState: string) => {
    receiver.connected = false;
    receiver.media = undefined;
    player.savedPlayerState = { currentTime: player.currentTime, isPaused: player.isPaused, mediaInfo: null };
    // The real remote player also clears its state first, and then reports that it is disconnected.
    setPlayer({ currentTime: 0, duration: 0, isPaused: true, playerState: null, isMediaLoaded: false });
    setPlayer({ isConnected: false });
    emitSessionState(finalState);
  };
  const media = {
    get media() {
      return { tracks: receiver.tracks };
    },
    get activeTrackIds() {
      return receiver.activeTrackIds;
    },
    editTracksInfo({ activeTrackIds }: { activeTrackIds: number[] }, onDone: () => void) {
      receiver.log.push(`tracks ${activeTrackIds.join(' ')}`);
      delay(() => {
        receiver.activeTrackIds = activeTrackIds;
        onDone();
      });
    }
  };
  const session = {
    getCastDevice: () => ({ friendlyName: receiver.pickerResult }),
    getMediaSession: () => (receiver.media ? media : null),
    loadMedia(request: { media: FakeReceiver['media']; currentTime: number; autoplay: boolean }) {
      receiver.log.push(`load ${request.media!.contentId}`);
      if (/none\.m3u8$/.test(request.media!.contentId)) return Promise.reject(new Error('load_failed'));
      Object.assign(receiver, { media: request.media, position: request.currentTime, paused: !request.autoplay, activeTrackIds: [10] });
      return new Promise<void>((resolve) =>
        delay(() => {
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
      emitSessionState('SESSION_ENDING');
      delay(() => receiver.connected && disconnect('SESSION_ENDED'));
    },
    requestSession() {
      receiver.log.push('pick');
      const { pickerResult } = receiver;
      return new Promise<void>((resolve, reject) =>
        delay(() => {
          if (typeof pickerResult !== 'string') return reject(pickerResult.error);
          receiver.connected = true;
          setPlayer({ isConnected: true });
          emitSessionState('SESSION_STARTED');
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
      delay(() => {
        player.currentTime = -1;
        receiver.reportState();
      });
    },
    setVolumeLevel() {
      receiver.volume = player.volumeLevel;
      delay(receiver.reportState);
    },
    muteOrUnmute() {
      receiver.muted = !receiver.muted;
      delay(receiver.reportState);
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
  const keepArguments = function (this: object, ...constructorArguments: unknown[]) {
    Object.assign(this, { constructorArguments });
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
      LoadRequest: function (this: object, mediaInfo: object) {
        Object.assign(this, { media: mediaInfo });
      },
      EditTracksInfoRequest: function (this: object, activeTrackIds: number[]) {
        Object.assign(this, { activeTrackIds });
      }
    }
  };
  const page = window as unknown as { cast: object; chrome: Record<string, unknown>; __onGCastApiAvailable(available: boolean): void };
  page.cast = { framework };
  page.chrome['cast'] = api;
  page.__onGCastApiAvailable(true);
}
