import { readFileSync, readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { cliBuild } from './build/cli.mjs';
import { embedBuilds } from './build/embed.mjs';
import { inside, licenses } from './build/licenses.mjs';
import { sbom } from './build/sbom.mjs';
import { seal } from './build/engines.mjs';
import { minify } from './build/minify.mjs';
import { parts as inParts, single } from './build/single.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! jet-player ${version} | MIT | contains ${inside} | see THIRD-PARTY.txt */`;

const entries = {
  'jet-player': 'src/index.ts',
  media: 'src/media/index.ts',
  policy: 'src/policy/index.ts'
};

/** Entries for whoever has a build step. */
const forProjects = {
  embed: 'src/embed/client.ts',
  react: 'src/react.ts',
  vue: 'src/vue.ts',
  svelte: 'src/svelte.ts',
  testing: 'src/testing.ts'
};
const languages = readdirSync('src/i18n/locales').filter((file) => /^[a-z]{2}\.ts$/.test(file));
const locales = Object.fromEntries(languages.map((file) => [`locales/${file.slice(0, 2)}`, `src/i18n/locales/${file}`]));

/** Takes the white space and the comments out of the style sheets, which no minifier of scripts looks into. */
const minifyStyles = () => ({
  name: 'minify-styles',
  async transform(code, id) {
    const [whole, css] = (id.endsWith('.css.ts') && /css`([^`]*)`/.exec(code)) || [];
    if (!css) return null;
    const { code: minified } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
    return { code: code.replace(whole, () => `css\`${minified.trim().replaceAll('\\', '\\\\')}\``), map: null };
  }
});

const compile = () => [seal(), minifyStyles(), esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })];
const forBrowsers = () => nodeResolve({ browser: true, exportConditions: ['browser', 'production'] });

const inSource = (...names) => new RegExp(`/src/(?:${names.join('|')})\\.ts$`);

/** What is needed together comes together: one request, and not a chain of them. */
const parts = {
  playback: inSource(
    'lib/(?:bounded-map|concat|cue-index|limited-retries|webvtt|well-formed-xml)',
    'media/drm',
    'media/engines/(?:default-latency|mse/src-object)',
    'media/(?:engines/realm|features/lazy|recovery|session)/[\\w-]+',
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

/** The modules that `found` finds, with all that they bring. */
function withAll(found, { getModuleIds, getModuleInfo }) {
  const seen = new Set([...getModuleIds()].filter(found));
  for (const id of seen) for (const imported of getModuleInfo(id).importedIds) seen.add(imported);
  return seen;
}

/** Modules that an entry imports stay in the entry, even if they match a part. The interface has what neither the entry nor an earlier part has. */
const together = () => {
  let brought;
  let shown;
  return {
    onlyExplicitManualChunks: true,
    manualChunks(id, graph) {
      brought ??= withAll((candidate) => graph.getModuleInfo(candidate).isEntry, graph);
      shown ??= withAll((candidate) => candidate.endsWith('/src/ui/interface/interface.ts'), graph);
      if (brought.has(id)) return undefined;
      return shown.has(id) ? 'interface' : Object.keys(parts).find((name) => parts[name].test(id));
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
  output: { ...modules('dist'), ...together() }
});

/** Every build by what it makes, as a line of progress says it. */
export const builds = {
  // For a page without a build step, what is needed only later in chunks beside it. The player is one file: what it shared with another
  // entry, a browser would hear of only after it had read the first.
  'the player as modules': {
    ...inModules('jet-player'),
    plugins: [forBrowsers(), ...compile(), minify(), licenses(), sbom({ version })]
  },
  'the player without an interface': { ...inModules('media', 'policy'), plugins: [forBrowsers(), ...compile(), minify()] },
  // One classic script with everything; a part that a module would load later is a function in it that has not been called yet.
  'the single script': {
    input: 'src/bundle.ts',
    output: { dir: 'dist', ...inParts },
    plugins: [forBrowsers(), ...compile(), single({ file: 'jet-player.bundle.js', banner }), minify()]
  },
  ...embedBuilds({ banner, minify, compile: () => [forBrowsers(), ...compile()] }),
  // For npm: Lit stays outside, so that a project has it once; not minified, for the project's own build does that. A file imports only
  // what it uses: bundlers warn of an import for its side effects where the package says that there are none.
  'the npm package': {
    input: { ...entries, ...forProjects, ...locales },
    output: {
      ...modules('dist/npm'),
      hoistTransitiveImports: false,
      banner: ({ name }) => (name === 'react' ? `${banner}\n'use client';` : banner)
    },
    external: /^(lit|react)(\/|$)/,
    plugins: [nodeResolve(), ...compile()]
  },
  // The last one: it writes the hashes of all the others.
  'the command line': cliBuild
};

export default Object.values(builds);
