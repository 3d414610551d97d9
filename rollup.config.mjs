import { readFileSync, readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { cliBuild } from './build/cli.mjs';
import { credentialsBuild } from './build/credentials.mjs';
import { embedBuilds } from './build/embed.mjs';
import { bundledVersions, licenses } from './build/licenses.mjs';
import { sbom } from './build/sbom.mjs';
import { insertSealedEngines } from './build/engines.mjs';
import { minify } from './build/minify.mjs';
import { preloads } from './build/preloads.mjs';
import { noCredentials, onlyEnginesFor, scriptName, scriptOptions, singleScript, sourceTypes } from './build/single-script.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const bannerFor = (sourceTypes) => `/*! jet-player ${version} | MIT | contains ${bundledVersions(sourceTypes)} | see THIRD-PARTY.txt */`;
const banner = bannerFor();

const entries = {
  'jet-player': 'src/index.ts',
  media: 'src/media/index.ts',
  policy: 'src/policy/index.ts'
};

/** Further entries of the npm package, for projects with a build step. */
const npmEntries = {
  embed: 'src/embed/client.ts',
  react: 'src/react.ts',
  vue: 'src/vue.ts',
  svelte: 'src/svelte.ts',
  testing: 'src/testing.ts'
};
const languages = readdirSync('src/i18n/locales').filter((file) => /^[a-z]{2}\.ts$/.test(file));
const locales = Object.fromEntries(languages.map((file) => [`locales/${file.slice(0, 2)}`, `src/i18n/locales/${file}`]));

/** Removes white space and comments from style sheets in template literals, which minifiers of scripts do not change. */
const minifyStyles = () => ({
  name: 'minify-styles',
  async transform(code, id) {
    const [whole, css] = (id.endsWith('.css.ts') && /css`([^`]*)`/.exec(code)) || [];
    if (!css) return null;
    const { code: minified } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
    return { code: code.replace(whole, () => `css\`${minified.trim().replaceAll('\\', '\\\\')}\``), map: null };
  }
});

/** The compiled sources, by path and text, because the builds in one worker compile the same sources. */
const compiled = new Map();
const compileTypeScript = () => {
  const plugin = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });
  return {
    ...plugin,
    transform(code, id) {
      const key = `${id}\n${code}`;
      if (!compiled.has(key)) compiled.set(key, plugin.transform.call(this, code, id));
      return compiled.get(key);
    }
  };
};

const compile = () => [insertSealedEngines(), minifyStyles(), compileTypeScript()];
const forBrowsers = () => nodeResolve({ browser: true, exportConditions: ['browser', 'production'] });

const inSource = (...names) => new RegExp(`/src/(?:${names.join('|')})\\.ts$`);

/** Modules that are needed at the same time are in one chunk, so that they need one request and not a chain of requests. */
const chunkPatterns = {
  restrictions: inSource('lib/timed-entries', 'media/masks/read-masks', 'media/session/restrictions', 'media/withdrawn/read-passages'),
  masks: inSource('media/masks/(?:cover-thumbnail|draw-covered)', 'ui/masks/[\\w-]+'),
  credentials: inSource('i18n/credentials/[a-z]+', 'ui/credentials/(?:content|render)-credentials', 'ui/credentials/credentials-icon'),
  'ai-label': inSource('i18n/ai-labels', 'ui/ai-label/[\\w.-]+'),
  playback: inSource(
    'lib/(?:bounded-map|concat|cue-index|cue-limit|cue-nesting|language|limited-retries|webvtt|well-formed-xml)',
    'media/drm',
    'media/masks/mask',
    'media/engines/(?:default-latency|first-use|track-matching|native/file-probe|mse/(?:media-output|src-object))',
    'media/(?:engines/realm|features/lazy|recovery|session|withdrawn)/[\\w-]+',
    'media/network/(?:http-error|manifest-type|url-renewal)',
    'policy/manifest-kind'
  ),
  prefetch: inSource(
    'media/prefetch/[\\w-]+',
    'media/engines/cap-height',
    'media/network/(?:parse-xml|trusted-types)',
    'policy/attribute-list'
  )
};

