import { render } from 'lit';
import { directionOf } from '../../i18n/format.js';
import { createLabel } from '../ai-label/create-label.js';
import { applyCaptionStyle } from '../captions/caption-style.js';
import type { HotkeyFinder, View } from '../view.js';
import { adoptInto } from './adopt-into.js';
import { PipCaptions } from './pip-captions.js';
import { renderPip } from './render-pip.js';
import { pipStyles } from './pip.css.js';

interface WindowOptions {
  /** Returns the current view; undefined while there is no player. */
  view(): View | undefined;
  readonly hotkeyFor: HotkeyFinder;
}

/**
 * Moves a video into the window, together with the captions that the player renders, its most important controls and its shortcuts, until
 * `lifetime` aborts or the window closes; then the video returns to its place. The window loads nothing: its style sheet is adopted.
 */
export function fillWindow(
  pipWindow: Window & typeof globalThis,
  video: HTMLVideoElement,
  { view: currentView, hotkeyFor }: WindowOptions,
  lifetime: AbortController
): void {
  const { signal } = lifetime;
  const { document: pipDocument } = pipWindow;
  if (!customElements.get('jet-pip-captions')) customElements.define('jet-pip-captions', PipCaptions);
  adoptInto(pipDocument, pipStyles);
  const box = document.createElement('div');
  box.className = 'pip';
  const label = createLabel();
  let notice = '';

  const renderWindow = () => {
    const view = currentView();
    if (!view) return;
    const { t, options, state } = view;
    Object.assign(pipDocument.documentElement, { lang: t.lang, dir: directionOf(t.lang) });
    pipDocument.title = options.title || t.player;
    applyCaptionStyle(box, state.captions.style);
    box.toggleAttribute('data-paused', state.playback.paused);
    render(renderPip(view, video, notice), box);
    if (options.aiLabel === null) return label.element.remove();
    label.update(options.aiLabel, t.lang);
    if (!label.element.isConnected) box.append(label.element);
  };
  const onKey = (event: KeyboardEvent) => {
    const view = currentView();
    const hotkey = view && hotkeyFor(event, view, false);
    // The panel of shortcuts is in the page's window, and full screen would apply to that window.
    if (!view || !hotkey || hotkey.name === 'help' || hotkey.name === 'fullscreen') return;
    event.preventDefault();
    if (hotkey.isIgnored) return;
    hotkey.run(view);
    const viewAfterwards = currentView();
    notice = (viewAfterwards && hotkey.notice?.(viewAfterwards)) ?? '';
    renderWindow();
  };

  const placeholder = document.createComment('video');
  video.before(placeholder);
  pipDocument.body.append(box);
  renderWindow();
  // In one step, because a video that is in no document for a moment pauses.
  box.prepend(video);
  const putBack = () => {
    placeholder.parentNode?.insertBefore(video, placeholder);
    placeholder.remove();
    render(undefined, box);
    pipWindow.close();
  };
  signal.addEventListener('abort', putBack, { once: true });
  pipDocument.addEventListener('keydown', onKey, { signal });
  pipWindow.addEventListener('pagehide', () => lifetime.abort(), { signal });
  currentView()?.player.state.subscribe(renderWindow, signal);
}
