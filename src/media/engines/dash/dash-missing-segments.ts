import type { MediaPlayerClass, Representation } from 'dashjs';
import type { EngineContext } from '../engine.js';
import { MissingSegments, type SegmentRef } from '../../recovery/missing-segments.js';

/** The request that dash.js attaches to `customData` for its interceptors. */
interface SegmentRequest {
  readonly type?: string;
  readonly mediaType?: string;
  readonly url?: string;
  readonly range?: string;
  readonly startTime?: number;
  readonly duration?: number;
  readonly representation?: { readonly id?: string; readonly segmentInfoType?: string };
}

/** The part of dash.js's `RulesContext` that is used here. */
interface RulesContext {
  getMediaType(): string;
  getMediaInfo(): unknown;
  getRepresentation(): Representation;
  getAbrController(): { getPossibleVoRepresentations(mediaInfo: unknown, filtered: boolean): readonly Representation[] };
  getCurrentRequest(): SegmentRequest | undefined;
}

/** dash.js's `SwitchRequest` for "no change", with its default priority. */
const noChange = { representation: null, reason: null, rule: null, priority: 0.5 } as const;

const segmentTypes: Readonly<Record<string, SegmentRef['type']>> = { video: 'video', audio: 'audio' };

/**
 * Records which segments dash.js requests, and handles those that are missing.
 *
 * It adds two rules to dash.js's rate adaptation, because dash.js retries a missing segment in the same rendition and then stops: one rule
 * abandons a request for a missing segment, and one avoids the renditions that lack segments.
 */
export class DashMissingSegments extends MissingSegments {
  readonly #avoidedRenditions = new Set<string>();
  /** End of the last segment that arrived, in seconds, by media type. */
  readonly #segmentEnds = new Map<string, number>();
  readonly #video: HTMLVideoElement;
  readonly #player: MediaPlayerClass;

