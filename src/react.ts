import { createElement, forwardRef, useImperativeHandle, useEffect, useLayoutEffect, useRef, version } from 'react';
import type { DetailedHTMLProps, DOMAttributes, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ConsentState } from './media/index.js';
import { Assigned } from './ui/assigned.js';
import type { JetPlayerAttributes, JetPlayerProps } from './ui/attributes.js';
import { defineElements } from './ui/define.js';
import type { JetEventMap } from './ui/events.js';
import type { JetPlayer as JetPlayerElement } from './ui/jet-player.js';
import { mediaEvents } from './ui/media-element.js';

defineElements();

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;
type MediaEventName = (typeof mediaEvents)[number] | 'error';

/** `onJetReady`, `onJetBlocked` and the rest of the player's own events. */
type JetHandlers = { [Name in keyof JetEventMap as `on${Pascal<Name>}`]?: (event: JetEventMap[Name]) => void };
/** `onPlay`, `onTimeUpdate` and whatever else React knows of a `<video>`; they get the event itself, not React's. */
type MediaHandlers = {
  [Name in keyof DOMAttributes<Element> as Lowercase<Name> extends `on${MediaEventName}` ? Name : never]?: (event: Event) => void;
};

/** What React calls otherwise than the markup does. */
interface ReactNames {
  autoPlay?: boolean;
  playsInline?: boolean;
  crossOrigin?: JetPlayerAttributes['crossorigin'];
  disablePictureInPicture?: boolean;
}

/** What is set on the element itself, for no attribute could hold it. */
type ElementProperties = Partial<Pick<JetPlayerElement, Exclude<(typeof properties)[number], 'consent'>>> & {
  /** What the page's consent tool decided, wholly or in part. It is told when it changes; what the viewer took back stays taken back. */
  consent?: Partial<ConsentState>;
};

/** The attributes of `<jet-player>` in camel case, its events as `on…`, and what every HTML element takes. */
export type JetPlayerComponentProps = Omit<JetPlayerProps, Lowercase<keyof ReactNames> | 'controls'> &
  ReactNames &
  ElementProperties &
  JetHandlers &
  MediaHandlers &
  Omit<HTMLAttributes<JetPlayerElement>, keyof MediaHandlers>;

const properties = ['controls', 'hotkeyMap', 'requestHook', 'refreshSource', 'drm', 'storageAdapter', 'consent'] as const;

/** Every attribute under the name it has here; one that is missing does not compile. */
const attributes: Readonly<Record<keyof Omit<JetPlayerProps, Lowercase<keyof ReactNames> | 'controls'> | keyof ReactNames, string>> = {
  src: 'src',
  type: 'type',
  poster: 'poster',
  autoPlay: 'autoplay',
  muted: 'muted',
  loop: 'loop',
  preload: 'preload',
  playsInline: 'playsinline',
  crossOrigin: 'crossorigin',
  disablePictureInPicture: 'disablepictureinpicture',
  nocontrols: 'nocontrols',
  audio: 'audio',
  titleText: 'title-text',
  allowOrigins: 'allow-origins',
  credentialOrigins: 'credential-origins',
  redirects: 'redirects',
  nativeHls: 'native-hls',
  load: 'load',
  startTime: 'start-time',
  endTime: 'end-time',
  autoplayFallback: 'autoplay-fallback',
  exclusive: 'exclusive',
  playbackRates: 'playback-rates',
  maxHeight: 'max-height',
  hotkeys: 'hotkeys',
  download: 'download',
  chapters: 'chapters',
  thumbnails: 'thumbnails',
  storage: 'storage',
  resume: 'resume',
  chromecast: 'chromecast',
  castReceiver: 'cast-receiver',
  airplay: 'airplay',
  streamType: 'stream-type',
  targetLiveWindow: 'target-live-window'
};

/** A flag as this React wants it: 18 writes what it is given into the attribute, `false` too. */
const flag = Number.parseInt(version) < 19 ? (on: boolean) => (on ? '' : undefined) : (on: boolean) => on;
const written = (value: unknown) => (typeof value === 'boolean' ? flag(value) : value);

const native = new Set<string>([...mediaEvents, 'error']);
const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

/** The type of the event that a prop listens to, if it is one that React itself does not bring. */
function eventOf(prop: string): string | undefined {
  if (/^onJet[A-Z]/.test(prop)) return kebab(prop.slice(2));
  const type = /^on[A-Z]/.test(prop) ? prop.slice(2).toLowerCase() : '';
  return native.has(type) ? type : undefined;
}

/** What goes into the markup, what is listened to, and what is set on the element. */
function sort(props: Readonly<Record<string, unknown>>) {
  const markup: Record<string, unknown> = {};
  const handlers: [string, EventListener][] = [];
  const set: Record<string, unknown> = {};
  for (const [prop, value] of Object.entries(props)) {
    const type = eventOf(prop);
    if (type) {
      if (typeof value === 'function') handlers.push([type, value as EventListener]);
    } else if ((properties as readonly string[]).includes(prop)) set[prop] = value;
    else if (prop in attributes) markup[attributes[prop as keyof typeof attributes]] = written(value);
    else markup[prop === 'className' ? 'class' : prop] = value;
  }
  return { markup, handlers, set };
}

/** A server has no layout, and older Reacts complain of an effect that would wait for one. */
const useEffectBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * `<jet-player>` as a component for React 18 and 19, rendered on a server with all its attributes. The `ref` is the element, with
 * everything a `<video>` has.
 *
 * It exists because on an element with a dash in its name React hears no media event under its own names (`onPlay`), and 18 none of the
 * player's events under any.
 */
export const JetPlayer: ForwardRefExoticComponent<JetPlayerComponentProps & RefAttributes<JetPlayerElement>> = forwardRef(
  function JetPlayer(props: JetPlayerComponentProps, ref) {
    const inner = useRef<JetPlayerElement>(null);
    const assigned = useRef<Assigned>(null);
    const { markup, handlers, set } = sort(props as Readonly<Record<string, unknown>>);
    useImperativeHandle(ref, () => inner.current!, []);
    useEffectBeforePaint(() => {
      const listening = new AbortController();
      for (const [type, handler] of handlers) inner.current?.addEventListener(type, handler, { signal: listening.signal });
      (assigned.current ??= new Assigned()).assign(inner.current!, set);
      return () => listening.abort();
    });
    return createElement('jet-player', { ...markup, ref: inner });
  }
);

/** The bare tag in JSX. React 19 hears its events under their own names (`onplay`, `onjet-blocked`), which React's types do not list. */
type BareTag = DetailedHTMLProps<HTMLAttributes<JetPlayerElement>, JetPlayerElement> & JetPlayerAttributes;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React looks for its elements here
  namespace JSX {
    interface IntrinsicElements {
      'jet-player': BareTag;
    }
  }
}
