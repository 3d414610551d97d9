/** Returns the names in a text, sorted. */
const namesIn = (text: string): readonly string[] => text.trim().split(/\s+/).sort();

/**
 * The names that each sealed engine reads from its realm, exactly. An engine that reads another name fails the test with it. Add a name
 * only after a review of how the engine uses it and of what the realm provides.
 */
export const realmNames: Readonly<Record<string, readonly string[]>> = {
  hls: namesIn(`Blob DOMException DOMParser Function HTMLVideoElement SharedArrayBuffer TextDecoder URL Worker atob
    clearInterval console crypto matchMedia navigator performance self status`),
  eme: namesIn(`DOMParser XMLHttpRequest atob location self`),
  dash: namesIn(`AbortController Blob FontFace Function Headers ManagedMediaSource MediaSource Request ResizeObserver SharedArrayBuffer
    SourceBuffer TextDecoder TextEncoder URL URLSearchParams VTTCue WebKitMediaSource WebVTT XMLHttpRequest a atob btoa clearInterval
    clearTimeout console crypto dashjs document fetch globalThis imsc localStorage navigator performance process requestAnimationFrame s
    self setInterval setTimeout window`),
  imsc: [],
  protection: namesIn(`Blob DOMParser Headers SharedArrayBuffer TextDecoder TextEncoder URL URLSearchParams XMLHttpRequest atob btoa
    clearInterval clearTimeout crypto document fetch navigator performance process setInterval setTimeout window`),
  mediabunny: namesIn(`AudioDecoder EncodedAudioChunk EncodedVideoChunk FinalizationRegistry ReadableStream VideoDecoder atob console crypto
    globalThis navigator performance`)
};

/** The members of their global object, document and navigator that the engines use; `[]` is a name computed at run time. */
export const usedMembers: Readonly<Record<string, readonly string[]>> = {
  hls: namesIn(`document.createElement navigator.[] navigator.mediaCapabilities navigator.onLine navigator.requestMediaKeySystemAccess
    navigator.userAgent window.AbortController window.Blob window.HTMLVideoElement window.Headers window.ManagedMediaSource
    window.MediaSource window.ReadableStream window.Request window.ResizeObserver window.SourceBuffer window.TextTrackCue window.URL
    window.VTTCue window.WebKitMediaSource window.WebKitSourceBuffer window.WebVTT window.Worker window.XMLHttpRequest
    window.clearInterval window.clearTimeout window.console window.crypto window.devicePixelRatio window.document window.fetch
    window.location window.navigator window.performance window.setInterval window.setTimeout`),
  eme: namesIn(`navigator.requestMediaKeySystemAccess window.clearTimeout window.location window.navigator window.setTimeout`),
  dash: namesIn(`document.[] document.createElement document.createEvent document.fonts document.fullscreenElement
    document.getElementById document.getElementsByClassName document.head document.mozFullScreen document.msFullscreenElement
    document.webkitIsFullScreen navigator.connection navigator.mediaCapabilities navigator.userAgent window.AbortController
    window.ResizeObserver window.SourceBuffer window.TextTrackCue window.URL window.VTTCue window.WebVTT window.[] window.console
    window.devicePixelRatio window.fetch window.hasOwnProperty window.location window.performance window.setTimeout window.vttjs`),
  imsc: [],
  protection: namesIn(`document.createElement navigator.requestMediaKeySystemAccess navigator.userAgent window.DOMParser window.[]`),
  mediabunny: namesIn(`navigator.userAgent navigator.vendor window.TextDecoder window.TextEncoder`)
};

/** A way from an object of the engine to the page, how often each engine contains it, and why the engine does not escape by it. */
export interface WayToPage {
  readonly pattern: RegExp;
  readonly counts: Readonly<Record<string, number>>;
  readonly reason: string;
}

export const waysToPage: readonly WayToPage[] = [
  {
    pattern: /\bownerDocument\b/g,
    counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'the build rewrites the use in hls.js'
  },
  {
    pattern: /\b(?:defaultView|contentWindow|contentDocument)\b/g,
    counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'none'
  },
  {
    pattern: /\b(?:getRootNode|composedPath|cloneNode|closest|offsetParent)\b/g,
    counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'none'
  },
  {
    pattern: /\.constructor\s*\(|\.constructor\.constructor|\[["'`]constructor/g,
    counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'none'
  },
  { pattern: /\beval\s*\(|\bimportScripts\b/g, counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 }, reason: 'none' },
  {
    pattern: /\bimport\s*\(|\bimport\.meta\b/g,
    counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'none'
  },
  {
    pattern: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|document\.write)\b/g,
    counts: { hls: 0, dash: 0, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'none'
  },
  {
    pattern: /\bparentNode\b/g,
    counts: { hls: 0, dash: 4, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'reads the position of the video within its parent, to draw captions over it, and nothing else'
  },
  {
    pattern: /\.parentElement\b/g,
    counts: { hls: 0, dash: 3, imsc: 0, protection: 0, eme: 0, mediabunny: 0 },
    reason: 'nodes of the manifest, which are not elements of the page'
  }
];

/** The globals that our own code, including Lit, may use: none of them contacts a host or stores anything. */
export const harmlessGlobals: ReadonlySet<string> = new Set(
  namesIn(`AbortController AbortSignal Blob CSSStyleSheet CustomEvent DOMException DOMParser Document Element Event EventTarget File Function
    HTMLElement HTMLMediaElement HTMLVideoElement HTMLButtonElement HTMLInputElement HTMLSlotElement Headers ImageBitmap IntersectionObserver KeyboardEvent
    MediaError MediaMetadata MouseEvent MutationObserver Node PointerEvent ProgressEvent ReadableStream Request ResizeObserver Response
    ShadowRoot TextDecoder TextEncoder TransformStream URL URLSearchParams VTTCue atob btoa cancelAnimationFrame clearInterval clearTimeout
    console createImageBitmap customElements devicePixelRatio document getComputedStyle globalThis litPropertyMetadata location innerHeight matchMedia
    navigator performance queueMicrotask requestAnimationFrame self setInterval setTimeout window
    cast chrome`) // The last two are names of Google's sender framework, which loads only after the viewer's consent.
);

/** Members that contact a host, store data or leave the page. In our code, only the guard uses `fetch`, and only the storage two of them. */
export const capabilityPattern =
  /^(?:window|document|navigator)\.(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|localStorage|sessionStorage|indexedDB|caches|cookie|cookieStore|storage|serviceWorker|Worker|SharedWorker|Image|Audio|FontFace|fonts|open|importScripts|write|writeln|execCommand|domain)$/;
