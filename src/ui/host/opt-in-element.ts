import type { PropertyValues } from 'lit';
import type { ConsentState, NetworkSettings, OptIns, Player, StorageAdapter, StorageKind } from '../../media/index.js';
import { MarkupElement } from './markup-element.js';
import { tracksOf } from './markup.js';
import { property, textAttribute } from '../lit/property.js';

const optIns = ['storage', 'storageAdapter', 'resume', 'chromecast', 'castReceiver', 'airplay'] as const;

/**
 * The publisher's opt-ins on the tag (storage and receivers) and the consent given. Without an opt-in, none of these features is active.
 */
export abstract class OptInElement extends MarkupElement {
  abstract get player(): Player | undefined;

  /** Where the viewer's preferences are stored: `session`, `local`, or nowhere (`none`). */
  @property(textAttribute('storage', 'none')) storage: StorageKind = 'none';
  /** Stores the preferences instead of the browser's storage, when `storage` is not `none`. */
  @property({ attribute: false }) storageAdapter: StorageAdapter | null = null;
  /** Stores the resume point as well. */
  @property({ type: Boolean }) resume = false;
  /** Offers Chromecast. Google's script is loaded only after the viewer's click and consent. */
  @property({ type: Boolean }) chromecast = false;
  /** The Cast receiver application; empty is Google's default receiver. */
  @property(textAttribute('cast-receiver', '')) castReceiver = '';
  @property({ type: Boolean }) airplay = false;

  /** The page's decisions about consent, applied when the player is created. */
  protected consentDecisions: Partial<ConsentState> = {};

  /**
   * The consent given. A page's consent tool sets it, in whole or in part: with `true` the viewer is not asked, unless Global Privacy
   * Control is on; `false` withdraws consent and ends what is running.
   */
  get consent(): ConsentState {
    return this.player?.state.current.consent.given ?? { storage: false, cast: false, remote: false };
  }
  set consent(decisions: Partial<ConsentState>) {
    this.consentDecisions = { ...this.consentDecisions, ...decisions };
    this.player?.consent.decide(decisions);
  }

  protected override get media(): HTMLVideoElement {
    return this.player?.session.receiver?.video ?? this.video;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (optIns.some((name) => changed.has(name))) this.player?.session.reportOptInsChange();
  }

  /** A receiver can take over a file only when the browser itself plays it. */
  protected override get networkSettings(): NetworkSettings {
    return { ...super.networkSettings, guardFiles: !this.airplay && !this.chromecast };
  }

  /** Asks the viewer for consent; without an interface, the request is declined. */
  protected askViewer(): void {
    this.player?.consent.answer(false);
  }

  protected get optIns(): OptIns {
    const { storage, storageAdapter, chromecast, castReceiver, airplay } = this;
    return {
      storage: storage === 'local' || storage === 'session' ? storage : 'none',
      storageAdapter,
      // A start position set by the page takes precedence over the resume point.
      resume: this.resume && !(this.startTime > 0),
      chromecast,
      castReceiver,
      airplay,
      loadCast: () => import('../../cast/open-sender.js'),
      title: this.getAttribute('title-text') ?? '',
      captionFiles: tracksOf(this).filter(({ kind }) => kind === 'captions' || kind === 'subtitles')
    };
  }
}
