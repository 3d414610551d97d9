/** Returns the entries that only one of two lists has. @param {readonly string[]} before @param {readonly string[]} after */
const difference = (before, after) => ({
  added: after.filter((each) => !before.includes(each)),
  removed: before.filter((each) => !after.includes(each))
});

/**
 * Returns the keys whose values differ, with both values.
 * @template Value
 * @param {Readonly<Record<string, Value>>} before @param {Readonly<Record<string, Value>>} after
 * @returns {{ key: string, from: Value | undefined, to: Value | undefined }[]}
 */
const changedEntries = (before, after) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ key, from: before[key], to: after[key] }));

/** Whether the realm has a name or member; `window.fetch` is the `fetch` of the realm. */
const isGranted = (name, granted) => granted.includes(name.replace(/^window\./, ''));

/**
 * Compares what two versions of a sealed engine ask for.
 * @param {import('./census.mjs').Census} before @param {import('./census.mjs').Census} after @param {readonly string[]} granted
 */
export function compareCensuses(before, after, granted) {
  const asked = difference([...before.names, ...before.members], [...after.names, ...after.members]);
  return {
    added: asked.added.map((name) => ({ name, granted: isGranted(name, granted) })),
    removed: asked.removed,
    ways: changedEntries(before.ways, after.ways),
    bytes: { from: before.bytes, to: after.bytes }
  };
}

/** Compares the uses of the network and the like in all sources of two versions, source by source. */
function compareUses(before, after) {
  const countsOf = ({ uses }) =>
    Object.fromEntries(
      Object.entries(uses).flatMap(([file, counts]) => Object.entries(counts).map(([use, count]) => [`${file}\n${use}`, count]))
    );
  const changes = changedEntries(countsOf(before), countsOf(after)).map(({ key, from = 0, to = 0 }) => {
    const [file, use] = key.split('\n');
    return { use, file, from, to, shipped: (to > from ? after : before).shippedUses.includes(use) };
  });
  return { added: changes.filter(({ from, to }) => to > from), removed: changes.filter(({ from, to }) => to < from) };
}

/** Returns the imported packages whose version in `node_modules` is not the exact one with which the engine was published. */
const otherVersions = ({ askedVersions, installedVersions }) =>
  Object.keys(askedVersions)
    .filter((name) => /^\d/.test(askedVersions[name]) && askedVersions[name] !== installedVersions[name])
    .map((name) => ({ name, asked: askedVersions[name], installed: installedVersions[name] }));

/**
 * Compares two versions of an engine's package.
 * @param {import('./inspect.mjs').InspectedPackage} before @param {import('./inspect.mjs').InspectedPackage} after
 * @param {readonly string[]} granted what the realm has
 */
export function comparePackages(before, after, granted) {
  const engines = after.engines.map(({ engine, unapplied, census, error }) => {
    const earlier = before.engines.find((each) => each.engine === engine)?.census;
    return { engine, unapplied, error, ...(census && earlier && compareCensuses(earlier, census, granted)) };
  });
  return {
    name: after.name,
    from: before.version,
    to: after.version,
    engines,
    uses: compareUses(before, after),
    license: { from: before.license, to: after.license, textChanged: before.licenseText !== after.licenseText },
    dependencies: changedEntries(before.dependencies, after.dependencies),
    installScripts: difference(before.installScripts, after.installScripts),
    imports: difference(Object.keys(before.askedVersions), Object.keys(after.askedVersions)),
    otherVersions: otherVersions(after)
  };
}

/** @typedef {ReturnType<typeof comparePackages>} PackageComparison */
/** @typedef {ReturnType<typeof compareCensuses>} CensusComparison */
