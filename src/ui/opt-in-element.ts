import type { PropertyValues } from 'lit';
import type { ConsentState, OptIns, Player, StorageAdapter, StorageKind } from '../media/index.js';
import { textAttribute } from './attribute.js';
import { MarkupElement } from './markup-element.js';
import { tracksOf } from './markup.js';
import { property } from './property.js';

const optIns = ['storage', 'storageAdapter', 'resume', 'chromecast', 'castReceiver', 'airplay'] as const;

/** What the publisher opts in to on the tag, memory and other devices, and what was said yes to. Without it, none of this exists. */
export abstract class OptInElement extends MarkupElement {
  abstract get player(): Player | undefined;

  /** Where the viewer's choices are remembered: `session`, `local`, or nowhere. */
  @property(textAttribute('storage', 'none')) storage: StorageKind = 'none';
  /** Keeps them instead of the browser's storage, where `storage` is not `none`. */
  @property({ attribute: false }) storageAdapter: StorageAdapter | null = null;
  /** Remembers where the viewer stopped, too. */
  @property({ type: Boolean }) resume = false;
  /** Offers Chromecast; Google's script comes after the viewer's click and his yes. */
  @property({ type: Boolean }) chromecast = false;
  /** The Cast application that plays; empty is Google's default receiver. */
  @property(textAttribute('cast-receiver', '')) castReceiver = '';
  @property({ type: Boolean }) airplay = false;

  /** What the page said before there was a player. */
  protected decisions: Partial<ConsentState> = {};

  /**
   * What may be done now. A page's consent tool sets it, wholly or in part: a yes spares the viewer the question, unless Global
   * Privacy Control is on; a no takes the offer away and ends what is under way.
   */
  get consent(): ConsentState {
    return this.player?.state.current.consent.given ?? { storage: false, cast: false, remote: false };
  }
  set consent(decisions: Partial<ConsentState>) {
    this.decisions = { ...this.decisions, ...decisions };
    this.player?.consent.decide(decisions);
  }

  protected override get media(): HTMLVideoElement {
    return this.player?.session.receiver?.video ?? this.video;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (optIns.some((name) => changed.has(name))) this.player?.session.dispatchEvent(new Event('opt-ins'));
  }

  /** Asks the viewer; without an interface nobody can say yes. */
  protected askViewer(): void {
    this.player?.consent.answer(false);
  }

  protected get optIns(): OptIns {
    const { storage, storageAdapter, chromecast, castReceiver, airplay } = this;
    return {
      storage: storage === 'local' || storage === 'session' ? storage : 'none',
      storageAdapter,
      // Where the page says where to begin, memory does not.
      resume: this.resume && !(this.startTime > 0),
      chromecast,
      castReceiver,
      airplay,
      loadCast: () => import('../cast/open-sender.js'),
      title: this.getAttribute('title-text') ?? '',
      captionFiles: tracksOf(this).filter(({ kind }) => kind === 'captions' || kind === 'subtitles')
    };
  }
}
