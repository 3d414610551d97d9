import { LitElement } from 'lit';

/** Properties that are read from the inner video. */
const readable = [
  'buffered',
  'played',
  'seekable',
  'duration',
  'seeking',
  'readyState',
  'networkState',
  'textTracks',
  'videoWidth',
  'videoHeight'
] as const satisfies readonly (keyof HTMLVideoElement)[];

/** Properties that are read from and written to the inner video. */
const writable = [
  'currentTime',
  'volume',
  'muted',
  'playbackRate',
  'defaultPlaybackRate',
  'preservesPitch'
] as const satisfies readonly (keyof HTMLVideoElement)[];

/** Methods that are called on the inner video. */
const callable = [
  'canPlayType',
  'addTextTrack',
  'requestPictureInPicture',
  'getVideoPlaybackQuality',
  'requestVideoFrameCallback',
  'cancelVideoFrameCallback'
] as const satisfies readonly (keyof HTMLVideoElement)[];

/** Properties that reflect a boolean attribute of the element, by the name of the attribute. */
const flags = {
  autoplay: 'autoplay',
  loop: 'loop',
  playsInline: 'playsinline',
  defaultMuted: 'muted',
  disablePictureInPicture: 'disablepictureinpicture'
} as const;

/**
 * The events of the HTML standard that a page may wait for. `error` is not included, because an engine can recover from errors of the inner
 * video.
 */
export const mediaEvents = [
  'abort',
  'canplay',
  'canplaythrough',
  'durationchange',
  'emptied',
  'ended',
  'loadeddata',
  'loadedmetadata',
  'loadstart',
  'pause',
  'play',
  'playing',
  'progress',
  'ratechange',
  'resize',
  'seeked',
  'seeking',
  'stalled',
  'suspend',
  'timeupdate',
  'volumechange',
  'waiting',
  'enterpictureinpicture',
  'leavepictureinpicture'
] as const;

/** Attributes copied to the inner video unchanged. `autoplay`, `src` and `poster` are not included, because the player handles them. */
const forwardedAttributes = ['loop', 'preload', 'crossorigin', 'disablepictureinpicture'];

type Mirrored = Readonly<Pick<HTMLVideoElement, (typeof readable)[number]>> &
  Pick<HTMLVideoElement, (typeof writable)[number] | (typeof callable)[number] | keyof typeof flags | 'preload' | 'crossOrigin'>;

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type -- the tables above define exactly these members
export interface MediaElement extends Mirrored {}

/**
 * An element with the interface of `<video>` around an inner `<video>`: the same properties, attributes, methods and events, defined
 * from tables. It does not load media; subclasses handle `src`.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class MediaElement extends LitElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...forwardedAttributes, 'muted'];
  }

  #video: HTMLVideoElement | undefined;

  /** The inner video. It exists before the element is connected, so that a script can set `volume` immediately. */
  get video(): HTMLVideoElement {
    return (this.#video ??= this.#makeVideo());
  }

  /** The object that the media properties read from: the inner video, or the receiver's video with the same interface. */
  protected get media(): HTMLVideoElement {
    return this.video;
  }

  /**
   * The position in seconds that the page has set while there are no metadata (HTML, default playback start position); 0 without one. The
   * inner video has it too, but WebKit returns 0 for it, and uses it up before an engine has set the duration.
   */
  protected earlyPosition = 0;

  /** Called when the page has set `earlyPosition`. */
  protected onEarlyPosition(): void {}

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    // HTML reads `muted` only at creation, but frameworks set attributes later.
    if (name === 'muted') this.video.muted = this.video.defaultMuted = value !== null;
    else if (forwardedAttributes.includes(name)) {
      if (value === null) this.video.removeAttribute(name);
      else this.video.setAttribute(name, value);
    }
  }

  #makeVideo(): HTMLVideoElement {
    const video = document.createElement('video');
    video.part.add('video');
    // Without `playsInline`, Safari on iPhone opens its own full-screen player.
    video.playsInline = true;
    for (const type of mediaEvents) video.addEventListener(type, () => this.media === video && this.dispatchEvent(new Event(type)));
    video.addEventListener('loadedmetadata', () => (this.earlyPosition = 0));
    return video;
  }
}

function define(name: string, descriptor: PropertyDescriptor & ThisType<MediaElement>): void {
  Object.defineProperty(MediaElement.prototype, name, { configurable: true, enumerable: true, ...descriptor });
}

for (const name of readable)
  define(name, {
    get() {
      return (name in this.media ? this.media : this.video)[name];
    }
  });
for (const name of writable) {
  define(name, {
    get() {
      if (name === 'currentTime' && this.media.readyState === HTMLMediaElement.HAVE_NOTHING) return this.earlyPosition;
      return (name in this.media ? this.media : this.video)[name];
    },
    set(value: never) {
      this.media[name] = value;
      if (name !== 'currentTime' || this.media.readyState > HTMLMediaElement.HAVE_NOTHING) return;
      this.earlyPosition = Number(value);
      this.onEarlyPosition();
    }
  });
}
for (const name of callable) {
  define(name, {
    value(...args: unknown[]) {
      return Reflect.apply(this.video[name], this.video, args) as unknown;
    },
    writable: true
  });
}
for (const [name, attribute] of Object.entries(flags)) {
  define(name, {
    get() {
      return this.hasAttribute(attribute);
    },
    set(value: boolean) {
      this.toggleAttribute(attribute, value);
    }
  });
}
define('preload', {
  get() {
    return this.video.preload;
  },
  set(value: string) {
    this.setAttribute('preload', value);
  }
});
define('crossOrigin', {
  get() {
    return this.video.crossOrigin;
  },
  set(value: string | null) {
    if (value === null) this.removeAttribute('crossorigin');
    else this.setAttribute('crossorigin', value);
  }
});
