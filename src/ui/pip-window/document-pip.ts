import type { ReactiveController } from 'lit';
import type { PlayerElement } from '../host/player-element.js';
import type { HotkeyFinder, PictureInPicture, View } from '../view.js';

/** Document Picture-in-Picture (https://wicg.github.io/document-picture-in-picture/), which TypeScript does not know yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window & typeof globalThis>;
}

/** Maximum width of the window when it opens, in pixels. */
const maxWidth = 480;

/** Returns the browser's API; undefined where it would refuse: in a frame, and without a user gesture. */
function documentPipApi(): DocumentPictureInPicture | undefined {
  const { documentPictureInPicture } = globalThis as { documentPictureInPicture?: DocumentPictureInPicture };
  return window.parent === window && navigator.userActivation?.isActive ? documentPictureInPicture : undefined;
}

/**
 * Picture-in-picture in a window with the player's captions, buttons and shortcuts, where the browser has it (Document
 * Picture-in-Picture); otherwise the browser's own. The code for the window is loaded when it opens.
 */
export class DocumentPip implements PictureInPicture, ReactiveController {
  readonly #host: PlayerElement;
  readonly #view: () => View | undefined;
  readonly #hotkeyFor: HotkeyFinder;
  #lifetime: AbortController | undefined;

  constructor(host: PlayerElement, view: () => View | undefined, hotkeyFor: HotkeyFinder) {
    this.#host = host;
    this.#view = view;
    this.#hotkeyFor = hotkeyFor;
    host.addController(this);
  }

  /** Whether the video is in the window. */
  get active(): boolean {
    return this.#lifetime !== undefined;
  }

  /** Opens or closes the window. */
  readonly toggle = async (): Promise<void> => {
    const view = this.#view();
    if (this.#lifetime) return this.#lifetime.abort();
    if (!view) return;
    // A video with masks is hidden, and its frames are drawn in the player only.
    const documentPip = view.state.pip.active || this.#host.masks ? undefined : documentPipApi();
    if (!documentPip) return view.player.pip.toggle();
    const { video } = this.#host;
    const width = Math.round(Math.min(maxWidth, video.clientWidth || maxWidth));
    const height = Math.round((width * (video.videoHeight || 9)) / (video.videoWidth || 16));
    // The window is opened first, because its permission ends soon after the gesture.
    const pipWindow = await documentPip.requestWindow({ width, height }).catch(() => undefined);
    if (!pipWindow) return view.player.pip.toggle();
    try {
      const { fillWindow } = await import('./fill-window.js');
      if (pipWindow.closed || !this.#host.isConnected) return;
      const lifetime = (this.#lifetime = new AbortController());
      const onEnd = () => {
        this.#lifetime = undefined;
        this.#host.requestUpdate();
      };
      fillWindow(pipWindow, this.#host.video, { view: this.#view, hotkeyFor: this.#hotkeyFor }, lifetime);
      lifetime.signal.addEventListener('abort', onEnd, { once: true });
    } finally {
      if (!this.#lifetime) pipWindow.close();
    }
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    if (this.#host.masks) this.#lifetime?.abort();
  }

  hostDisconnected(): void {
    // Moving the player within the page removes and inserts it in one task.
    queueMicrotask(() => this.#host.isConnected || this.#lifetime?.abort());
  }
}
