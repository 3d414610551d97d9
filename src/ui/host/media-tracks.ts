import type { AudioTrack, Rendition } from '../../media/index.js';

/**
 * A DOM-style list of items with an id: `length`, indices, `for of`, lookup by id, and events when an item is added or removed.
 * The interface is that of *media-tracks* (https://github.com/muxinc/media-elements/tree/main/packages/media-tracks).
 */
class TrackList<Item extends { readonly id: string }> extends EventTarget {
  readonly [index: number]: Item;
  #items: readonly Item[] = [];

  get length(): number {
    return this.#items.length;
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.#items.values();
  }

  protected find(id: string): Item | null {
    return this.#items.find((item) => item.id === id) ?? null;
  }

  /** Replaces the list; `added` and `removed` are the types of the events. */
  protected replace(items: readonly Item[], added: string, removed: string, detail: 'rendition' | 'track'): void {
    const previousItems = this.#items;
    this.#items = items;
    for (let index = 0; index < Math.max(previousItems.length, items.length); index++) {
      if (index < items.length) Object.defineProperty(this, index, { value: items[index], configurable: true, enumerable: true });
      else Reflect.deleteProperty(this, index);
    }
    const dispatch = (type: string, item: Item) => this.dispatchEvent(Object.assign(new Event(type), { [detail]: item }));
    for (const item of previousItems) if (!items.includes(item)) dispatch(removed, item);
    for (const item of items) if (!previousItems.includes(item)) dispatch(added, item);
  }
}

/** A video rendition; `selected` is true for the viewer's choice. */
export interface VideoRendition extends Rendition {
  readonly selected: boolean;
}

/** Fires `addrendition`, `removerendition` and `change`. */
export class VideoRenditionList extends TrackList<VideoRendition> {
  readonly #requestChoice: (id: string) => void;
  #choice = 'auto';

  constructor(choose: (id: string) => void) {
    super();
    this.#requestChoice = choose;
  }

  /** The index of the chosen rendition; -1 means that the engine chooses. */
  get selectedIndex(): number {
    return [...this].findIndex(({ id }) => id === this.#choice);
  }
  set selectedIndex(index: number) {
    this.#requestChoice(this[index]?.id ?? 'auto');
  }

  getRenditionById(id: string): VideoRendition | null {
    return this.find(id);
  }

  /** @internal */
  setRenditions(renditions: readonly Rendition[], choice: string): void {
    const isChosen = (id: string) => id === this.#choice;
    const selectableRenditions = renditions.map((rendition) =>
      Object.defineProperty({ ...rendition, selected: false }, 'selected', { enumerable: true, get: () => isChosen(rendition.id) })
    );
    this.#choice = choice;
    this.replace(selectableRenditions, 'addrendition', 'removerendition', 'rendition');
  }

  /** @internal */
  setChoice(choice: string): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    this.dispatchEvent(new Event('change'));
  }
}

/** An audio track as in HTML; setting `enabled` to true selects it. */
export interface SwitchableAudioTrack extends AudioTrack {
  enabled: boolean;
}

/** Fires `addtrack`, `removetrack` and `change`. */
export class AudioTrackList extends TrackList<SwitchableAudioTrack> {
  readonly #requestChoice: (id: string) => void;
  #choice: string | null = null;

  constructor(choose: (id: string) => void) {
    super();
    this.#requestChoice = choose;
  }

  getTrackById(id: string): SwitchableAudioTrack | null {
    return this.find(id);
  }

  /** @internal */
  setTracks(tracks: readonly AudioTrack[], choice: string | null): void {
    const selectableTracks = tracks.map((track) =>
      Object.defineProperty({ ...track, enabled: false }, 'enabled', {
        enumerable: true,
        get: () => track.id === this.#choice,
        // One track is always enabled, so setting `enabled` to false has no effect.
        set: (enabled: boolean) => enabled && track.id !== this.#choice && this.#requestChoice(track.id)
      })
    );
    this.#choice = choice;
    this.replace(selectableTracks, 'addtrack', 'removetrack', 'track');
  }

  /** @internal */
  setChoice(choice: string | null): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    this.dispatchEvent(new Event('change'));
  }
}
