import type { HTMLAttributes } from 'vue';
import type { JetPlayerAttributes, JetPlayerProps } from './ui/attributes.js';
import { defineElements } from './ui/define.js';
import type { JetEventMap } from './ui/host/events.js';
import type { JetPlayer } from './ui/jet-player.js';

export { JetPlayer } from './ui/jet-player.js';

defineElements();

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;
type Listeners = { [Name in keyof JetEventMap as `on${Pascal<Name>}`]?: (event: JetEventMap[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    /** Checks attributes in templates; `compilerOptions.isCustomElement` must include the tag. */
    'jet-player': new () => JetPlayer & {
      readonly $props: JetPlayerAttributes & JetPlayerProps & Listeners & HTMLAttributes;
    };
  }
}
