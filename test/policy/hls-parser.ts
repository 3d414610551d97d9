import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The members of a parsed playlist that hold URLs. */
interface Level {
  readonly url: string;
}
interface Key {
  readonly uri: string;
}
interface Fragment {
  readonly url: string;
  readonly initSegment?: Fragment | null;
  readonly levelkeys?: Readonly<Record<string, Key>>;
}
interface Media {
  readonly fragments: readonly (Fragment | null)[];
  readonly partList?: readonly Fragment[] | null;
  readonly preloadHint?: Attributes | null;
  readonly renditionReports?: readonly Attributes[];
  readonly dateRanges: Readonly<Record<string, { readonly attr: Attributes }>>;
}
interface Multivariant {
  readonly levels: readonly Level[];
  readonly iframeVariants: readonly Level[];
  readonly contentSteering: { readonly uri: string } | null;
  readonly sessionKeys: readonly Key[] | null;
  readonly sessionData: Readonly<Record<string, Attributes>> | null;
  readonly variableList: Readonly<Record<string, string>> | null;
}
type Attributes = Readonly<Record<string, string>>;

export interface HlsParser {
  readonly AttrList: { parseAttrList(input: string): Attributes };
  readonly M3U8Parser: {
    resolve(url: string, base: string): string;
    parseMasterPlaylist(text: string, base: string): Multivariant;
    parseMasterPlaylistMedia(text: string, base: string, parsed: Multivariant): Readonly<Record<string, readonly Level[]>>;
    parseLevelPlaylist(text: string, base: string, id: number, type: string, levelId: number, variables: null): Media;
  };
}

const hlsFile = (file: string) => fileURLToPath(new URL(`../../node_modules/hls.js/src/${file}.ts`, import.meta.url));
/** The flags that hls.js's own build replaces. */
const buildFlags = [
  'VARIABLE_SUBSTITUTION',
  'EME_DRM',
  'INTERSTITIALS',
  'CONTENT_STEERING',
  'CMCD',
  'M2TS_ADVANCED_CODECS',
  'MEDIA_CAPABILITIES'
];

/** Loads the playlist parser of unmodified hls.js, with all features of its own builds. */
export async function hlsParser(): Promise<HlsParser> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { AttrList } from '${hlsFile('utils/attr-list')}'; export { default as M3U8Parser } from '${hlsFile('loader/m3u8-parser')}';`,
      resolveDir: process.cwd()
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { ...Object.fromEntries(buildFlags.map((name) => [`__USE_${name}__`, 'true'])), __VERSION__: '""' },
    banner: { js: 'const self = globalThis;' }
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as HlsParser;
}

const emptyMultivariant = {
  levels: [],
  iframeVariants: [],
  contentSteering: null,
  sessionKeys: null,
  sessionData: null,
  variableList: null
};

/** Returns what `read` returns, or `fallback` when it throws, as hls.js does for a missing URL. */
function readOr<Result>(read: () => Result, fallback: Result): Result {
  try {
    return read();
  } catch {
    return fallback;
  }
}

/** Returns the absolute URLs that hls.js reads from a text, as a multivariant playlist and as a media playlist. */
export function urlsOf({ M3U8Parser }: HlsParser, text: string, base: string): string[] {
  const resolve = (url: string | undefined) => (url ? M3U8Parser.resolve(url, base) : undefined);
  const master = readOr<Multivariant>(() => M3U8Parser.parseMasterPlaylist(text, base), emptyMultivariant);
  const tracks = readOr(() => Object.values(M3U8Parser.parseMasterPlaylistMedia(text, base, master)).flat(), []);
  const media = readOr<Media>(() => M3U8Parser.parseLevelPlaylist(text, base, 0, 'main', 0, null), { fragments: [], dateRanges: {} });
  const fragments = [...media.fragments, ...(media.partList ?? [])].filter((fragment) => fragment !== null);
  const urlsOfFragment = ({ url, initSegment, levelkeys = {} }: Fragment): (string | undefined)[] => [
    url,
    ...(initSegment ? [initSegment.url] : []),
    ...Object.values(levelkeys).map(({ uri }) => uri)
  ];
  return [
    ...[...master.levels, ...master.iframeVariants, ...tracks].map(({ url }) => url),
    ...(master.sessionKeys ?? []).map(({ uri }) => uri),
    ...Object.values(master.sessionData ?? {}).map(({ URI }) => resolve(URI)),
    master.contentSteering?.uri,
    ...fragments.flatMap((fragment) => readOr(() => urlsOfFragment(fragment), [])),
    resolve(media.preloadHint?.URI),
    ...(media.renditionReports ?? []).map(({ URI }) => resolve(URI)),
    ...Object.values(media.dateRanges).flatMap(({ attr }) => [resolve(attr['X-ASSET-URI']), resolve(attr['X-ASSET-LIST'])])
  ].filter((url): url is string => Boolean(url));
}
