import { createElement, forwardRef, useImperativeHandle, useEffect, useLayoutEffect, useRef, version } from 'react';
import type { DetailedHTMLProps, DOMAttributes, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ConsentState } from './media/index.js';
import { ControlledProperties } from './ui/host/controlled-properties.js';
import type { JetPlayerAttributes, JetPlayerProps } from './ui/attributes.js';
import { defineElements } from './ui/define.js';
import type { JetEventMap } from './ui/host/events.js';
import type { JetPlayer as JetPlayerElement } from './ui/jet-player.js';
import { mediaEvents } from './ui/host/media-element.js';

defineElements();

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;
type MediaEventName = (typeof mediaEvents)[number] | 'error';

/** `onJetReady`, `onJetBlocked` and the rest of the player's own events. */
type JetHandlers = { [Name in keyof JetEventMap as `on${Pascal<Name>}`]?: (event: JetEventMap[Name]) => void };
/** `onPlay`, `onTimeUpdate` and all other media events of React; handlers receive the native event, not React's synthetic one. */
type MediaHandlers = {
  [Name in keyof DOMAttributes<Element> as Lowercase<Name> extends `on${MediaEventName}` ? Name : never]?: (event: Event) => void;
};

/** Attributes whose React names differ from the markup. */
interface ReactNames {
  autoPlay?: boolean;
  playsInline?: boolean;
  crossOrigin?: JetPlayerAttributes['crossorigin'];
  disablePictureInPicture?: boolean;
}

/** Properties set on the element, because their values cannot be attributes. */
type ElementProperties = Partial<Pick<JetPlayerElement, Exclude<(typeof properties)[number], 'consent'>>> & {
  /** Decisions of the page's consent tool, possibly partial. Passed on when they change; a consent the viewer withdrew stays withdrawn. */
  consent?: Partial<ConsentState>;
};

/** The attributes of `<jet-player>` in camel case, its events as `on…`, and the props of every HTML element. */
export type JetPlayerComponentProps = Omit<JetPlayerProps, Lowercase<keyof ReactNames> | 'controls'> &
  ReactNames &
  ElementProperties &
  JetHandlers &
  MediaHandlers &
  Omit<HTMLAttributes<JetPlayerElement>, keyof MediaHandlers>;

const properties = ['controls', 'hotkeyMap', 'icons', 'requestHook', 'refreshSource', 'drm', 'storageAdapter', 'consent'] as const;

/** Maps each prop to its attribute; a missing one is a compile error. */
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
  nativeFiles: 'native-files',
  withdrawn: 'withdrawn',
  withdrawals: 'withdrawals',
  withdrawnStyle: 'withdrawn-style',
  masks: 'masks',
  credentials: 'credentials',
  credentialsTrust: 'credentials-trust',
  credentialsSrc: 'credentials-src',
  nativeHls: 'native-hls',
  privacy: 'privacy',
  load: 'load',
  startTime: 'start-time',
  endTime: 'end-time',
  autoplayFallback: 'autoplay-fallback',
  exclusive: 'exclusive',
  playbackRates: 'playback-rates',
  maxHeight: 'max-height',
  hotkeys: 'hotkeys',
  download: 'download',
  shareUrl: 'share-url',
  transcriptExport: 'transcript-export',
  aiLabel: 'ai-label',
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

/** Converts a boolean for this React version, because React 18 writes even `false` into the attribute. */
const booleanAttribute = Number.parseInt(version) < 19 ? (on: boolean) => (on ? '' : undefined) : (on: boolean) => on;
const attributeValue = (value: unknown) => (typeof value === 'boolean' ? booleanAttribute(value) : value);

const mediaEventTypes = new Set<string>([...mediaEvents, 'error']);
const toKebabCase = (name: string) => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

/** Returns the event type that a prop listens to, when React itself does not handle that event on custom elements. */
function eventTypeOf(prop: string): string | undefined {
  if (/^onJet[A-Z]/.test(prop)) return toKebabCase(prop.slice(2));
  const type = /^on[A-Z]/.test(prop) ? prop.slice(2).toLowerCase() : '';
  return mediaEventTypes.has(type) ? type : undefined;
}

/** Splits props into markup attributes, event handlers and element properties. */
function splitProps(props: Readonly<Record<string, unknown>>) {
  const markup: Record<string, unknown> = {};
  const handlers: [string, EventListener][] = [];
  const elementProperties: Record<string, unknown> = {};
  for (const [prop, value] of Object.entries(props)) {
    const type = eventTypeOf(prop);
    if (type) {
      if (typeof value === 'function') handlers.push([type, value as EventListener]);
    } else if ((properties as readonly string[]).includes(prop)) elementProperties[prop] = value;
    else if (prop in attributes) markup[attributes[prop as keyof typeof attributes]] = attributeValue(value);
    else markup[prop === 'className' ? 'class' : prop] = value;
  }
  return { markup, handlers, elementProperties };
}

/** `useEffect` on a server, because React 18 warns about `useLayoutEffect` there. */
const useEffectBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Renders `<jet-player>` in React 18 and 19, on a server with all its attributes. The `ref` is the element, with the interface of
 * `<video>`.
 *
 * It exists because React supports its media event props (`onPlay`) on built-in elements only, and React 18 has no props for custom
 * events of a custom element at all.
 */
export const JetPlayer: ForwardRefExoticComponent<JetPlayerComponentProps & RefAttributes<JetPlayerElement>> = forwardRef(
  function JetPlayer(props: JetPlayerComponentProps, ref) {
    const elementRef = useRef<JetPlayerElement>(null);
    const controlledProperties = useRef<ControlledProperties>(null);
    const { markup, handlers, elementProperties } = splitProps(props as Readonly<Record<string, unknown>>);
    useImperativeHandle(ref, () => elementRef.current!, []);
    useEffectBeforePaint(() => {
      const listeners = new AbortController();
      for (const [type, handler] of handlers) elementRef.current?.addEventListener(type, handler, { signal: listeners.signal });
      (controlledProperties.current ??= new ControlledProperties()).assign(elementRef.current!, elementProperties);
      return () => listeners.abort();
    });
    return createElement('jet-player', { ...markup, ref: elementRef });
  }
);

/** The plain tag in JSX. React 19 listens to its events by their exact names (`onplay`, `onjet-blocked`), which React's types omit. */
type BareTag = DetailedHTMLProps<HTMLAttributes<JetPlayerElement>, JetPlayerElement> & JetPlayerAttributes;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React looks for its elements here
  namespace JSX {
    interface IntrinsicElements {
      'jet-player': BareTag;
    }
  }
}
