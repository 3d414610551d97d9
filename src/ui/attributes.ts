import type { HotkeyScope } from './interface/keyboard.js';
import type { LoadMode } from './host/load-trigger.js';

/**
 * The attributes of `<jet-player>`. Editors, JSX and templates take their types from here. A boolean attribute is true when it is
 * present. An attribute that is not listed works as on `<video>`.
 */
export interface JetPlayerAttributes {
  /** The URL of the media: HLS, MPEG-DASH or a file. */
  src?: string;
  /** The media type of `src`. Without it, the player uses the extension and then the first bytes. */
  type?: string;
  /** The URL of the image that is shown before the first frame. */
  poster?: string;
  /** Starts playback automatically when the browser allows it. */
  autoplay?: boolean;
  /** Starts muted. */
  muted?: boolean;
  /** Restarts playback when it ends. */
  loop?: boolean;
  /** `none` fetches no media before the viewer starts playback, as `load="play"` does. */
  preload?: 'none' | 'metadata' | 'auto' | '';
  /** Plays inline on a phone. The player always plays inline. */
  playsinline?: boolean;
  /** `use-credentials` sends cookies to every allowed origin, not only to that of the media, unless `credential-origins` restricts them. */
  crossorigin?: 'anonymous' | 'use-credentials' | '';
  /** The only origins that receive cookies with `use-credentials`, written as in `allow-origins`. Empty means none. */
  'credential-origins'?: string;
  /** Removes the picture-in-picture button, and the browser's own. */
  disablepictureinpicture?: boolean;
  /** The default, accepted so that markup copied from `<video controls>` works. */
  controls?: boolean;
  /** Shows no interface: for a page that has its own, or inside `<media-controller slot="media">`. */
  nocontrols?: boolean;
  /** Shows the compact bar, for audio without video. */
  audio?: boolean;
  /** The title, which is shown and announced by screen readers. */
  'title-text'?: string;
  /**
   * Origins that the player may contact in addition to the page's own and those in the markup: `https://cdn.example.eu
   * https://*.media.example.eu`.
   */
  'allow-origins'?: string;
  /** `follow` follows a redirect and checks its target. Without it, a redirect is an error. */
  redirects?: 'error' | 'follow';
  /** `allow` lets the browser play HLS natively when Media Source Extensions are missing. */
  'native-hls'?: 'never' | 'allow';
  /** `strict` keeps the engines from querying what the device decodes well (`mediaCapabilities`). Applies from the next source on. */
  privacy?: 'none' | 'strict';
  /** `never` refuses a file that cannot be read through the guard, instead of letting the browser play it by itself. */
  'native-files'?: 'never' | 'allow';
  /** Passages that are never requested or shown, as starts and ends in seconds: `120-135.5 300-320`. */
  withdrawn?: string;
  /** The URL of a WebVTT or JSON file with further passages that are never requested or shown. */
  withdrawals?: string;
  /** `shortened`: the seek bar and all times are those of the timeline without the withdrawn passages. */
  'withdrawn-style'?: 'gap' | 'shortened';
  /** The URL of a WebVTT or JSON file with regions of the frame that are covered. */
  masks?: string;
  /** Reads the Content Credentials (C2PA) of a file: `ask` when the viewer asks for it, `check` as soon as the file plays. */
  credentials?: 'ask' | 'check';
  /** The URL of the certificates whose signers are trusted, in PEM. */
  'credentials-trust'?: string;
  /** The URL of the folder with the reader of Content Credentials, on the page's own origin. */
  'credentials-src'?: string;
  /** When the first byte is fetched. After the first load, later `src` changes load immediately. */
  load?: LoadMode;
  /** The playback position at which the media starts, in seconds. */
  'start-time'?: number | string;
  /** The playback position at which the media ends, in seconds. */
  'end-time'?: number | string;
  /** `muted` starts muted when the browser blocks autoplay with audio. */
  'autoplay-fallback'?: 'none' | 'muted';
  /** Pauses the other players of the page while this one plays. */
  exclusive?: boolean;
  /** The playback rates that the viewer can choose, space-separated; 1 is normal. */
  'playback-rates'?: string;
  /** The maximum height of a rendition, in pixels. A taller rendition is never fetched unless there is no other. */
  'max-height'?: number | string;
  /** Where the player listens for keyboard shortcuts: the focused player, the whole `document`, or `none`. */
  hotkeys?: HotkeyScope;
  /** Offers a download: a URL, or empty when the source itself is a file. */
  download?: string;
  /** `never` does not offer to save the transcript as text or WebVTT. */
  'transcript-export'?: 'never' | 'allow';
  /** The URL that a viewer passes on with a link to a moment or a clip. Without it, that of the page, without its query and fragment. */
  'share-url'?: string;
  /** Shows a label that the media are generated or modified by artificial intelligence (Regulation (EU) 2024/1689, Article 50(4)). */
  'ai-label'?: 'generated' | 'modified';
  /** The URL of a file with the chapters: WebVTT, or the JSON of the podcast namespace. */
  chapters?: string;
  /** The URL of a WebVTT file that lists thumbnails of the video. */
  thumbnails?: string;
  /** Where the player stores the viewer's preferences: until the tab is closed (`session`), for 180 days (`local`), or nowhere. */
  storage?: 'none' | 'session' | 'local';
  /** Stores the resume point as well. */
  resume?: boolean;
  /** Offers Chromecast. Google's script is loaded only after the viewer's click and consent. */
  chromecast?: boolean;
  /** The Cast receiver application. Without it, Google's default receiver. */
  'cast-receiver'?: string;
  /** Offers AirPlay when the browser supports it. It starts only after the viewer's consent. */
  airplay?: boolean;
  /** The type of the stream, before the manifest is read. */
  'stream-type'?: 'on-demand' | 'live';
  /**
   * The value of `targetLiveWindow` for third-party controls of a live stream: seconds, or `Infinity`; 0 means no seeking back. It does not
   * limit seeking.
   */
  'target-live-window'?: number | string;
}

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

/** The same attributes in camel case, for framework components: `titleText`. */
export type JetPlayerProps = { [Name in keyof JetPlayerAttributes as Camel<Name>]: JetPlayerAttributes[Name] };
