import { Store, type Readable } from '../lib/store.js';
import type { Feature, FeatureContext } from './feature.js';
import { features } from './features/index.js';

type Features = typeof features;

/** The whole state of a player: one frozen snapshot, nested by feature. */
export type MediaState = {
  readonly [Name in keyof Features]: Features[Name] extends Feature<infer State, object> ? Readonly<State> : never;
};

/** All that a player can be told, nested by feature: `player.volume.setMuted(true)`. */
export type Commands = { readonly [Name in keyof Features]: Features[Name] extends Feature<object, infer Told> ? Told : never };

/** The path of a command: `volume.setMuted`. */
export type CommandName = { [Name in keyof Commands]: `${Name}.${Extract<keyof Commands[Name], string>}` }[keyof Commands];

const entries = Object.entries(features) as [keyof Features, Feature<object>][];

/** The state before anything is known; what is rendered on a server. */
export const initialState = Object.freeze(
  Object.fromEntries(entries.map(([name, { initial }]) => [name, Object.freeze(initial)]))
) as MediaState;

/** Attaches every feature to a player; the state lives as long as the context's signal. */
export function assemble(context: FeatureContext): { state: Readable<MediaState>; commands: Commands } {
  const state = new Store<MediaState>(initialState);
  const commands = entries.map(([name, { attach, commands: told }]) => {
    let slice = initialState[name] as object;
    attach?.(context, (patch) => {
      const changed = Object.entries(patch).some(([key, value]) => !Object.is(slice[key as never], value));
      if (changed) state.patch({ [name]: (slice = Object.freeze({ ...slice, ...patch })) });
    });
    return [name, told?.(context) ?? {}];
  });
  return { state, commands: Object.freeze(Object.fromEntries(commands)) as Commands };
}
