import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneWord, UsageError, type Arguments } from '../arguments.js';
import type { Command } from '../command.js';
import { readBeneath } from '../lint/beneath.js';
import { describe, placeholderOrigin } from '../lint/describe.js';
import { lintManifest } from '../lint/lint-manifest.js';
import { Reach } from '../lint/reach.js';
import { isWeb, readSource, type SourceContent } from '../read-source.js';
import { Budget } from '../reading/budget.js';
import { readWeb } from '../reading/web.js';

/** Lists the hosts and the tracking constructs of a manifest. */
export const lint: Command = {
  name: 'lint',
  summary: 'Lists every host and every tracking construct in an HLS playlist or a DASH MPD.',
  usage: 'FILE|URL [options]',
  notes: `Exit code 1: the manifest names another host, contains a tracking construct, or names a playlist that was not read.
Segments, redirects and the responses of other servers are not checked; "audit" does that.

--deep also reads the playlists that an HLS playlist names, within these limits:
  - With a URL, only on the site of the URL: the same host, hosts below it and hosts above it, on the same port or the default one, and
    never from https to http. Two sibling hosts (a.example.eu and b.example.eu) are two sites; an IP address is a site of its own.
    The same applies to redirects.
  - With a URL, no local files are read.
  - With a FILE, only files in its folder and below it (not by ../ or a link that leads out), and on the web only what --hosts names.
  - Loopback, link-local and private addresses only if the URL itself is at such an address, or --hosts names it as an IP address.
  - 64 MiB for one manifest and 30 s for one response; 256 MiB, 120 s and 200 playlists in total.
What was not read is listed.`,
  options: {
    deep: { help: 'also reads the playlists that an HLS playlist names' },
    hosts: { value: 'ORIGIN', list: true, help: 'other origins that --deep may contact, e.g. https://cdn.example.eu' },
    folder: { value: 'FOLDER', help: 'where --deep may read files, instead of the folder of FILE' },
    at: { value: 'URL', help: 'the URL where FILE will be served; relative URLs are resolved against it' },
    json: { help: 'prints JSON' }
  },
  async run(args, output) {
    const source = oneWord(args, 'FILE or URL');
    const servedUrls = args.value('at') ? [absoluteUrl(args.value('at'))] : [];
    const allowedOrigins = args.list('hosts').map(originOf);
    const budget = new Budget();
    const reach = new Reach(isWeb(source) ? [new URL(source), ...servedUrls] : [], allowedOrigins);
    const manifest = await readSource(source, budget, reach);
    const isFile = manifest.url.protocol === 'file:';
    const servedUrl = servedUrls[0] ?? (isFile ? new URL(manifest.url.pathname, placeholderOrigin) : manifest.url);
    const readReferenced = (url: URL): Promise<SourceContent> => {
      if (isFile && (url.protocol === 'file:' || url.origin === servedUrl.origin)) {
        return readBeneath(folderOf(args, manifest.url), url.protocol === 'file:' ? url : fileBeside(url, servedUrl, manifest.url), budget);
      }
      reach.admit(url);
      return readWeb(url, budget, reach);
    };
    const result = await lintManifest(manifest, { servedUrl, deep: args.has('deep'), read: readReferenced });
    output.print(args.has('json') ? JSON.stringify({ source, ...result }, null, 2) : describe(source, result));
    const isSerious = result.manifests.some(({ findings }) => findings.some(({ severity }) => severity !== 'low'));
    return isSerious || result.notRead.length > 0 ? 1 : 0;
  }
};

function absoluteUrl(text: string): URL {
  if (!URL.canParse(text)) throw new UsageError(`--at expects an absolute URL, not "${text}"`);
  return new URL(text);
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) throw new UsageError(`--hosts expects origins like https://cdn.example.eu, not "${text}"`);
  return url.origin;
}

const folderOf = (args: Arguments, file: URL): string =>
  args.value('folder') ? resolve(args.value('folder')) : dirname(fileURLToPath(file));

/** Returns the file that corresponds to a URL, by its path relative to the URL at which another file is served. */
function fileBeside(url: URL, at: URL, file: URL): URL {
  const steps = relative(new URL('.', at).pathname, url.pathname);
  // Without the dot, a name such as `a:b` would be parsed as an absolute URL.
  return new URL(`./${steps}`, file);
}
