import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSources } from './sources.mjs';

const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const packageJsonIn = (folder) => JSON.parse(readText(join(folder, 'package.json')) || '{}');

/** Scripts of a package that npm runs when it installs the package. */
const installScripts = ['preinstall', 'install', 'postinstall'];

/**
 * An installed package of an engine. `askedVersions` are those of the packages that its sources import, `installedVersions` those that the
 * build takes; `uses` is described in `sources.mjs`.
 * @typedef {{ name: string, version: string, license: string, licenseText: string, dependencies: Record<string, string>,
 *   installScripts: string[], askedVersions: Record<string, string>, installedVersions: Record<string, string>,
 *   uses: Record<string, Record<string, number>> }} PackageDescription
 */

/**
 * Describes an installed package of an engine.
 * @param {string} name @param {string} modules the folder `node_modules`
 * @returns {Promise<PackageDescription>}
 */
export async function describePackage(name, modules) {
  const folder = join(modules, name);
  const { version, license, dependencies = {}, devDependencies = {}, scripts = {} } = packageJsonIn(folder);
  const { uses, imports } = await describeSources(name, folder);
  const asked = { ...devDependencies, ...dependencies };
  const installedVersion = (dependency) =>
    [join(folder, 'node_modules'), modules].map((place) => packageJsonIn(join(place, dependency)).version).find(Boolean) ?? 'none';
  return {
    name,
    version,
    license: String(license),
    licenseText: readText(join(folder, 'LICENSE')) || readText(join(folder, 'LICENSE.md')),
    dependencies,
    installScripts: installScripts.filter((script) => script in scripts).map((script) => `${script}: ${scripts[script]}`),
    askedVersions: Object.fromEntries(imports.map((each) => [each, asked[each] ?? 'unnamed'])),
    installedVersions: Object.fromEntries(imports.map((each) => [each, installedVersion(each)])),
    uses
  };
}
