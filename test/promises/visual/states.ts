import type { Browser, Page } from '@playwright/test';
import * as act from './acts.js';
import { held, inPlaylist, inWindow, playlistPanel, savingData, shared, sleeping, upNext } from './function-acts.js';
import { themes } from './themes.js';
import { captions, choose, ended, failed, hover, live, menu, paused, pausedAt, press, preview, refused, interrupted } from './acts.js';

/** One state of the interface: the content of the page, its width, its environment, and the actions that lead there. */
export interface Look {
  readonly name: string;
  readonly attributes: string;
  readonly children?: string;
  /** Declarations for the player. */
  readonly style?: string;
  /** A style sheet of the page. */
  readonly sheet?: string;
  readonly width?: number;
  /** Of the whole page; if absent, as for a player of 16 by 9. */
  readonly height?: number;
  /** Has enough text to be tested in every language: `npm run test:wide` runs axe on it in four. */
  readonly wordy?: true;
  readonly dir?: 'rtl';
  readonly lang?: string;
  /** In longer words than any language has; `lang` is `ja`, which they replace. */
  readonly pseudo?: true;
  readonly context?: Parameters<Browser['newContext']>[0];
  /** Media features that only the developer tools can set. */
  readonly features?: readonly { readonly name: string; readonly value: string }[];
  act?(page: Page): Promise<void>;
}

const beside =
  'poster="/media/poster.jpg" chapters="/media/chapters.vtt" thumbnails="/media/thumbnails.vtt" title-text="A day on the delta" muted';
const adaptive = `src="/media/cmaf/master.m3u8" ${beside}`;
const sound =
  'src="/media/cmaf/audio-en.m3u8" poster="/media/poster.jpg" chapters="/media/chapters.vtt" title-text="A day on the delta, told" muted';
const described = '<track kind="descriptions" srclang="en" label="English" src="/media/captions/en.vtt">';
const guests = '<img slot="watermark" alt="" src="/site/icon.svg" width="48"><button slot="bottom-end">Share</button>';
const followsSystem = '--jet-color-scheme: light dark';
const light = { colorScheme: 'light' } as const;

/** The looks of the theming guide. */
const themed = themes.map(({ name, css }): Look =>
  name === 'podcast'
    ? { name: `theme-${name}`, attributes: `audio ${sound}`, sheet: css, height: 150, context: light, act: (page) => pausedAt(page) }
    : { name: `theme-${name}`, attributes: adaptive, sheet: css, act: ended }
);

