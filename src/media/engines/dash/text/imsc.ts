import type { MediaPlayerClass } from 'dashjs';

/** The `customData` that dash.js attaches to a request for its interceptors. */
interface RequestData {
  readonly request?: {
    readonly mediaType?: string;
    readonly representation?: { readonly mimeType?: string | null; readonly codecs?: string | null };
  };
}

/** Whether the data belongs to a text track that dash.js does not treat as WebVTT; it treats all others as TTML. */
const isTtml = (data: unknown): boolean => {
  const { mediaType, representation } = (data as RequestData | undefined)?.request ?? {};
  return mediaType === 'text' && !/vtt/.test(`${representation?.mimeType} ${representation?.codecs}`);
};

/**
 * Loads the TTML and IMSC parser when the first such text is requested, and delays text responses until it is ready. The parser is sealed
 * like the engine; the build removes it from dash.js, which looks it up in its realm.
 */
export function loadImsc(realm: object): (player: MediaPlayerClass) => void {
  const slot = {};
  Object.assign(realm, { imsc: slot });
  let loading: Promise<unknown> | undefined;
  const load = async () => {
    const { default: seal } = await import('sealed:imsc.js');
    Object.assign(slot, seal(realm));
  };
  return (player) => {
    player.addRequestInterceptor((request) => {
      // A failed load leaves the captions empty; the next text segment triggers another load.
      if (isTtml(request.customData)) loading ??= load().catch(() => (loading = undefined));
      return Promise.resolve(request);
    });
    player.addResponseInterceptor(async (response) => {
      if (isTtml(response.request.customData)) await loading;
      return response;
    });
  };
}
