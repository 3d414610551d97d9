import { build } from 'esbuild';

/** Returns a value that has every member and can be called and constructed, in place of the browser's objects. */
function anything() {
  const target = function () {};
  return new Proxy(target, {
    has: () => true,
    get: (_, name) => (name === Symbol.toPrimitive ? () => '' : (target[name] ?? anything())),
    apply: anything,
    construct: anything
  });
}

/**
 * Returns what the realm of an engine grants in a browser that has everything: the names of its global object, and the members of its
 * document and navigator, as `fetch`, `document.head`. It creates the player's own realm.
 * @returns {Promise<Set<string>>}
 */
export async function grantedNames() {
  const { outputFiles } = await build({
    entryPoints: ['src/media/engines/realm/realm.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'realmModule',
    logLevel: 'error'
  });
  const browser = anything();
  const createRealm = new Function('globalThis', 'document', 'navigator', `${outputFiles[0].text}; return realmModule.createRealm;`);
  const realm = createRealm(browser, browser, browser)(anything(), () => 'segment', { keySystems: true });
  const members = ['document', 'navigator'].flatMap((name) => Object.keys(realm[name]).map((member) => `${name}.${member}`));
  return new Set([...Object.keys(realm), ...members]);
}
