/**
 * Writes what the installed versions of engines ask for: `node build/engines-check/inspect.mjs FILE PACKAGE…`, in the root of a project. It
 * seals each engine with all changes that apply, so that there is a census even if others do not. The JSON in FILE is an `Inspection`.
 */
import { writeFileSync } from 'node:fs';
import { sealEngine } from '../seal.mjs';
import { censusOf } from './census.mjs';
import { describePackage } from './describe-package.mjs';
import { grantedNames } from './granted-names.mjs';
import { loadTypeScript } from './load-typescript.mjs';
import { enginePackages } from './packages.mjs';

/**
 * @typedef {{ engine: string, unapplied: import('../unapplied.mjs').Unapplied[], census?: import('./census.mjs').Census, error?: string }}
 *   InspectedEngine without a census, `error` says why the engine could not be sealed
 * @typedef {import('./describe-package.mjs').PackageDescription & { engines: InspectedEngine[], shippedUses: string[] }} InspectedPackage
 *   `shippedUses` are the uses whose text is in one of the sealed engines
 * @typedef {{ granted: string[], packages: InspectedPackage[] }} Inspection `granted` lists what the realm has
 */

const [file, ...names] = process.argv.slice(2);
const { waysToPage } = await loadTypeScript('test/release/build/census.ts');

/** Seals an engine without the changes that do not apply. */
async function inspectEngine(engine) {
  const unapplied = [];
  try {
    const code = await sealEngine(engine, (change) => unapplied.push(change));
    return { code, result: { engine, unapplied, census: censusOf(code, waysToPage) } };
  } catch (error) {
    return { code: '', result: { engine, unapplied, error: error.message.split('\n')[0] } };
  }
}

/** Whether a sealed engine contains a use: its URL, or its last name, because the build renames the object before it. */
function isShipped(use, codes) {
  if (use.includes('://')) return codes.some((code) => code.includes(use));
  const word = use.split(/\W+/).at(-1);
  return codes.some((code) => code.split(/[^\w$]+/).includes(word));
}

async function inspectPackage(name) {
  const description = await describePackage(name, 'node_modules');
  const inspected = [];
  for (const engine of enginePackages[name].engines) inspected.push(await inspectEngine(engine));
  const uses = new Set(Object.values(description.uses).flatMap((counts) => Object.keys(counts)));
  const codes = inspected.map(({ code }) => code);
  return { ...description, engines: inspected.map(({ result }) => result), shippedUses: [...uses].filter((use) => isShipped(use, codes)) };
}

const packages = [];
for (const name of names) packages.push(await inspectPackage(name));
writeFileSync(file, JSON.stringify({ granted: [...(await grantedNames())], packages }));
