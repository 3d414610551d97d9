// Modules created by `build/seal.mjs`: each engine is a function of its global object.

declare module 'sealed:hls.js' {
  import type Hls from 'hls.js';
  import type { Loader, LoaderCallbacks, LoaderConfiguration, LoaderContext, LoaderResponse, LoaderStats, RetryConfig } from 'hls.js';

  /** hls.js's base class of its loaders, which counts retries and enforces timeouts; not part of its public types. */
  export abstract class BaseLoader implements Loader<LoaderContext> {
    context: LoaderContext | null;
    stats: LoaderStats;
    protected config: LoaderConfiguration | null;
    protected callbacks: LoaderCallbacks<LoaderContext> | null;
    protected requestTimeout: number | undefined;
    protected retryTimeout: number | undefined;
    destroy(): void;
    abort(): void;
    load(context: LoaderContext, config: LoaderConfiguration, callbacks: LoaderCallbacks<LoaderContext>): void;
    protected loadtimeout(): void;
    protected retry(config: RetryConfig): void;
    protected abstract loadInternal(): void;
    protected abstract abortInternal(): void;
    protected abstract getNetworkDetails(): Response | null;
    protected abstract resetInternalLoader(): void;
    abstract getCacheAge(): number | null;
    abstract getResponseHeader(name: string): string | null;
  }

  export interface HlsParts {
    readonly Hls: typeof Hls;
    readonly BaseLoader: typeof BaseLoader;
    shouldRetry(config: RetryConfig | null | undefined, count: number, timedOut: boolean, response?: LoaderResponse): config is RetryConfig;
  }
  export default function (realm: object): HlsParts;
}

declare module 'sealed:eme.js' {
  import type { HlsConfig } from 'hls.js';

  /** hls.js's module for protected media. */
  export default function (realm: object): HlsConfig['emeController'];
}

declare module 'sealed:protection.js' {
  /** dash.js's module for protected media; its type is internal to dash.js. */
  export default function (realm: object): unknown;
}

declare module 'sealed:imsc.js' {
  /** dash.js's TTML parser; its type is internal to dash.js. */
  export default function (realm: object): object;
}

declare module 'sealed:dash.js' {
  import type { MediaPlayer } from 'dashjs';

  export default function (realm: object): { readonly MediaPlayer: typeof MediaPlayer };
}

declare module 'sealed:mediabunny.js' {
  import type * as Mediabunny from 'mediabunny';

  /** A box of MP4 (ISO/IEC 14496-12, 4.2) that has not been written yet; internal to mediabunny, as are the functions that return one. */
  export interface Box {
    readonly type: string;
    readonly contents?: Uint8Array;
    readonly children?: readonly (Box | null)[];
  }

  export interface MediabunnyParts extends Pick<
    typeof Mediabunny,
    'Input' | 'CustomSource' | 'EncodedPacketSink' | 'MP4' | 'QTFF' | 'MATROSKA' | 'WEBM' | 'MP3' | 'ADTS' | 'FLAC' | 'OGG'
  > {
    ftyp(file: object): Box;
    moov(muxer: object): Box;
  }
  export default function (realm: object): MediabunnyParts;
}

declare module 'sealed:c2pa.js' {
  /** The part of `@contentauth/c2pa-wasm` that reads. */
  export interface CredentialsReader {
    /** @throws when the browser, or a policy, does not compile the code */
    initSync(code: { module: ArrayBuffer }): void;
    readonly WasmReader: {
      /** `settings` is JSON. @throws an error whose text names the reason, such as `C2pa(JumbfNotFound)` */
      fromBlob(format: string, media: Blob, settings: string): Promise<{ json(): string }>;
    };
  }
  export default function (realm: object): CredentialsReader;
}
