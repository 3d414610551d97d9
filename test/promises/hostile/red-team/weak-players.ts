import { readFileSync } from 'node:fs';
import type { Answer } from '../../../support/world.js';

const engine = (path: string): Answer => ({
  body: readFileSync(new URL(`../../../../node_modules/${path}`, import.meta.url)),
  type: 'text/javascript'
});

/** The engines as published on npm. */
export const engineFiles: Readonly<Record<string, Answer>> = {
  '/engines/hls.mjs': engine('hls.js/dist/hls.mjs'),
  '/engines/dash.mjs': engine('dashjs/dist/modern/esm/dash.all.min.js')
};

/** Defines an element that the harness uses as the player; `start` receives the element, its video and its URL. */
const element = (start: string): string => `<script type="module">
  import Hls from '/engines/hls.mjs';
  import dashjs from '/engines/dash.mjs';
  customElements.define('jet-player', class extends HTMLElement {
    video = document.createElement('video');
    state = { source: { error: null, interruption: null } };
    get player() { return { state: { current: this.state, subscribe() {} } }; }
    get played() { return this.video.played; }
    privacyReport() { return { blocked: [] }; }
    connectedCallback() {
      const fail = (code) => (this.state = { source: { error: { code }, interruption: null } });
      this.video.muted = true;
      this.append(this.video);
      this.video.autoplay = true;
      const src = new URL(this.getAttribute('src'), location).href;
      (${start})(this.video, src, fail);
    }
    disconnectedCallback() { this.video.remove(); }
  });
</script>`;

const plays = `(video, src, fail) => {
  if (src.endsWith('.mpd')) {
    const player = dashjs.MediaPlayer().create();
    player.initialize(video, src, true);
    player.on('error', ({ error }) => fail(error.code));
  } else {
    const hls = new Hls();
    hls.on('hlsError', (_, { fatal, details }) => fatal && fail(details));
    hls.loadSource(src);
    hls.attachMedia(video);
  }
}`;

/** Players without a guard, each weak in one way that the harness has to find. */
export const weakPlayers = {
  'the unguarded engines': element(plays),
  'a player that throws': element(`(video, src) => setTimeout(() => { throw new Error('thrown for ' + src); })`),
  'a player that does nothing': element('() => undefined'),
  'a player that never returns': element(`(video, src) => fetch(src).then(() => { if (src.includes('hang')) for (;;); })`)
} as const;
