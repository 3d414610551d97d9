import { Store, type Readable } from '../lib/store.js';
import { ReceiverSession } from './casting/receiver-session.js';
import type { Receiver } from './casting/receiver.js';
import type { Feature, FeatureContext } from './feature.js';
import { features, travelling } from './features/index.js';

type Features = typeof features;

/** The whole state of a player: one frozen snapshot, nested by feature. */
export type MediaState = {
  readonly [Name in keyof Features]: Features[Name] extends Feature<infer State, object> ? Readonly<State> : never;
};

/** All that a player can be told, nested by feature: `player.volume.setMuted(true)`. */
export type Commands = { readonly [Name in keyof Features]: Features[Name] extends Feature<object, infer Told> ? Told : never };

/** The path of a command: `volume.setMuted`. */
export type CommandName = { [Name in keyof Commands]: `${Name}.${Extract<keyof Commands[Name], string>}` }[keyof Commands];

type Command = (...args: unknown[]) => unknown;
type Told = Readonly<Record<string, Command>>;

const entries = Object.entries(features) as [keyof Features, Feature<object, Told>][];

/** The state before anything is known; what is rendered on a server. */
export const initialState = Object.freeze(
  Object.fromEntries(entries.map(([name, { initial }]) => [name, Object.freeze(initial)]))
) as MediaState;

/**
 * Attaches every feature to a player; the state lives as long as the context's signal.
 *
 * While another device plays, the travelling features are attached to it as well: what they say of the device stands in the state,
 * and their commands go there. Each command is told on the session, as `told`.
 */
export function assemble(context: FeatureContext): { state: Readable<MediaState>; commands: Commands } {
  const { session, signal } = context;
  const state = new Store<MediaState>(initialState);
  const away = new Map<keyof Features, Told>();

  /** Attaches a feature; `visible` says whether its slice is the one that counts. Returns a way to show what was kept back. */
  const show = (name: keyof Features, { initial, attach }: Feature<object>, at: FeatureContext, visible: () => boolean) => {
    let slice = Object.freeze(initial);
    const put = () => state.patch({ [name]: slice });
    attach?.(at, (patch) => {
      if (Object.entries(patch).every(([key, value]) => Object.is(slice[key as never], value))) return;
      slice = Object.freeze({ ...slice, ...patch });
      if (visible()) put();
    });
    return put;
  };

  const comeBack: (() => void)[] = [];
  const commands = entries.map(([name, feature]) => {
    const put = show(name, feature, context, () => !away.has(name));
    if (travelling.includes(name)) comeBack.push(put);
    const here: Told = feature.commands?.(context) ?? {};
    const routed = Object.keys(here).map((told): [string, Command] => [
      told,
      (...args: unknown[]) => {
        const result = ((away.get(name) ?? here)[told] ?? here[told]!)(...args);
        session.dispatchEvent(new CustomEvent('told', { detail: `${name}.${told}` }));
        return result;
      }
    ]);
    return [name, Object.freeze(Object.fromEntries(routed))];
  });

  const follow = (receiver: Receiver) => {
    const there: FeatureContext = {
      ...context,
      video: receiver.video,
      stream: receiver.stream,
      session: new ReceiverSession(receiver),
      signal: AbortSignal.any([receiver.signal, signal])
    };
    for (const [name, feature] of entries.filter(([name]) => travelling.includes(name))) {
      away.set(name, feature.commands?.(there) ?? {});
      show(name, feature, there, () => session.receiver === receiver)();
    }
  };
  const onReceiver = () => {
    away.clear();
    if (session.receiver) follow(session.receiver);
    else for (const put of comeBack) put();
  };
  session.addEventListener('receiver', onReceiver, { signal });
  return { state, commands: Object.freeze(Object.fromEntries(commands)) as Commands };
}
