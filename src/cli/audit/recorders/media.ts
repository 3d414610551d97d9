import type { Evidence, MediaKind } from '../evidence.js';

/** The kinds of media by their types, without parameters. */
const kindsByType: readonly (readonly [type: RegExp, kind: MediaKind])[] = [
  [/^(application\/(vnd\.apple\.mpegurl|x-mpegurl|dash\+xml)|audio\/(x-)?mpegurl)$/, 'playlist'],
  [/^(text\/vtt|application\/(x-subrip|ttml\+xml))$/, 'captions'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^image\//, 'image']
];

/** The kinds of media by the ends of paths, for responses whose type says nothing. */
const kindsByPath: readonly (readonly [path: RegExp, kind: MediaKind])[] = [
  [/\.(m3u8|mpd)$/i, 'playlist'],
  [/\.(vtt|srt|ttml)$/i, 'captions'],
  [/\.(mp4|m4s|m4v|ts|webm|cmfv)$/i, 'video'],
  [/\.(m4a|mp3|aac|ogg|opus|flac|cmfa)$/i, 'audio']
];

/** Types that servers send for files that they do not know. */
const unknownTypes = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'text/plain']);

/** Returns the kind of media in a response, by its `Content-Type` and URL; undefined if it is none. */
export function mediaKindOf(contentType: string, url: string): MediaKind | undefined {
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const { pathname } = new URL(url);
  const [text, kinds] = unknownTypes.has(type) ? [pathname, kindsByPath] : [type, kindsByType];
  return kinds.find(([pattern]) => pattern.test(text))?.[1];
}

/** A response, after redirects. Names in `headers` may have any case. */
interface MediaResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Records a response if it is successful and contains media. */
export function recordMedia({ url, status, headers }: MediaResponse, evidence: Evidence): void {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const kind = status >= 200 && status < 300 ? mediaKindOf(values.get('content-type') ?? '', url) : undefined;
  if (!kind) return;
  const valueOf = (name: string): string => values.get(name)?.trim().slice(0, 300) ?? '';
  evidence.media.push({
    url,
    kind,
    reservation: valueOf('tdm-reservation'),
    policy: valueOf('tdm-policy'),
    robots: valueOf('x-robots-tag')
  });
}
