import type { MediaGuard } from '../../network/media-guard.js';

/** Creates `FontFace` for an engine: the policy refuses a font download, and captions use local fonts. */
export function sealedFontFace(guard: MediaGuard): new (family: string, source: string) => object {
  return class SealedFontFace {
    readonly #source: string;
    readonly status = 'error';

    constructor(
      readonly family: string,
      source: string
    ) {
      this.#source = source;
    }

    load(): Promise<never> {
      return Promise.resolve().then(() => {
        for (const [, url = ''] of this.#source.matchAll(/url\(\s*["']?([^"')]+)/g)) guard.admit(url, 'font');
        throw new DOMException('A sealed engine cannot download fonts.', 'NetworkError');
      });
    }
  };
}
