import type { ReactiveController, TemplateResult } from 'lit';
import { unchecked, type Credentials } from '../../media/credentials/credentials.js';
import { checkCredentials } from '../../media/credentials/check-credentials.js';
import type { Player } from '../../media/index.js';
import { button } from '../button.js';
import type { PlayerElement } from '../host/player-element.js';
import type { CredentialsView, View } from '../view.js';
import { credentialsIcon } from './credentials-icon.js';
import { credentialsTexts } from '../../i18n/credentials/index.js';
import { renderCredentials } from './render-credentials.js';

/** The part of the player that Content Credentials need. */
export interface CredentialsHost extends PlayerElement {
  aiLabel: 'generated' | 'modified' | null;
}

/**
 * Returns the folder of the reader beside `jet-player.js`, whose chunks are one folder deeper. Without `new URL`, because bundlers look for
 * the file that it names while they build.
 */
const readerFolder = (): string => `${import.meta.url.split('/').slice(0, -2).join('/')}/credentials/`;

/** The Content Credentials of what one player plays: the check, its result, the button and the panel. */
export class ContentCredentials implements ReactiveController, CredentialsView {
  readonly #host: CredentialsHost;
  #result = unchecked;
  #player: Player | undefined;
  #check: AbortController | undefined;
  #listeners: AbortController | undefined;
  /** The AI label that a manifest set; null when there is none. */
  #ownLabel: CredentialsHost['aiLabel'] = null;

  constructor(host: CredentialsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { player } = this.#host;
    if (!player || player === this.#player) return;
    this.#player = player;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    player.session.addEventListener('source', () => this.#reset(), { signal });
    player.session.addEventListener('status', () => this.#checkIfAutomatic(), { signal });
    this.#checkIfAutomatic();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#listeners?.abort();
      this.#player = undefined;
      this.#reset();
    });
  }

  title({ t }: View): string {
    return credentialsTexts(t.lang).title;
  }

  renderButton({ t, show }: View): TemplateResult {
    return button({
      name: 'credentials',
      label: credentialsTexts(t.lang).title,
      icon: credentialsIcon,
      run: () => show('credentials')
    });
  }

  renderPanel({ t }: View): TemplateResult {
    return renderCredentials(this.#result, credentialsTexts(t.lang), t.lang, () => void this.#start());
  }

  #checkIfAutomatic(): void {
    const { session } = this.#player!;
    if (this.#host.credentials === 'check' && session.status === 'ready' && this.#result.status === 'unchecked') void this.#start();
  }

  /** Forgets the result of the last source, and the AI label that it set. */
  #reset(): void {
    this.#check?.abort();
    this.#check = undefined;
    if (this.#ownLabel && this.#host.aiLabel === this.#ownLabel) this.#host.aiLabel = null;
    this.#ownLabel = null;
    if (this.#result !== unchecked) this.#publish(unchecked);
  }

  async #start(): Promise<void> {
    if (this.#result.status === 'checking' || !this.#player) return;
    const { signal } = (this.#check = new AbortController());
    const { credentialsSrc, credentialsTrust, baseURI } = this.#host;
    this.#publish({ ...unchecked, status: 'checking' });
    const folder = credentialsSrc ? new URL(credentialsSrc, baseURI) : readerFolder();
    const trust = credentialsTrust ? new URL(credentialsTrust, baseURI).href : undefined;
    const onProgress = (loaded: number, total: number) => this.#publish({ ...unchecked, status: 'checking', loaded, total });
    try {
      const result = await checkCredentials(this.#player, { folder, trust, signal, onProgress });
      // The label is loaded before it is set, so that the player does not hide the video meanwhile.
      if (result.aiLabel) await import('../ai-label/ai-label.js').catch(() => undefined);
      if (signal.aborted) return;
      if (result.aiLabel && this.#host.aiLabel === null) this.#host.aiLabel = this.#ownLabel = result.aiLabel;
      this.#publish(result);
    } catch {
      // A new source has ended the check.
    }
  }

  #publish(result: Credentials): void {
    this.#result = result;
    this.#host.requestUpdate();
    const dispatch = (type: string) => this.#host.dispatchEvent(new CustomEvent(type, { detail: result, bubbles: true, composed: true }));
    dispatch('jet-credentials-change');
  }
}
