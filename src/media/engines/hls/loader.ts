import type { HlsConfig, LoaderContext } from 'hls.js';
import type { HlsParts } from 'sealed:hls.js';
import { concat } from '../../../lib/concat.js';
import type { UrlKind } from '../../../policy/policy.js';
import { toPlayerError, type PlayerError } from '../../error.js';
import { timingOf } from '../../meter.js';
import type { PatientGuard } from '../../recovery/patient-guard.js';
import { unaskedDelta } from './delta.js';
import type { HlsGaps } from './gaps.js';
import { tameSequence } from './sequence.js';

/** What hls.js calls the thing it asks for, in the words of the policy. */
const kinds: Readonly<Record<string, UrlKind>> = {
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

/** What the guard's patience did not help reads to hls.js like "forbidden", a status after which it takes another rendition. */
const hopeless = 403;

/** A segment to be left out. hls.js is to take another look, and finds it marked as a gap; see `config.ts` and `gaps.ts`. */
export const gapAhead = 599;

/** The `Range` header of a request; undefined where it is for a whole file. */
export const rangeOf = ({ rangeStart, rangeEnd }: LoaderContext): string | undefined =>
  rangeEnd ? `bytes=${rangeStart ?? 0}-${rangeEnd - 1}` : undefined;

/** hls.js's loader, built on the patient guard, which does all the trying; here nothing is tried twice and nothing times out. */
export function guardLoader(
  { BaseLoader }: HlsParts,
  guard: PatientGuard,
  gaps: Pick<HlsGaps, 'announce' | 'decisionOn'>
): HlsConfig['loader'] {
  return class GuardLoader extends BaseLoader {
    #abort = new AbortController();
    #response: Response | null = null;
    #address = '';

    protected override loadInternal(): void {
      const { config, context, stats } = this;
      if (!config || !context) return;
      this.#abort = new AbortController();
      stats.loading.first = stats.loaded = 0;
      stats.aborted = false;
      void this.#load(context, this.#abort.signal);
    }

    async #load(context: LoaderContext, signal: AbortSignal): Promise<void> {
      this.#address = gaps.announce(context);
      const range = rangeOf(context);
      const headers = { ...context.headers, ...(range && { range }) };
      try {
        const response = await guard.fetch(context.url, kinds[context.type] ?? 'beacon', { headers, signal });
        this.#response = response;
        const { start, first, end } = timingOf(response);
        const { stats, config } = this;
        if (signal.aborted || !config) return;
        // A warm response began before hls.js asked; the truth keeps its estimate of the bandwidth honest.
        stats.loading.start = Math.min(stats.loading.start, start);
        stats.loading.first = first;
        if (!response.ok) return this.#failed(response, signal);
        const data = await this.#read(response, context);
        if (signal.aborted) return;
        const wrong = typeof data === 'string' ? unaskedDelta(data, context.url) : undefined;
        if (wrong) return this.#failed(wrong, signal);
        this.#succeeded(context, response, data, end ?? performance.now());
      } catch (error) {
        this.#failed(toPlayerError(error, 'network/unreachable'), signal);
      }
    }

    /** Reads the body piece by piece, so that hls.js can give up on a download that is too slow while it runs. */
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
      return context.responseType === 'arraybuffer' ? bytes : tameSequence(new TextDecoder().decode(bytes));
    }

    #succeeded(context: LoaderContext, response: Response, data: ArrayBuffer | string, end: number): void {
      const { stats, callbacks } = this;
      stats.loading.end = Math.max(end, stats.loading.first);
      stats.loaded = stats.total = typeof data === 'string' ? data.length : data.byteLength;
      stats.bwEstimate = (stats.total * 8000) / Math.max(stats.loading.end - stats.loading.first, 1);
      callbacks?.onProgress?.(stats, context, data, response);
      callbacks?.onSuccess({ url: response.url || context.url, data, code: response.status }, stats, context, response);
    }

    /** hls.js hands the cause through its events untouched; there the player finds its own error again. */
    #failed(cause: Response | PlayerError, signal: AbortSignal): void {
      const { context, callbacks, stats } = this;
      if (signal.aborted || !context) return;
      const text = cause instanceof Response ? cause.statusText : cause.message;
      const skipped = gaps.decisionOn(this.#address) === 'skip';
      const code = skipped ? gapAhead : cause instanceof Response ? cause.status : hopeless;
      callbacks?.onError({ code, text }, context, cause as Response, stats);
    }

    protected override abortInternal(): void {
      if (this.stats && !this.stats.loading.end) this.stats.aborted = true;
      this.#abort.abort();
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
