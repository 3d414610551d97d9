import { ReactiveElement } from 'lit';
import { holdFrame } from './host/hold-frame.js';
import { JetPlayer } from './jet-player.js';
import { property } from './lit/property.js';

/** Attributes of the player that a link sets with the `data-*` attribute of the same name. */
const linkAttributes = ['poster', 'chapters', 'thumbnails', 'download'] as const;

/**
 * A playlist made of links, which still work as links without scripts. A click plays the item in the player that `for` names, or in the
 * player inside this element. The link of the current item has `aria-current`. Playback stops after each item unless `autonext` is set.
 * ```html
 * <jet-playlist for="player"><ol><li><a href="one.m3u8" data-poster="one.jpg">One</a></li> …</ol></jet-playlist>
 * ```
 */
export class JetPlaylist extends ReactiveElement {
  /** The id of the player. */
  @property({ attribute: 'for' }) htmlFor = '';
  /** Plays the next item when one ends. */
  @property({ type: Boolean }) autonext = false;

  #lifetime: AbortController | undefined;

  /** The player, or null while there is none. */
  get player(): JetPlayer | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    const player = this.htmlFor ? root.getElementById(this.htmlFor) : this.querySelector('jet-player');
    return player instanceof JetPlayer ? player : null;
  }

  /** Plays the next item; returns false when the current one is the last. */
  next(): boolean {
    return this.#go(1);
  }

  /** Plays the previous item; returns false when the current one is the first. */
  previous(): boolean {
    return this.#go(-1);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#lifetime = new AbortController());
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    // In capture, because media events do not bubble.
    const onEnded = ({ target }: Event) => this.autonext && target === this.player && this.next();
    this.getRootNode().addEventListener('ended', onEnded, { capture: true, signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime?.abort();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[href]')];
  }

  #go(by: 1 | -1): boolean {
    const links = this.#links;
    const link = links[links.findIndex(({ ariaCurrent }) => ariaCurrent === 'true') + by];
    if (link) this.#play(link);
    return link !== undefined;
  }

  #onClick(event: MouseEvent): void {
    const link = this.#links.find((candidate) => event.composedPath().includes(candidate));
    // A click with a modifier key opens another tab or window, so it is left to the browser.
    if (!link || !this.player || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#play(link);
  }

  #play(link: HTMLAnchorElement): void {
    const { player } = this;
    if (!player) return;
    holdFrame(player);
    for (const other of this.#links) other.ariaCurrent = other === link ? 'true' : null;
    player.titleText = link.dataset.title ?? link.textContent.trim();
    for (const name of linkAttributes) {
      const value = link.dataset[name];
      if (value === undefined) player.removeAttribute(name);
      else player.setAttribute(name, value);
    }
    player.type = link.type;
    player.src = link.href;
    void player.play().catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-playlist': JetPlaylist;
  }
}
