import type { HlsConfig, LoaderContext } from 'hls.js';
import type { HlsParts } from 'sealed:hls.js';
import { concat } from '../../../lib/concat.js';
import type { RequestKind } from '../../../policy/policy.js';
import { toPlayerError, type PlayerError } from '../../error.js';
import { replay, timingOf, type WholeResponse } from '../../network/response-timing.js';
import type { MissingSegmentDecision } from '../../recovery/missing-segments.js';
import type { MediaGuard } from '../../network/media-guard.js';
import { withClearKeyIds } from './clear-key-id.js';
import { unexpectedDeltaUpdate } from './delta-update.js';
import { unexpectedMultivariant } from './media-playlist.js';
import { wrapMediaSequence } from './media-sequence.js';
import { withStartAfter } from './start-position.js';
import { replaceVariables, type Variables } from './variables.js';

/** Maps hls.js's request types to the kinds of the policy. */
const kinds: Readonly<Record<string, RequestKind>> = {
  manifest: 'manifest',
  level: 'manifest',
  audioTrack: 'manifest',
  subtitleTrack: 'manifest',
  'media-fragment': 'segment',
  key: 'key',
  'server-certificate': 'license',
  'steering-manifest': 'steering',
  'interstitial-asset-list': 'steering'
};

/**
 * The status that hls.js receives for a request that failed without a response: after a 403, hls.js switches to another rendition.
 * It says nothing about the server, whose own 403 `RetryingGuard` retries before hls.js receives it.
 */
const switchRenditionStatus = 403;

/**
 * The status that hls.js receives for a segment to skip; not a status from a server. hls.js retries, and finds the segment marked as a gap;
 * see `config.ts` and `missing-fragments.ts`.
 */
export const skipSegmentStatus = 599;

/** Returns the `Range` header for the bytes from `start` until before `end`; undefined for a whole file. */
export const byteRange = (start: number | undefined, end: number | undefined): string | undefined =>
  end ? `bytes=${start ?? 0}-${end - 1}` : undefined;

/** Returns the `Range` header of a request; undefined for a whole file. */
export const rangeOf = ({ rangeStart, rangeEnd }: LoaderContext): string | undefined => byteRange(rangeStart, rangeEnd);

/** A segment that has been fetched before hls.js requests it. */
export class FetchedSegment {
  #fetched: { readonly url: string; readonly range: string | undefined; readonly response: WholeResponse } | undefined;

  store(url: string, range: string | undefined, response: WholeResponse): void {
    this.#fetched = { url, range, response };
  }

  discard(): void {
    this.#fetched = undefined;
  }

  /** Returns the response to a request for the segment, once. */
  take(url: string, range: string | undefined): Response | undefined {
    const fetched = this.#fetched;
    if (fetched?.url !== url || fetched.range !== range) return undefined;
    this.#fetched = undefined;
    return replay(fetched.response);
  }
}

/** Records what hls.js requests, and returns the decision about a missing fragment. */
export interface FragmentTracker {
  /** Records what a request is for, and returns the identifier of the requested segment. */
  announce(context: LoaderContext): string;
  decisionOn(segmentId: string): MissingSegmentDecision;
  /** Returns the media that hls.js receives for a request. */
  complete(context: LoaderContext, media: ArrayBuffer): ArrayBuffer;
}

/**
 * Creates hls.js's loader on top of the retrying guard, which does all retries; the loader itself neither retries nor times out. A video on
 * demand starts at `minStart` seconds or later.
 */
