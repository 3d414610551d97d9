import { readFileSync } from 'node:fs';

const guide = readFileSync(new URL('../../../docs/theming.md', import.meta.url), 'utf8');

/** The looks in the theming guide: the name is the heading in lower case, `css` is the style sheet below it. */
export const themes: readonly { readonly name: string; readonly css: string }[] = guide
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ name: section.split('\n', 1)[0]!.toLowerCase(), css: /```css\n(.*?)```/s.exec(section)![1]! }));