/** Returns the modules that `isRoot` accepts, with everything that they import. */
function withImports(isRoot, { getModuleIds, getModuleInfo }) {
  const ids = new Set([...getModuleIds()].filter(isRoot));
  for (const id of ids) for (const imported of getModuleInfo(id).importedIds) ids.add(imported);
  return ids;
}

/**
 * Returns the Rollup output options that assign modules to chunks. Modules that an entry imports stay in the entry, even if they match a
 * pattern. Other modules that the interface imports are in its chunk, even if they match a pattern.
 */
const chunkOptions = () => {
  let entryModules;
  let interfaceModules;
  return {
    onlyExplicitManualChunks: true,
    manualChunks(id, graph) {
      entryModules ??= withImports((candidate) => graph.getModuleInfo(candidate).isEntry, graph);
      interfaceModules ??= withImports((candidate) => candidate.endsWith('/src/ui/interface/player-interface.ts'), graph);
      if (entryModules.has(id)) return undefined;
      return interfaceModules.has(id) ? 'interface' : Object.keys(chunkPatterns).find((name) => chunkPatterns[name].test(id));
    }
  };
};

const modules = (dir) => ({
  dir,
  banner,
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: ({ name }) => `chunks/${name.replace(/^_sealed_/, '')}-[hash].js`
});

const inModules = (...names) => ({
  input: Object.fromEntries(names.map((name) => [name, entries[name]])),
  preserveEntrySignatures: 'allow-extension',
  output: { ...modules('dist'), ...chunkOptions() }
});

/**
 * One classic script with everything, or with the engines for one kind of source. A chunk that the modules load later is a function in it
 * that is called later.
 */
const scriptFor = (sourceType) => ({
  input: 'src/bundle.ts',
  output: { dir: 'dist', ...scriptOptions },
  plugins: [
    sourceType && onlyEnginesFor(sourceType),
    noCredentials,
    forBrowsers(),
    ...compile(),
    singleScript({ file: scriptName(sourceType), banner: bannerFor(sourceType && [sourceType]) }),
    minify()
  ]
});

/** The builds, by the ids of their tasks in `build/tasks.mjs`. */
export const builds = {
  // For pages without a build step, with chunks for what is needed later. This build has one entry, because a browser would discover
  // modules that it shared with another entry only after loading the entry itself.
  'player-modules': {
    ...inModules('jet-player'),
    plugins: [forBrowsers(), ...compile(), minify(), preloads(), licenses(), sbom({ version })]
  },
  'headless-modules': { ...inModules('media', 'policy'), plugins: [forBrowsers(), ...compile(), minify()] },
  'single-script': scriptFor(),
  ...Object.fromEntries(sourceTypes.map((type) => [`${type}-script`, scriptFor(type)])),
  ...embedBuilds({ banner, minify, compile: () => [forBrowsers(), ...compile()] }),
  'credentials-reader': credentialsBuild({ version, compile: () => [forBrowsers(), ...compile()] }),
  // For npm. Lit is not included, so that a project contains it only once. The files are not minified, because the project's own build does
  // that. A file imports only what it uses, because bundlers warn of imports without names from a package that has no side effects.
  'npm-package': {
    input: { ...entries, ...npmEntries, ...locales },
    output: {
      ...modules('dist/npm'),
      hoistTransitiveImports: false,
      banner: ({ name }) => (name === 'react' ? `${banner}\n'use client';` : banner)
    },
    external: /^(lit|react)(\/|$)/,
    plugins: [nodeResolve(), ...compile()]
  },
  // The last build, because it writes the hashes of all others.
  'command-line': cliBuild
};

export default Object.values(builds);
