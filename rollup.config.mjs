import { readFileSync, readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { cliBuild } from './rollup.cli.mjs';
import { embedBuilds } from './rollup.embed.mjs';
import { editors } from './rollup.editors.mjs';
import { inside, licenses } from './rollup.licenses.mjs';
import { sbom } from './rollup.sbom.mjs';
import { seal } from './rollup.seal.mjs';
import { single } from './rollup.single.mjs';

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
const languages = readdirSync('src/i18n').filter((file) => /^[a-z]{2}\.ts$/.test(file));
const locales = Object.fromEntries(languages.map((file) => [`locales/${file.slice(0, 2)}`, `src/i18n/${file}`]));

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
const minify = () => terser({ ecma: 2022, module: true, compress: { passes: 2 }, format: { comments: /^!/ } });
const forBrowsers = () => nodeResolve({ browser: true, exportConditions: ['browser', 'production'] });

const inSource = (...names) => new RegExp(`/src/(?:${names.join('|')})\\.ts$`);

/** What is needed together comes together: one request, and not a chain of them. */
const parts = {
  begin: inSource(
    'lib/(?:concat|cue-index|sound-xml|webvtt)',
    'media/(?:begin|catch-up|drm|manifest|play-source|showing)',
    'media/engines/(?:feed-by-object|live-latency)',
    'media/features/(?:film-strip|keep-transcript|pictures|system-controls)',
    'media/(?:realm|recovery)/[\\w-]+'
  ),
  'head-start': inSource('media/head-start/(?:dash|first-rendition|hls|segment-template)', 'media/(?:engines/cap-height|trust|xml)')
};

/** The modules that `found` finds, with all that they bring. */
function withAll(found, { getModuleIds, getModuleInfo }) {
  const seen = new Set([...getModuleIds()].filter(found));
  for (const id of seen) for (const imported of getModuleInfo(id).importedIds) seen.add(imported);
  return seen;
}

/** The modules that the entries bring stay where they are, whatever part they would fit. The interface has all that nobody has before it. */
const together = () => {
  let brought;
  let shown;
  return {
    onlyExplicitManualChunks: true,
    manualChunks(id, graph) {
      brought ??= withAll((candidate) => graph.getModuleInfo(candidate).isEntry, graph);
      shown ??= withAll((candidate) => candidate.endsWith('/src/ui/interface.ts'), graph);
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

export default [
  // For a page without a build step, what is needed only later in chunks beside it. The player is one file: what it shared with another
  // entry, a browser would hear of only after it had read the first.
  ...[['jet-player'], ['media', 'policy']].map((names) => ({
    input: Object.fromEntries(names.map((name) => [name, entries[name]])),
    preserveEntrySignatures: 'allow-extension',
    output: { ...modules('dist'), ...together() },
    plugins: [forBrowsers(), ...compile(), minify(), licenses(), sbom({ version })]
  })),
  // For npm: Lit stays outside, so that a project has it once; not minified, for the project's own build does that. A file imports only
  // what it uses: bundlers warn of an import for its side effects where the package says that there are none.
  {
    input: { ...entries, ...forProjects, ...locales },
    output: {
      ...modules('dist/npm'),
      hoistTransitiveImports: false,
      banner: ({ name }) => (name === 'react' ? `${banner}\n'use client';` : banner)
    },
    external: /^(lit|react)(\/|$)/,
    plugins: [nodeResolve(), ...compile()]
  },
  // One classic script with everything; what comes later to a module lies in it as a function that nobody has called yet.
  {
    input: 'src/bundle.ts',
    output: { dir: 'dist', format: 'cjs', exports: 'named', esModule: false, dynamicImportInCjs: false, chunkFileNames: '[name].js' },
    plugins: [forBrowsers(), ...compile(), single({ file: 'jet-player.bundle.js', banner }), minify(), editors({ version })]
  },
  ...embedBuilds({ banner, plugins: () => [forBrowsers(), ...compile(), minify()] }),
  // The last one: it writes the hashes of all the others.
  cliBuild
];
