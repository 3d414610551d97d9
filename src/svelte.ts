import type { HTMLAttributes as SvelteAttributes } from 'svelte/elements';
import type { JetPlayerAttributes } from './ui/attributes.js';
import { defineElements } from './ui/define.js';
import type { JetEventMap } from './ui/host/events.js';
import type { JetPlayer } from './ui/jet-player.js';

export { JetPlayer } from './ui/jet-player.js';

defineElements();

type Listeners = { [Name in keyof JetEventMap as `on${Name}`]?: (event: JetEventMap[Name]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'jet-player': JetPlayerAttributes & Listeners & Omit<SvelteAttributes<JetPlayer>, keyof JetPlayerAttributes>;
  }
}
