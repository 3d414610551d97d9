import { ReactiveElement } from 'lit';
import { coverWithFrame } from './host/cover-with-frame.js';
import { isAutonextPrevented, setPlaylist, type Playlist } from './host/playlist.js';
import { UpNextCountdown } from './host/up-next.js';
import { JetPlayer } from './jet-player.js';
import { property } from './lit/property.js';

/** Attributes of the player that a link sets with the `data-*` attribute of the same name. */
const linkAttributes = ['poster', 'chapters', 'thumbnails', 'download'] as const;
/** Attributes that a link sets in the same way. While no link has one of them, the player keeps the attribute that the page set on it. */
const keptAttributes = { 'start-time': 'startTime', 'end-time': 'endTime', 'ai-label': 'aiLabel' } as const;

const titleOfLink = ({ dataset, textContent }: HTMLAnchorElement): string => dataset.title ?? textContent.trim().replace(/\s+/g, ' ');

/** Gives a player its playlist: the buttons in its interface, and the keys for the previous and the next track of the system. */
function connect(player: JetPlayer, playlist: Playlist | undefined): void {
  setPlaylist(player, playlist);
  player.player?.mediaSession.setTrackHandlers(playlist);
}

/**
 * A playlist made of links, which still work as links without scripts. A click plays the item in the player that `for` names, or in the
 * player inside this element. The link of the current item has `aria-current`. The player shows the previous and next item, and the list.
 * Playback stops after each item unless `autonext` is set; no item is requested before it plays.
 * ```html
 * <jet-playlist for="player"><ol><li><a href="one.m3u8" data-poster="one.jpg">One</a></li> …</ol></jet-playlist>
 * ```
 */
export class JetPlaylist extends ReactiveElement {
  /** The id of the player. */
  @property({ attribute: 'for' }) htmlFor = '';
  /** Plays the next item when one ends, after a few seconds in which the viewer can cancel it. */
  @property({ type: Boolean }) autonext = false;

  /** The withdrawn passages that the page has set on the player; undefined before the first item plays. */
  #withdrawnByPage: string | undefined;
  #lifetime: AbortController | undefined;
  /** The player that shows this playlist. */
  #showingPlayer: JetPlayer | null = null;
  readonly #countdown = new UpNextCountdown(() => this.next());

  /** The player, or null while there is none. */
  get player(): JetPlayer | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    const player = this.htmlFor ? root.getElementById(this.htmlFor) : this.querySelector('jet-player');
    return player instanceof JetPlayer ? player : null;
  }

  /** Plays the next item; returns false when the current one is the last. */
  next(): boolean {
    return this.#playNeighbour(1);
  }

  /** Plays the previous item; returns false when the current one is the first. */
  previous(): boolean {
    return this.#playNeighbour(-1);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#lifetime = new AbortController());
    const root = this.getRootNode();
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    const onEnded = ({ target }: Event) => {
      const { player } = this;
      if (!this.autonext || !player || target !== player || !this.#neighbour(1)) return;
      if (!player.player || !isAutonextPrevented(player.player)) this.#countdown.begin(player);
    };
    // In capture, because media events do not bubble.
    root.addEventListener('ended', onEnded, { capture: true, signal });
    // The player may be inserted after the playlist, and creates its headless player again after it was removed from the page.
    root.addEventListener('jet-source-change', () => this.requestUpdate(), { signal });
    const observer = new MutationObserver(() => this.requestUpdate());
    observer.observe(this, { childList: true, subtree: true, attributeFilter: ['href', 'data-title', 'aria-current'] });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime?.abort();
    this.#countdown.stop();
    this.#showIn(null, undefined);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Shows the links in the player's interface. */
  protected override updated(): void {
    if (!this.isConnected) return;
    const titles = this.#links.map(titleOfLink);
    const countdown = this.#countdown;
    const currentIndex = () => this.#current;
    const playlist: Playlist = {
      titles,
      get current() {
        return currentIndex();
      },
      get startsIn() {
        return countdown.startsIn;
      },
      get cancelled() {
        return countdown.cancelled;
      },
      choose: (index) => this.#play(this.#links[index]),
      next: () => this.next(),
      previous: () => this.previous(),
      cancel: () => countdown.cancel()
    };
    this.#showIn(this.player, titles.length > 1 ? playlist : undefined);
  }

  #showIn(player: JetPlayer | null, playlist: Playlist | undefined): void {
    if (this.#showingPlayer && this.#showingPlayer !== player) connect(this.#showingPlayer, undefined);
    if (player) connect(player, playlist);
    for (const affectedPlayer of new Set([this.#showingPlayer, player])) affectedPlayer?.requestUpdate();
    this.#showingPlayer = player;
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[href]')];
  }

  /** The index of the link that is marked as current, otherwise of the one that the player has as its source; -1 for none. */
  get #current(): number {
    const links = this.#links;
    const markedIndex = links.findIndex(({ ariaCurrent }) => ariaCurrent === 'true');
    const src = this.player?.src;
    return markedIndex < 0 && src ? links.findIndex(({ href }) => href === src) : markedIndex;
  }

  /** Returns the link `offset` items after the current one. */
  #neighbour(offset: 1 | -1): HTMLAnchorElement | undefined {
    return this.#links[this.#current + offset];
  }

  #playNeighbour(offset: 1 | -1): boolean {
    const link = this.#neighbour(offset);
    this.#play(link);
    return link !== undefined;
  }

  #onClick(event: MouseEvent): void {
    const link = this.#links.find((candidate) => event.composedPath().includes(candidate));
    // A click with a modifier key opens another tab or window, so it is left to the browser.
    if (!link || !this.player || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#play(link);
  }

  #play(link: HTMLAnchorElement | undefined): void {
    const { player } = this;
    if (!player || !link) return;
    this.#countdown.stop();
    coverWithFrame(player);
    const links = this.#links;
    for (const other of links) other.ariaCurrent = other === link ? 'true' : null;
    player.titleText = titleOfLink(link);
    const setAttribute = (name: string, value: string | undefined) =>
      value === undefined ? player.removeAttribute(name) : player.setAttribute(name, value);
    for (const name of linkAttributes) setAttribute(name, link.dataset[name]);
    for (const [name, key] of Object.entries(keptAttributes))
      if (links.some(({ dataset }) => key in dataset)) setAttribute(name, link.dataset[key]);
    // The list of the page stays, because nothing that is withdrawn may be shown.
    const pageList = (this.#withdrawnByPage ??= player.withdrawn);
    player.withdrawn = [pageList, link.dataset.withdrawn].filter(Boolean).join(' ');
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
