import type { MediaPlayerClass } from 'dashjs';

/** What dash.js hangs on a request that passes its interceptors. */
interface Asked {
  readonly request?: {
    readonly mediaType?: string;
    readonly representation?: { readonly mimeType?: string | null; readonly codecs?: string | null };
  };
}

/** Whether this is text that dash.js does not take for WebVTT; it takes all the rest for TTML. */
const isTtml = (data: unknown): boolean => {
  const { mediaType, representation } = (data as Asked | undefined)?.request ?? {};
  return mediaType === 'text' && !/vtt/.test(`${representation?.mimeType} ${representation?.codecs}`);
};

/**
 * Brings what reads TTML and IMSC when such text is first asked for, and lets none through before it is there. It is sealed like the rest,
 * and left out of dash.js by the build, which looks for it in its realm.
 */
export function bringImsc(realm: object): (player: MediaPlayerClass) => void {
  const slot = {};
  Object.assign(realm, { imsc: slot });
  let brought: Promise<unknown> | undefined;
  const bring = async () => {
    const { default: seal } = await import('sealed:imsc.js');
    Object.assign(slot, seal(realm));
  };
  return (player) => {
    player.addRequestInterceptor((request) => {
      // Without it there are no captions, and the next piece of them asks again.
      if (isTtml(request.customData)) brought ??= bring().catch(() => (brought = undefined));
      return Promise.resolve(request);
    });
    player.addResponseInterceptor(async (response) => {
      if (isTtml(response.request.customData)) await brought;
      return response;
    });
  };
}
