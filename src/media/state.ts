import { Store, type Readable } from '../lib/store.js';
import { ReceiverSession } from './session/receiver-session.js';
import type { PlayerSession } from './session/session.js';
import type { Receiver } from './receiver.js';
import type { Feature } from './features/feature.js';
import type { FeatureContext, PlayerParts } from './features/feature-context.js';
import { features, receiverFeatures } from './features/index.js';

type Features = typeof features;

/** The complete state of a player: one frozen snapshot, nested by feature. */
export type MediaState = {
  readonly [Name in keyof Features]: Features[Name] extends Feature<infer State, object> ? Readonly<State> : never;
};

/** All commands of a player, nested by feature: `player.volume.setMuted(true)`. */
export type Commands = { readonly [Name in keyof Features]: Features[Name] extends Feature<object, infer C> ? C : never };

/** The path of a command: `volume.setMuted`. */
export type CommandName = { [Name in keyof Commands]: `${Name}.${Extract<keyof Commands[Name], string>}` }[keyof Commands];

type Command = (...args: unknown[]) => unknown;
type CommandMap = Readonly<Record<string, Command>>;

const entries = Object.entries(features) as [keyof Features, Feature<object, CommandMap>][];

/** The state before any source is loaded; the server renders this one. */
export const initialState = Object.freeze(
  Object.fromEntries(entries.map(([name, { initial }]) => [name, Object.freeze(initial)]))
) as MediaState;

/** The parts of a player, with its own session, to which the commands are reported. */
interface AssembledParts extends PlayerParts {
  readonly session: PlayerSession;
}

/**
 * Sets up every feature of a player until the context's signal aborts.
 *
 * While a receiver plays, the `receiverFeatures` are set up for it as well: the state shows the receiver, and their commands go to
 * it. Each command is reported to the session.
 */
export function assemble(player: AssembledParts): {
  state: Readable<MediaState>;
  commands: Commands;
} {
  const { session, signal } = player;
  const context: FeatureContext = { ...player, chapters: () => commands.chapters };
  const state = new Store<MediaState>(initialState);
  const receiverCommands = new Map<keyof Features, CommandMap>();

  /**
   * Sets up a feature. `isVisible` returns whether changes of its slice are written to the state; the returned `writeSlice` writes the
   * latest slice. While the state shows a receiver, the player's own features keep their latest slices unwritten, until it is gone.
   */
  const setUp = (
    name: keyof Features,
    { initial, setup }: Feature<object, CommandMap>,
    featureContext: FeatureContext,
    isVisible: () => boolean
  ) => {
    let slice = Object.freeze(initial);
    const writeSlice = () => state.patch({ [name]: slice });
    const featureCommands = setup(featureContext, (patch) => {
      if (Object.entries(patch).every(([key, value]) => Object.is(slice[key as never], value))) return;
      slice = Object.freeze({ ...slice, ...patch });
      if (isVisible()) writeSlice();
    });
    return { featureCommands, writeSlice };
  };

  const restoreSlices: (() => void)[] = [];
  const commandEntries = entries.map(([name, feature]) => {
    const { featureCommands, writeSlice } = setUp(name, feature, context, () => !receiverCommands.has(name));
    if (receiverFeatures.includes(name)) restoreSlices.push(writeSlice);
    const calls = Object.keys(featureCommands).map((command): [string, Command] => [
      command,
      (...args: unknown[]) => {
        const result = ((receiverCommands.get(name) ?? featureCommands)[command] ?? featureCommands[command]!)(...args);
        session.reportCommand(`${name}.${command}`);
        return result;
      }
    ]);
    return [name, Object.freeze(Object.fromEntries(calls))];
  });
  const commands = Object.freeze(Object.fromEntries(commandEntries)) as Commands;

  const setUpReceiver = (receiver: Receiver) => {
    const receiverContext: FeatureContext = {
      ...context,
      video: receiver.video,
      stream: receiver.stream,
      session: new ReceiverSession(receiver),
      signal: AbortSignal.any([receiver.signal, signal])
    };
    for (const [name, feature] of entries.filter(([name]) => receiverFeatures.includes(name))) {
      const { featureCommands, writeSlice } = setUp(name, feature, receiverContext, () => session.receiver === receiver);
      receiverCommands.set(name, featureCommands);
      writeSlice();
    }
  };
  const onReceiver = () => {
    receiverCommands.clear();
    if (session.receiver) setUpReceiver(session.receiver);
    else for (const writeSlice of restoreSlices) writeSlice();
  };
  session.addEventListener('receiver', onReceiver, { signal });
  return { state, commands };
}