export function guardLoader(
  { BaseLoader }: HlsParts,
  guard: MediaGuard,
  tracker: FragmentTracker,
  fetched = new FetchedSegment(),
  minStart = 0
): HlsConfig['loader'] {
  /** Of the multivariant playlist; media playlists import them. */
  let variables: Variables | undefined;
  return class GuardLoader extends BaseLoader {
    #abortController = new AbortController();
    #response: Response | null = null;
    #segmentId = '';

    protected override loadInternal(): void {
      const { config, context, stats } = this;
      if (!config || !context) return;
      this.#abortController = new AbortController();
      stats.loading.first = stats.loaded = 0;
      stats.aborted = false;
      void this.#load(context, this.#abortController.signal);
    }

    async #load(context: LoaderContext, signal: AbortSignal): Promise<void> {
      this.#segmentId = tracker.announce(context);
      const range = rangeOf(context);
      const headers = { ...context.headers, ...(range && { range }) };
      try {
        // A type of request that a later hls.js adds counts as a beacon, which the policy blocks.
        const response =
          fetched.take(context.url, range) ?? (await guard.fetch(context.url, kinds[context.type] ?? 'beacon', { headers, signal }));
        this.#response = response;
        const { start, first, end } = timingOf(response);
        const { stats, config } = this;
        if (signal.aborted || !config) return;
        // A prefetched response began before hls.js requested it; the actual times keep its bandwidth estimate correct.
        stats.loading.start = Math.min(stats.loading.start, start);
        stats.loading.first = first;
        if (!response.ok) return this.#reportFailure(response, signal);
        const data = await this.#read(response, context);
        if (signal.aborted) return;
        const playlistError =
          typeof data === 'string' ? (unexpectedMultivariant(data, context.type) ?? unexpectedDeltaUpdate(data, context.url)) : undefined;
        if (playlistError) return this.#reportFailure(playlistError, signal);
        this.#reportSuccess(context, response, data, end ?? performance.now());
      } catch (error) {
        this.#reportFailure(toPlayerError(error, 'network/unreachable'), signal);
      }
    }

    /** Reads the body in chunks, so that hls.js can abort a download that is too slow while it is running. */
    async #read(response: Response, context: LoaderContext): Promise<ArrayBuffer | string> {
      const { stats } = this;
      stats.total = Number(response.headers.get('content-length')) || stats.total;
      const chunks: Uint8Array[] = [];
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
        chunks.push(part.value);
        stats.loaded += part.value.byteLength;
      }
      const bytes = concat(chunks);
      if (context.responseType === 'arraybuffer') return tracker.complete(context, bytes);
      // hls.js accepts blank lines before `#EXTM3U` in a media playlist only.
      const replaced = replaceVariables(new TextDecoder().decode(bytes).trimStart(), variables);
      if (replaced.playlist.includes('#EXT-X-STREAM-INF')) ({ variables } = replaced);
      return withStartAfter(minStart, wrapMediaSequence(withClearKeyIds(replaced.playlist)));
    }

    #reportSuccess(context: LoaderContext, response: Response, data: ArrayBuffer | string, end: number): void {
      const { stats, callbacks } = this;
      stats.loading.end = Math.max(end, stats.loading.first);
      stats.loaded = stats.total = typeof data === 'string' ? data.length : data.byteLength;
      stats.bwEstimate = (stats.total * 8000) / Math.max(stats.loading.end - stats.loading.first, 1);
      callbacks?.onProgress?.(stats, context, data, response);
      callbacks?.onSuccess({ url: response.url || context.url, data, code: response.status }, stats, context, response);
    }

    /**
     * Reports the failure to hls.js, which passes the cause through its events unchanged, so that `toError` can return the player's own
     * error.
     */
    #reportFailure(cause: Response | PlayerError, signal: AbortSignal): void {
      const { context, callbacks, stats } = this;
      if (signal.aborted || !context) return;
      const text = cause instanceof Response ? cause.statusText : cause.message;
      const isSkipped = tracker.decisionOn(this.#segmentId) === 'skip';
      const code = isSkipped ? skipSegmentStatus : cause instanceof Response ? cause.status : switchRenditionStatus;
      callbacks?.onError({ code, text }, context, cause as Response, stats);
    }

    protected override abortInternal(): void {
      if (this.stats && !this.stats.loading.end) this.stats.aborted = true;
      this.#abortController.abort();
    }

    protected override resetInternalLoader(): void {
      this.#response = null;
    }

    protected override getNetworkDetails(): Response | null {
      return this.#response;
    }

    getCacheAge(): number | null {
      const age = this.getResponseHeader('age');
      return age === null ? null : parseFloat(age);
    }

    getResponseHeader(name: string): string | null {
      return this.#response?.headers.get(name) ?? null;
    }
  };
}
