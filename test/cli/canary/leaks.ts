import { videoTag } from '../short-video.js';

/** One way for a page to contact a host. Its name is the first label of the host that the audit must find, `NAME.leak.test`. */
export interface Leak {
  readonly name: string;
  /** Markup for the page's body. */
  readonly html?: string;
  /** Code for the page's script. */
  readonly script?: string;
  /** Rules for the page's style sheet. */
  readonly css?: string;
}

/** The URL that the leak with this name contacts. */
const leakUrl = (name: string, path = ''): string => `https://${name}.leak.test/${path}`;

/** The leaks of the canary page, one of each kind. */
export const leaks: readonly Leak[] = [
  { name: 'image', html: `<img src="${leakUrl('image', 'i.png')}" alt="">` },
  { name: 'video', html: `<video src="${leakUrl('video', 'v.mp4')}" width="32" height="18" preload="auto"></video>` },
  { name: 'frame', html: `<iframe src="${leakUrl('frame', 'f.html')}" width="32" height="18"></iframe>` },
  { name: 'in-frame', html: `<iframe srcdoc="<img src='${leakUrl('in-frame', 'i.png')}'>" width="32" height="18"></iframe>` },
  { name: 'in-other-frame' },
  { name: 'script', html: `<script src="${leakUrl('script', 's.js')}"></script>` },
  { name: 'css-import', css: `@import "${leakUrl('css-import', 'a.css')}";` },
  { name: 'css-image', css: `body { background: url("${leakUrl('css-image', 'b.png')}"); }` },
  { name: 'font', css: `@font-face { font-family: leak; src: url("${leakUrl('font', 'f.woff2')}"); } p { font-family: leak, serif; }` },
  { name: 'prefetch', html: `<link rel="prefetch" href="${leakUrl('prefetch', 'next.html')}">` },
  { name: 'preconnect', html: `<link rel="preconnect" href="${leakUrl('preconnect')}">` },
  { name: 'ping', html: `<a id="ping" href="#x" ping="${leakUrl('ping', 'p')}">x</a>`, script: `document.getElementById('ping').click();` },
  { name: 'fetch', script: `fetch('${leakUrl('fetch', 'f')}').catch(() => 0);` },
  { name: 'xhr', script: `{ const x = new XMLHttpRequest(); x.open('GET', '${leakUrl('xhr', 'x')}'); x.send(); }` },
  { name: 'event-source', script: `new EventSource('${leakUrl('event-source', 'e')}');` },
  { name: 'web-socket', script: `new WebSocket('wss://web-socket.leak.test/w');` },
  { name: 'beacon', script: `navigator.sendBeacon('${leakUrl('beacon', 'b')}', 'x');` },
  { name: 'worker', script: `new Worker(URL.createObjectURL(new Blob(["fetch('${leakUrl('worker', 'w')}')"])));` },
  {
    name: 'nested-worker',
    script: `new Worker(URL.createObjectURL(new Blob(["new Worker(URL.createObjectURL(new Blob([\\"fetch('${leakUrl('nested-worker', 'w')}')\\"])))"])));`
  },
  { name: 'shared-worker', script: `new SharedWorker('/shared-worker.js');` },
  { name: 'service-worker', script: `navigator.serviceWorker.register('/service-worker.js');` },
  {
    name: 'form',
    html: `<form id="form" action="${leakUrl('form', 'f')}" target="hidden"></form><iframe name="hidden"></iframe>`,
    script: `form.submit();`
  },
  { name: 'redirect', html: `<img src="/redirect" alt="">` },
  { name: 'leave-beacon', script: `addEventListener('pagehide', () => navigator.sendBeacon('${leakUrl('leave-beacon', 'b')}', 'x'));` },
  { name: 'leave-fetch', script: `addEventListener('pagehide', () => void fetch('${leakUrl('leave-fetch', 'k')}', { keepalive: true }));` },
  { name: 'fetch-later', script: `fetchLater('${leakUrl('fetch-later', 'l')}');` },
  {
    name: 'hidden-beacon',
    script: `document.addEventListener('visibilitychange', () => navigator.sendBeacon('${leakUrl('hidden-beacon', 'b')}', document.visibilityState));`
  }
];

const page = `<!doctype html><html lang="en"><head><title>Canary</title><style>${leaks.map(({ css = '' }) => css).join('\n')}</style></head>
<body><p>canary</p>${videoTag}${leaks.map(({ html = '' }) => html).join('\n')}<script>${leaks.map(({ script = '' }) => script).join('\n')}</script></body></html>`;

/** The responses of the canary's hosts, by host and path; every other response is 204. */
export const leakResponses: Readonly<Record<string, readonly [type: string, body: string]>> = {
  'canary.test/': ['text/html', page],
  'canary.test/shared-worker.js': ['text/javascript', `fetch('${leakUrl('shared-worker', 's')}')`],
  'canary.test/service-worker.js': [
    'text/javascript',
    `self.addEventListener('install', () => void fetch('${leakUrl('service-worker', 's')}'))`
  ],
  'frame.leak.test/f.html': ['text/html', `<script>new Image().src = '${leakUrl('in-other-frame', 'i.png')}';</script>`]
};