/** Every state that axe tests, and of which `npm run screenshots` takes a screenshot. */
export const looks: readonly Look[] = [
  { name: 'poster', wordy: true, attributes: adaptive },
  { name: 'paused', attributes: adaptive, act: paused },
  { name: 'wide', attributes: adaptive, width: 1920, act: paused },
  { name: 'narrow', attributes: adaptive, width: 320, act: paused },
  { name: 'touch', attributes: adaptive, width: 640, context: { hasTouch: true, isMobile: true }, act: paused },
  { name: 'menu', wordy: true, attributes: adaptive, act: menu },
  { name: 'menu-wide', attributes: adaptive, width: 1920, act: menu },
  { name: 'menu-narrow', wordy: true, attributes: adaptive, width: 320, act: menu },
  { name: 'menu-quality', wordy: true, attributes: adaptive, act: choose('quality') },
  { name: 'menu-chapters', wordy: true, attributes: adaptive, act: choose('chapters') },
  { name: 'preview', attributes: adaptive, act: preview },
  { name: 'preview-narrow', attributes: adaptive, width: 320, act: preview },
  { name: 'captions', attributes: adaptive, act: captions },
  { name: 'captions-narrow', attributes: adaptive, width: 320, act: captions },
  { name: 'privacy', wordy: true, attributes: adaptive, act: choose('privacy') },
  { name: 'caption-style', wordy: true, attributes: adaptive, act: act.styled },
  { name: 'caption-style-narrow', attributes: adaptive, width: 320, act: act.styled },
  { name: 'transcript', wordy: true, attributes: adaptive, act: act.transcript },
  { name: 'transcript-search', attributes: adaptive, act: act.search },
  { name: 'transcript-narrow', attributes: adaptive, width: 320, act: act.transcript },
  { name: 'transcript-off', wordy: true, attributes: adaptive, act: choose('transcript') },
  { name: 'described', attributes: adaptive, children: described, act: act.described },
  { name: 'consent', wordy: true, attributes: `${adaptive} chromecast`, act: act.asked },
  { name: 'consent-narrow', attributes: `${adaptive} chromecast`, width: 320, act: act.asked },
  { name: 'casting', wordy: true, attributes: `${adaptive} chromecast`, act: act.casting },
  { name: 'airplay', attributes: `src="/media/film.mp4" ${beside}`, act: act.airplay },
  { name: 'notice', wordy: true, attributes: adaptive, act: act.keyNotice('c') },
  { name: 'notice-chapter', attributes: adaptive, width: 320, act: act.keyNotice('Control+ArrowRight') },
  {
    name: 'shortcuts',
    wordy: true,
    attributes: adaptive,
    async act(page) {
      await paused(page);
      await press(page, '?');
      await page.getByRole('dialog').waitFor();
    }
  },
  { name: 'error', wordy: true, attributes: 'src="/media/none.m3u8" poster="/media/poster.jpg"', act: failed },
  { name: 'error-narrow', attributes: 'src="/media/none.m3u8"', width: 320, act: failed },
  { name: 'live', wordy: true, attributes: 'src="/live/hls/master.m3u8" title-text="Delta live" muted', act: live },
  { name: 'arranged', attributes: 'src="/live/hls/master.m3u8" title-text="Delta live" muted', act: act.arranged },
  { name: 'refused', wordy: true, attributes: adaptive, act: refused },
  { name: 'ended', wordy: true, attributes: adaptive, act: ended },
  { name: 'reconnecting', wordy: true, attributes: adaptive, act: interrupted('reconnecting') },
  { name: 'waiting', attributes: adaptive, width: 320, act: interrupted('unavailable') },
  { name: 'audio', wordy: true, attributes: `audio ${sound}`, height: 150, act: (page) => pausedAt(page) },
  { name: 'audio-narrow', attributes: sound, width: 320, height: 190, act: (page) => pausedAt(page) },
  { name: 'audio-light', attributes: `audio ${sound}`, style: followsSystem, height: 540, context: light, act: menu },
  { name: 'rtl', attributes: adaptive, dir: 'rtl', act: preview },
  { name: 'rtl-menu', attributes: adaptive, dir: 'rtl', act: menu },
  { name: 'arabic', attributes: adaptive, dir: 'rtl', lang: 'ar', act: choose('privacy') },
  { name: 'german', attributes: adaptive, lang: 'de', act: paused },
  { name: 'pseudo', attributes: adaptive, lang: 'ja', pseudo: true, act: menu },
  { name: 'pseudo-narrow', attributes: adaptive, lang: 'ja', pseudo: true, width: 320, act: choose('privacy') },
  { name: 'menu-speed', wordy: true, attributes: adaptive, act: choose('speed') },
  { name: 'data-saver', wordy: true, attributes: adaptive, act: savingData(paused) },
  {
    name: 'playlist-bar',
    attributes: adaptive,
    async act(page) {
      await inPlaylist(page);
      await paused(page);
    }
  },
  { name: 'playlist', wordy: true, attributes: adaptive, act: playlistPanel(paused) },
  { name: 'playlist-narrow', attributes: adaptive, width: 320, act: playlistPanel(paused) },
  { name: 'up-next', wordy: true, attributes: adaptive, act: upNext(paused) },
  { name: 'up-next-narrow', attributes: adaptive, width: 320, act: upNext(paused) },
  { name: 'share', wordy: true, attributes: adaptive, act: shared(paused) },
  { name: 'share-narrow', attributes: adaptive, width: 320, act: shared(paused) },
  { name: 'double-speed', attributes: adaptive, act: held(paused) },
  { name: 'pip-status', wordy: true, attributes: adaptive, act: inWindow },
  { name: 'podcast-sleep', wordy: true, attributes: `audio ${sound}`, width: 400, height: 540, act: sleeping },
  { name: 'podcast-chapters', attributes: `audio ${sound}`, width: 400, height: 540, act: choose('chapters', (page) => pausedAt(page)) },
  { name: 'light', attributes: adaptive, style: followsSystem, context: light, act: menu },
  { name: 'light-caption-style', attributes: adaptive, style: followsSystem, context: light, act: act.styled },
  { name: 'light-transcript', attributes: adaptive, style: followsSystem, context: light, act: act.transcript },
  { name: 'rtl-transcript', attributes: adaptive, dir: 'rtl', lang: 'ar', act: act.transcript },
  { name: 'light-privacy', attributes: adaptive, style: followsSystem, context: light, act: choose('privacy') },
  { name: 'dark', attributes: adaptive, style: followsSystem, context: { colorScheme: 'dark' }, act: menu },
  { name: 'accent', attributes: adaptive, style: '--jet-accent: #5b2bd9', act: choose('quality') },
  { name: 'slots', attributes: adaptive, children: guests, act: paused },
  { name: 'forced-colours', attributes: adaptive, context: { forcedColors: 'active' }, act: menu },
  { name: 'forced-colours-paused', attributes: adaptive, context: { forcedColors: 'active' }, act: preview },
  {
    name: 'reduced-transparency',
    attributes: adaptive,
    features: [{ name: 'prefers-reduced-transparency', value: 'reduce' }],
    act: menu
  },
  {
    name: 'reduced-motion',
    attributes: adaptive,
    context: { reducedMotion: 'reduce' },
    async act(page) {
      await pausedAt(page);
      await hover(page);
    }
  },
  ...themed
];

/** The page around the player, without anything that distracts. */
export const pageOf = ({ attributes, children = '', dir, lang = 'en' }: Look): string => `<!doctype html>
<html lang="${lang}" dir="${dir ?? 'ltr'}">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>jet-player</title>
  <link rel="stylesheet" href="/looks.css">
  <script type="module" src="/dist/jet-player.js"></script>
  <main><h1>jet-player</h1><button id="before">Before</button><jet-player ${attributes}>${children}</jet-player><button id="after">After</button></main>
</html>`;

export const styleOf = ({ style = '', sheet = '', context, width = 960, height }: Look): string => `
  body { margin: 0; background: ${context?.colorScheme === 'light' ? '#fff' : '#0d1117'} }
  h1, #before, #after { position: absolute; inset-block-start: -99px }
  [slot=bottom-end] { padding: 6px 14px; border: 0; border-radius: 99px; background: #fff; color: #000; font: inherit }
  h1 { color: ${context?.colorScheme === 'light' ? '#000' : '#fff'} }
  main { ${height ? `display: flow-root; padding: 12px; box-sizing: border-box; inline-size: ${width}px` : ''} }
  jet-player { ${height ? '' : `inline-size: ${width}px;`} ${style} }
  ${sheet}`;

/** Of the page, in pixels. */
export const sizeOf = ({ width = 960, height }: Look) => ({ width, height: height ?? Math.ceil((width * 9) / 16) });
