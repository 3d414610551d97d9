import { listen } from '../../lib/listen.js';
import type { Consent } from '../consent.js';
import type { OptIns } from '../opt-ins.js';
import type { PlayerSession } from '../session.js';
import type { Caster } from './caster.js';

export interface CastingContext {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  readonly consent: Consent;
  optIns(): OptIns;
  readonly signal: AbortSignal;
}

/** `off`; `starting`, a device is being chosen or reached; `connected`, it plays there. */
export type CastStatus = 'off' | 'starting' | 'connected';

/** Why nothing came of it, or what ended it: there is no casting here, the device cannot play this, or it has gone. */
export type CastProblem = 'unavailable' | 'failed' | 'lost';

/** Safari's own way to AirPlay, older than the standard and still the one that works there. */
export interface WebKitVideo extends HTMLVideoElement {
  readonly webkitCurrentPlaybackTargetIsWireless?: boolean;
  webkitShowPlaybackTargetPicker?(): void;
}

/**
 * Whether Google's script could find a device from here, judged without contacting anybody: it needs a secure page and Chromium's
 * Presentation API. It is a guess and a generous one: a Chromium whose maker or owner switched casting off looks the same.
 */
const canCast = (): boolean => globalThis.isSecureContext === true && 'chrome' in globalThis && 'presentation' in navigator;

/**
 * The way to another device: where it is offered, and how far it is. Whoever goes it is fetched when the viewer presses the button.
 * Event: `change`.
 */
export class Casting extends EventTarget {
  status: CastStatus = 'off';
  /** What the device calls itself; empty when there is none or it has no name. */
  device = '';
  problem: CastProblem | null = null;
  readonly #context: CastingContext;
  #caster: Promise<Caster> | undefined;

  constructor(context: CastingContext) {
    super();
    this.#context = context;
    const { session, consent, signal } = context;
    listen(session, 'opt-ins source status', () => this.become({}), signal);
    listen(consent, 'change', () => this.become({}), signal);
  }

  /** A button for Cast makes sense here. */
  get offered(): boolean {
    const { chromecast, loadCast } = this.#context.optIns();
    return chromecast === true && loadCast !== undefined && !this.#context.consent.refused('cast') && canCast() && this.#reachable;
  }

  /** A button for AirPlay makes sense here: the browser itself plays, and has a picker. */
  get airplayOffered(): boolean {
    const { video, session, consent, optIns } = this.#context;
    if (optIns().airplay !== true || consent.refused('remote') || session.engineName !== 'native') return false;
    return 'webkitShowPlaybackTargetPicker' in video && this.#reachable;
  }

  /** A device can only fetch what has an address of its own. */
  get #reachable(): boolean {
    return /^https?:$/.test(this.#context.session.source?.url.protocol ?? '');
  }

  /** Asks the viewer, lets him choose a device and plays there. */
  async start(): Promise<void> {
    if (this.offered) await (await this.#fetch()).start();
  }

  /** The same with AirPlay's own picker, which also leads back. */
  async startAirplay(): Promise<void> {
    if (this.airplayOffered) await (await this.#fetch()).startAirplay();
  }

  /** Comes back to the page's video, which goes on as the device did. */
  stop(): void {
    void this.#caster?.then((caster) => caster.stop());
  }

  /** Takes the yes back. */
  withdraw(): void {
    this.#context.consent.withdraw('cast');
    this.#context.consent.withdraw('remote');
  }

  /** Says how far it is. */
  become(change: Partial<Pick<this, 'status' | 'device' | 'problem'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }

  #fetch(): Promise<Caster> {
    return (this.#caster ??= import('./caster.js').then(({ Caster }) => new Caster(this.#context, this)));
  }
}
