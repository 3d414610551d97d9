import { readFileSync } from 'node:fs';

const guide = readFileSync(new URL('../../../docs/theming.md', import.meta.url), 'utf8');

/** The looks of the theming guide: the heading in lower case, and the style sheet below it. */
export const themes: readonly { readonly name: string; readonly css: string }[] = guide
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ name: section.split('\n', 1)[0]!.toLowerCase(), css: /```css\n(.*?)```/s.exec(section)![1]! }));
