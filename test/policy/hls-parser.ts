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

const inHls = (file: string) => fileURLToPath(new URL(`../../node_modules/hls.js/src/${file}.ts`, import.meta.url));
const flags = [
  'VARIABLE_SUBSTITUTION',
  'EME_DRM',
  'INTERSTITIALS',
  'CONTENT_STEERING',
  'CMCD',
  'M2TS_ADVANCED_CODECS',
  'MEDIA_CAPABILITIES'
];

/** Loads the playlist parser of unmodified hls.js, with everything that its own builds contain. */
export async function hlsParser(): Promise<HlsParser> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { AttrList } from '${inHls('utils/attr-list')}'; export { default as M3U8Parser } from '${inHls('loader/m3u8-parser')}';`,
      resolveDir: process.cwd()
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { ...Object.fromEntries(flags.map((name) => [`__USE_${name}__`, 'true'])), __VERSION__: '""' },
    banner: { js: 'const self = globalThis;' }
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as HlsParser;
}

const none = { levels: [], iframeVariants: [], contentSteering: null, sessionKeys: null, sessionData: null, variableList: null };

/** Reads a text, or refuses it, as hls.js does when a URL is missing. */
function attempt<Result>(read: () => Result, otherwise: Result): Result {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** Every URL that hls.js reads from a text, as a multivariant and as a media playlist, absolute. */
export function urlsOf({ M3U8Parser }: HlsParser, text: string, base: string): string[] {
  const resolve = (url: string | undefined) => (url ? M3U8Parser.resolve(url, base) : undefined);
  const master = attempt<Multivariant>(() => M3U8Parser.parseMasterPlaylist(text, base), none);
  const tracks = attempt(() => Object.values(M3U8Parser.parseMasterPlaylistMedia(text, base, master)).flat(), []);
  const media = attempt<Media>(() => M3U8Parser.parseLevelPlaylist(text, base, 0, 'main', 0, null), { fragments: [], dateRanges: {} });
  const fragments = [...media.fragments, ...(media.partList ?? [])].filter((fragment) => fragment !== null);
  const ofFragment = ({ url, initSegment, levelkeys = {} }: Fragment): (string | undefined)[] => [
    url,
    ...(initSegment ? [initSegment.url] : []),
    ...Object.values(levelkeys).map(({ uri }) => uri)
  ];
  return [
    ...[...master.levels, ...master.iframeVariants, ...tracks].map(({ url }) => url),
    ...(master.sessionKeys ?? []).map(({ uri }) => uri),
    ...Object.values(master.sessionData ?? {}).map(({ URI }) => resolve(URI)),
    master.contentSteering?.uri,
    ...fragments.flatMap((fragment) => attempt(() => ofFragment(fragment), [])),
    resolve(media.preloadHint?.URI),
    ...(media.renditionReports ?? []).map(({ URI }) => resolve(URI)),
    ...Object.values(media.dateRanges).flatMap(({ attr }) => [resolve(attr['X-ASSET-URI']), resolve(attr['X-ASSET-LIST'])])
  ].filter((url): url is string => Boolean(url));
}
