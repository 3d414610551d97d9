import type { HotkeyScope } from './keyboard.js';
import type { Loading } from './wanted.js';

/**
 * What a page may write on `<jet-player>`. Editors, JSX and templates learn the attributes from here; a flag is on when it is
 * present, and what is not listed follows `<video>`.
 */
export interface JetPlayerAttributes {
  /** The address of the film: HLS, MPEG-DASH or a file. */
  src?: string;
  /** The media type of `src`; without it, the extension and then the first bytes tell. */
  type?: string;
  /** The address of the picture that is shown before the first frame. */
  poster?: string;
  /** Starts by itself, where the browser allows it. */
  autoplay?: boolean;
  /** Starts without sound. */
  muted?: boolean;
  /** Begins again at its end. */
  loop?: boolean;
  /** `none` fetches nothing before the viewer plays, as `load="play"` does. */
  preload?: 'none' | 'metadata' | 'auto' | '';
  /** Plays where it stands on a phone; it does so anyway. */
  playsinline?: boolean;
  /** `use-credentials` sends cookies to every host that is allowed, not the media's alone, unless `credential-origins` names them. */
  crossorigin?: 'anonymous' | 'use-credentials' | '';
  /** The only origins that get cookies then, written as in `allow-origins`; empty, nobody does. */
  'credential-origins'?: string;
  /** Takes the button for picture-in-picture away, and the browser's own. */
  disablepictureinpicture?: boolean;
  /** The default, accepted so that markup copied from `<video controls>` works. */
  controls?: boolean;
  /** No interface: for a page that brings its own, or inside `<media-controller slot="media">`. */
  nocontrols?: boolean;
  /** The compact bar, for sound without a picture. */
  audio?: boolean;
  /** The title that is shown and read out. */
  'title-text'?: string;
  /** Origins that may be contacted besides the page's own and those written in the markup: `https://cdn.example.eu https://*.media.example.eu`. */
  'allow-origins'?: string;
  /** `follow` lets a redirect be followed; where it ends is then checked. Without it, a redirect is an error. */
  redirects?: 'error' | 'follow';
  /** `allow` lets the browser play HLS by itself where scripts cannot feed a video. */
  'native-hls'?: 'never' | 'allow';
  /** When the first byte is fetched. Once a film was wanted, the next `src` is loaded at once. */
  load?: Loading;
  /** Where the film begins, in seconds. */
  'start-time'?: number | string;
  /** Where the film ends, in seconds. */
  'end-time'?: number | string;
  /** `muted` starts without sound where sound is refused. */
  'autoplay-fallback'?: 'none' | 'muted';
  /** While this one plays, no other player of the page does. */
  exclusive?: boolean;
  /** The speeds on offer, space-separated; 1 is normal. */
  'playback-rates'?: string;
  /** Pixels; a taller rendition is never fetched, unless there is no other. */
  'max-height'?: number | string;
  /** Who hears the keyboard: the focused player, the whole `document`, or `none` but the page. */
  hotkeys?: HotkeyScope;
  /** Offers the film as a file: an address, or empty where the source itself is a file. */
  download?: string;
  /** The address of a WebVTT file with the chapters. */
  chapters?: string;
  /** The address of a WebVTT file that names small pictures of the film. */
  thumbnails?: string;
  /** Where the viewer's choices are remembered: until the tab is closed, until they are erased, or nowhere. */
  storage?: 'none' | 'session' | 'local';
  /** Remembers where the viewer stopped, too. */
  resume?: boolean;
  /** Offers Chromecast; Google's script comes after the viewer's click and his yes. */
  chromecast?: boolean;
  /** The Cast application that plays; without it, Google's default receiver. */
  'cast-receiver'?: string;
  /** Offers AirPlay where the browser has it, after the viewer's yes. */
  airplay?: boolean;
  /** What kind of stream it is, before the manifest says so. */
  'stream-type'?: 'on-demand' | 'live';
  /** What `targetLiveWindow` says of a live channel, to controls that are not ours: seconds, or `Infinity`; 0 has no way back. It limits nobody. */
  'target-live-window'?: number | string;
}

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

/** The same in camel case, as components take them: `titleText`. */
export type JetPlayerProps = { [Name in keyof JetPlayerAttributes as Camel<Name>]: JetPlayerAttributes[Name] };
