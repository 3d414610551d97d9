import { readFileSync } from 'node:fs';
import type { Answer } from '../../../support/world.js';

const engineFile = (path: string): Answer => ({
  body: readFileSync(new URL(`../../../../node_modules/${path}`, import.meta.url)),
  type: 'text/javascript'
});

/** The engines as published on npm. */
export const engineFiles: Readonly<Record<string, Answer>> = {
  '/engines/hls.mjs': engineFile('hls.js/dist/hls.mjs'),
  '/engines/dash.mjs': engineFile('dashjs/dist/modern/esm/dash.all.min.js')
};

/**
 * Returns a script that defines `<jet-player>`. `start` receives its video, the URL of the source, and a function that reports an error.
 */
const playerElement = (start: string): string => `<script type="module">
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

const playWithEngine = `(video, src, fail) => {
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

/** Players without a guard, each with one fault that the red team has to find. */
export const weakPlayers = {
  'the unguarded engines': playerElement(playWithEngine),
  'a player that throws': playerElement(`(video, src) => setTimeout(() => { throw new Error('thrown for ' + src); })`),
  'a player that does nothing': playerElement('() => undefined'),
  'a player that never returns': playerElement(`(video, src) => fetch(src).then(() => { if (src.includes('hang')) for (;;); })`)
} as const;