  constructor(context: EngineContext, player: MediaPlayerClass) {
    super(context, { 'switch-rendition': 'pending-response', skip: 'empty-segment', none: 'error-response' }, (segment) =>
      this.#candidateCount(segment)
    );
    this.#player = player;
    this.#video = context.video;
    player.addRequestInterceptor((request) => {
      const { request: segmentRequest } = (request.customData ?? {}) as { request?: SegmentRequest };
      if (segmentRequest?.type === 'MediaSegment' || segmentRequest?.type === 'InitializationSegment')
        this.#announceRequest(request.url, segmentRequest);
      return Promise.resolve(request);
    });
    player.on(
      'fragmentLoadingCompleted',
      ({ request, response, error }: { request?: SegmentRequest; response?: ArrayBuffer; error?: unknown }) => {
        if (error || request?.type !== 'MediaSegment' || (response?.byteLength ?? 0) <= 8) return;
        const { mediaType = '', startTime = 0, duration = 0 } = request;
        this.recordArrival(segmentTypes[mediaType] ?? 'other');
        this.#segmentEnds.set(mediaType, startTime + duration);
      }
    );
    // dash.js reports here a segment that the decoder cannot decode, and does not append it again.
    player.on('segmentLocationBlacklistChanged', ({ entry }: { entry: string }) => {
      const [, url = '', range] = /^(.*?)(?:_(\d+-\d*))?$/.exec(entry) ?? [];
      this.markUndecodable(this.segmentIdOf(url, range && `bytes=${range}`));
    });
    const rule = (rules: object) => () => ({ create: () => ({ getClassName: () => 'MissingSegments', reset() {}, ...rules }) });
    player.addABRCustomRule(
      'abandonFragmentRules',
      'AbandonMissing',
      rule({ shouldAbandon: (rules: RulesContext) => this.#switchFromMissing(rules) })
    );
    player.addABRCustomRule(
      'qualitySwitchRules',
      'AvoidMissing',
      rule({ getSwitchRequest: (rules: RulesContext) => this.#stayBelowAvoided(rules) })
    );
  }

  #isAdaptive(): boolean {
    return this.#player.getSettings().streaming?.abr?.autoSwitchBitrate?.video ?? true;
  }

  /**
   * Returns how many renditions may have a segment; one when all others lack segments too, so that dash.js does not alternate between them.
   */
  #candidateCount({ type, rendition, start, end }: SegmentRef): number {
    if (type !== 'video' || !this.#isAdaptive()) return 1;
    const renditions = this.#player.getRepresentationsByType('video');
    const isInit = start === end;
    const hasAlternative = renditions.some(({ id }) => id !== rendition && !this.#avoidedRenditions.has(id));
    // Before dash.js knows its renditions, a second one is assumed.
    if (renditions.length === 0) return 2;
    return isInit || hasAlternative ? renditions.length : 1;
  }

  #announceRequest(url: string, { type, mediaType = '', range, startTime = 0, duration = 0, representation }: SegmentRequest): void {
    // dash.js gives no time to an init segment.
    const isInit = type === 'InitializationSegment';
    const segment = {
      type: segmentTypes[mediaType] ?? 'other',
      rendition: representation?.id ?? '',
      position: isInit ? 'head' : startTime.toFixed(1),
      start: isInit ? 0 : startTime,
      end: isInit ? 0 : startTime + duration,
      unlisted: representation?.segmentInfoType === 'SegmentTemplate'
    };
    this.announceSegment(this.segmentIdOf(url, range && `bytes=${range}`), segment);
  }

  /**
   * Returns the buffer level of a type in seconds, including what is buffered after a gap, because dash.js counts only up to the gap
   * and would fetch the whole presentation.
   */
  level(type: string, reported: number): number {
    const bufferEnd = this.#video.currentTime + reported;
    const skippedUntil = this.skippedUntil(bufferEnd);
    return skippedUntil === null ? reported : reported + Math.max(0, (this.#segmentEnds.get(type) ?? 0) - skippedUntil);
  }

  /**
   * Returns the rendition to switch to when the current segment is missing. dash.js calls this at every progress event; the
   * guard causes one with the pending response for a missing segment.
   */
  #switchFromMissing(rules: RulesContext): object {
    const { url = '', range } = rules.getCurrentRequest() ?? {};
    const id = this.segmentIdOf(url, range && `bytes=${range}`);
    const segment = this.segmentOf(id);
    if (segment?.type !== 'video' || !this.isMissing(id) || this.isWithdrawn(segment)) return noChange;
    this.#avoidedRenditions.add(segment.rendition);
    // A skipped segment is answered with an empty one. If dash.js abandoned that answer, it would alternate between renditions.
    if (this.decisionOn(id) !== 'switch-rendition') return noChange;
    const renditions = this.#renditions(rules);
    const currentRendition = renditions.find(({ id }) => id === segment.rendition);
    const alternatives = renditions.filter(({ id }) => !this.#avoidedRenditions.has(id));
    const lower = alternatives.filter(({ bandwidth }) => bandwidth < (currentRendition?.bandwidth ?? Infinity)).at(-1);
    const representation = lower ?? alternatives[0] ?? renditions.find(({ id }) => id !== segment.rendition);
    return representation ? { ...noChange, representation, priority: 1, reason: { missing: true } } : noChange;
  }

  /** Names the best rendition below the first avoided one. dash.js chooses the lowest rendition that one of its rules names. */
  #stayBelowAvoided(rules: RulesContext): object {
    if (this.#avoidedRenditions.size === 0 || rules.getMediaType() !== 'video') return noChange;
    const renditions = this.#renditions(rules);
    const firstAvoided = renditions.findIndex(({ id }) => this.#avoidedRenditions.has(id));
    return firstAvoided > 0 ? { ...noChange, representation: renditions[firstAvoided - 1], reason: { missing: true } } : noChange;
  }

  /** Returns the possible renditions, lowest bandwidth first. */
  #renditions(rules: RulesContext): Representation[] {
    return [...rules.getAbrController().getPossibleVoRepresentations(rules.getMediaInfo(), true)].sort((a, b) => a.bandwidth - b.bandwidth);
  }
}
