import type { MediaPlayerClass, Representation } from 'dashjs';
import type { EngineContext } from '../../engine.js';
import { Gaps, type Piece } from '../../recovery/gaps.js';

/** What dash.js hangs on a request that passes its interceptors. */
interface SegmentRequest {
  readonly type?: string;
  readonly mediaType?: string;
  readonly url?: string;
  readonly range?: string;
  readonly startTime?: number;
  readonly duration?: number;
  readonly representation?: { readonly id?: string; readonly segmentInfoType?: string };
}

/** What dash.js asks one of its rules with, as far as it is needed here. */
interface RulesContext {
  getMediaType(): string;
  getMediaInfo(): unknown;
  getRepresentation(): Representation;
  getAbrController(): { getPossibleVoRepresentations(mediaInfo: unknown, filtered: boolean): readonly Representation[] };
  getCurrentRequest(): SegmentRequest | undefined;
}

/** dash.js's own word for "no change", and its default priority. */
const noChange = { representation: null, reason: null, rule: null, priority: 0.5 } as const;

const types: Readonly<Record<string, Piece['type']>> = { video: 'video', audio: 'audio' };

/**
 * Which segments dash.js asks for, and what becomes of those that are missing.
 *
 * dash.js tries a missing segment again in the same rendition and then stops for good, so two rules of its rate adaptation are
 * added: one abandons a request that is missing, and one keeps away from the renditions that lack segments.
 */
export class DashGaps extends Gaps {
  readonly #avoided = new Set<string>();
  /** Seconds where the last segment of each type ends that came. */
  readonly #ends = new Map<string, number>();
  readonly #video: HTMLVideoElement;
  readonly #player: MediaPlayerClass;

  constructor(context: EngineContext, player: MediaPlayerClass) {
    super(context, { swap: 'silence', skip: 'nothing', none: 'refusal' }, ({ type }) =>
      type === 'video' && this.#adapts() ? this.#player.getRepresentationsByType('video').length || 2 : 1
    );
    this.#player = player;
    this.#video = context.video;
    player.addRequestInterceptor((request) => {
      const { request: asked } = (request.customData ?? {}) as { request?: SegmentRequest };
      if (asked?.type === 'MediaSegment' || asked?.type === 'InitializationSegment') this.#announce(request.url, asked);
      return Promise.resolve(request);
    });
    player.on(
      'fragmentLoadingCompleted',
      ({ request, response, error }: { request?: SegmentRequest; response?: ArrayBuffer; error?: unknown }) => {
        if (error || request?.type !== 'MediaSegment' || (response?.byteLength ?? 0) <= 8) return;
        const { mediaType = '', startTime = 0, duration = 0 } = request;
        this.arrived(types[mediaType] ?? 'other');
        this.#ends.set(mediaType, startTime + duration);
      }
    );
    // What dash.js names so is the segment at which the decoder stumbled; it appends it no more.
    player.on('segmentLocationBlacklistChanged', ({ entry }: { entry: string }) => {
      const [, url = '', range] = /^(.*?)(?:_(\d+-\d*))?$/.exec(entry) ?? [];
      this.giveUp(this.addressOf(url, range && `bytes=${range}`));
    });
    const rule = (rules: object) => () => ({ create: () => ({ getClassName: () => 'MissingSegments', reset() {}, ...rules }) });
    player.addABRCustomRule(
      'abandonFragmentRules',
      'AbandonMissing',
      rule({ shouldAbandon: (asked: RulesContext) => this.#abandon(asked) })
    );
    player.addABRCustomRule('qualitySwitchRules', 'AvoidMissing', rule({ getSwitchRequest: (asked: RulesContext) => this.#avoid(asked) }));
  }

  #adapts(): boolean {
    return this.#player.getSettings().streaming?.abr?.autoSwitchBitrate?.video ?? true;
  }

  #announce(url: string, { type, mediaType = '', range, startTime = 0, duration = 0, representation }: SegmentRequest): void {
    // dash.js gives a head no time.
    const head = type === 'InitializationSegment';
    const piece = {
      type: types[mediaType] ?? 'other',
      rendition: representation?.id ?? '',
      position: head ? 'head' : startTime.toFixed(1),
      start: head ? 0 : startTime,
      end: head ? 0 : startTime + duration,
      counted: representation?.segmentInfoType === 'SegmentTemplate'
    };
    this.announcePiece(this.addressOf(url, range && `bytes=${range}`), piece);
  }

  /** Seconds that dash.js has of a type, with what lies behind a hole: it counts up to the hole, and would fetch the whole film. */
  level(type: string, counted: number): number {
    const dry = this.#video.currentTime + counted;
    const hole = this.holeEnd(dry);
    return hole === null ? counted : counted + Math.max(0, (this.#ends.get(type) ?? 0) - hole);
  }

  /** Called at every sign of life of a request; the guard gives one when it holds back a missing segment. */
  #abandon(asked: RulesContext): object {
    const { url = '', range } = asked.getCurrentRequest() ?? {};
    const address = this.addressOf(url, range && `bytes=${range}`);
    const piece = this.pieceOf(address);
    if (piece?.type !== 'video' || !this.isLacking(address)) return noChange;
    this.#avoided.add(piece.rendition);
    const all = this.#renditions(asked);
    const missing = all.find(({ id }) => id === piece.rendition);
    const others = all.filter(({ id }) => !this.#avoided.has(id));
    const lower = others.filter(({ bandwidth }) => bandwidth < (missing?.bandwidth ?? Infinity)).at(-1);
    const representation = lower ?? others[0] ?? all.find(({ id }) => id !== piece.rendition);
    return representation ? { ...noChange, representation, priority: 1, reason: { missing: true } } : noChange;
  }

  /** dash.js takes the lowest of what its rules say, so to name the best rendition below the first avoided one is enough. */
  #avoid(asked: RulesContext): object {
    if (this.#avoided.size === 0 || asked.getMediaType() !== 'video') return noChange;
    const all = this.#renditions(asked);
    const first = all.findIndex(({ id }) => this.#avoided.has(id));
    return first > 0 ? { ...noChange, representation: all[first - 1], reason: { missing: true } } : noChange;
  }

  /** Lowest first. */
  #renditions(asked: RulesContext): Representation[] {
    return [...asked.getAbrController().getPossibleVoRepresentations(asked.getMediaInfo(), true)].sort((a, b) => a.bandwidth - b.bandwidth);
  }
}
