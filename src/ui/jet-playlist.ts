import { ReactiveElement } from 'lit';
import { JetPlayer } from './jet-player.js';
import { property } from './property.js';

/** What a link may say of its film in `data-*`, and the player's attribute of the same name. */
const told = ['poster', 'chapters', 'thumbnails', 'download'] as const;

/**
 * A list of films for a player: links, which stay links where there is no script. A click plays the film in the player that `for` names,
 * or in the one inside; the link of the film that plays has `aria-current`. One film ends where it ends, unless `autonext` is set.
 * ```html
 * <jet-playlist for="player"><ol><li><a href="one.m3u8" data-poster="one.jpg">One</a></li> …</ol></jet-playlist>
 * ```
 */
export class JetPlaylist extends ReactiveElement {
  /** The id of the player. */
  @property({ attribute: 'for' }) htmlFor = '';
  /** The end of a film begins the next. */
  @property({ type: Boolean }) autonext = false;

  #life: AbortController | undefined;

  /** The player; null as long as there is none. */
  get player(): JetPlayer | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    const player = this.htmlFor ? root.getElementById(this.htmlFor) : this.querySelector('jet-player');
    return player instanceof JetPlayer ? player : null;
  }

  /** Plays the film after this one; false when it was the last. */
  next(): boolean {
    return this.#go(1);
  }

  /** Plays the film before this one; false when it was the first. */
  previous(): boolean {
    return this.#go(-1);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#life = new AbortController());
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    // The events of a video do not bubble, but they can be caught on their way down.
    const onEnded = ({ target }: Event) => this.autonext && target === this.player && this.next();
    this.getRootNode().addEventListener('ended', onEnded, { capture: true, signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
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
    // A click with a key held is a wish to the browser: another tab, another window.
    if (!link || !this.player || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#play(link);
  }

  #play(link: HTMLAnchorElement): void {
    const { player } = this;
    if (!player) return;
    for (const other of this.#links) other.ariaCurrent = other === link ? 'true' : null;
    player.titleText = link.dataset.title ?? link.textContent.trim();
    for (const name of told) {
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
