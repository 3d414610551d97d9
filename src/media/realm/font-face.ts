import type { Guard } from '../guard.js';

/** `FontFace` as an engine sees it: a downloaded font asks the policy, which says no; captions use the fonts that are here. */
export function sealedFontFace(guard: Guard): new (family: string, source: string) => object {
  return class SealedFontFace {
    readonly status = 'error';

    constructor(
      readonly family: string,
      private readonly source: string
    ) {}

    load(): Promise<never> {
      return Promise.resolve().then(() => {
        for (const [, url = ''] of this.source.matchAll(/url\(\s*["']?([^"')]+)/g)) guard.admit(url, 'font');
        throw new DOMException('Fonts are not downloaded.', 'NetworkError');
      });
    }
  };
}
