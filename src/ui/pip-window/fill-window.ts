import { render } from 'lit';
import { directionOf } from '../../i18n/format.js';
import { applyCaptionStyle } from '../captions/caption-style.js';
import type { View } from '../view.js';
import { adoptInto } from './adopt-into.js';
import { PipCaptions } from './pip-captions.js';
import { renderPip } from './render-pip.js';
import { pipStyles } from './pip.css.js';

/**
 * Moves a video into the window, together with the captions that the player renders, its most important controls and its shortcuts, until
 * `life` aborts or the window closes; then the video returns to its place. The window loads nothing: its style sheet is adopted.
 */
export function fillWindow(
  pip: Window & typeof globalThis,
  video: HTMLVideoElement,
  currentView: () => View | undefined,
  life: AbortController
): void {
  const { signal } = life;
  const { document: page } = pip;
  if (!customElements.get('jet-pip-captions')) customElements.define('jet-pip-captions', PipCaptions);
  adoptInto(page, pipStyles);
  const box = document.createElement('div');
  box.className = 'pip';
  let notice = '';

  const draw = () => {
    const view = currentView();
    if (!view) return;
    const { t, options, state } = view;
    Object.assign(page.documentElement, { lang: t.lang, dir: directionOf(t.lang) });
    page.title = options.title || t.player;
    applyCaptionStyle(box, state.captions.style);
    box.toggleAttribute('data-paused', state.playback.paused);
    render(renderPip(view, video, notice), box);
  };
  const onKey = (event: KeyboardEvent) => {
    const view = currentView();
    const hotkey = view?.lazyUi?.hotkeyFor(event, view.options.hotkeys, false);
    // The other window has the panel of shortcuts and is not the one that would go full screen.
    if (!view || !hotkey || hotkey.name === 'help' || hotkey.name === 'fullscreen') return;
    event.preventDefault();
    hotkey.run(view, event.key);
    const then = currentView();
    notice = (then && hotkey.notice?.(then)) ?? '';
    draw();
  };

  const place = document.createComment('video');
  video.before(place);
  page.body.append(box);
  draw();
  // In one step, because a video that is in no document for a moment pauses.
  box.prepend(video);
  const putBack = () => {
    place.parentNode?.insertBefore(video, place);
    place.remove();
    render(undefined, box);
    pip.close();
  };
  signal.addEventListener('abort', putBack, { once: true });
  page.addEventListener('keydown', onKey, { signal });
  pip.addEventListener('pagehide', () => life.abort(), { signal });
  currentView()?.player.state.subscribe(draw, signal);
}
