import { redactUrl } from '../../../lib/redact.js';
import { PlayerError, type ErrorCode } from '../../error.js';
import { httpError } from '../../network/http-error.js';

/** The `error` property of dash.js's `error` event. */
export interface DashError {
  readonly code: number;
  readonly message?: string;
  readonly data?: {
    readonly request?: { readonly url?: string; readonly mediaType?: string };
    readonly response?: { readonly status?: number };
  };
}

/** Codes of dash.js errors after which playback continues: XLink expansion, clock, captions. */
const harmlessCodes = new Set([12, 16, 22, 29, 33]);

const messages: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  10: ['manifest/malformed', 'The DASH manifest cannot be read.'],
  31: ['manifest/malformed', 'The DASH manifest cannot be read.'],
  34: ['media/unsupported-codec', 'The manifest mixes audio and video in a way that this player cannot separate.'],
  3: ['media/decode', 'The video is damaged and cannot be decoded.'],
  4: ['engine/failed', 'The browser can no longer play this video.']
};

/** Whether a code is that of a failed download: of the manifest, a segment, an init segment or other content. */
const isDownloadError = (code: number): boolean => code >= 25 && code <= 28;

/** Codes of dash.js errors about streams that the browser cannot decode. */
const undecodableCodes = new Set([32, 35]);

/** Returns the codecs that an MPD declares, of which an error names the first ones. */
function codecsIn(mpd: string): string {
  const declaredCodecs = new Set([...mpd.matchAll(/\scodecs="([^"<]{1,80})"/g)].map(([, codecs]) => codecs));
  return [...declaredCodecs].slice(0, 5).join(', ');
}

/** Converts an error of dash.js, while it plays the MPD with this text, into a player error; undefined when playback continues. */
export function toError({ code, message, data }: DashError, mpd: string): PlayerError | undefined {
  if (harmlessCodes.has(code) || data?.request?.mediaType === 'text') return undefined;
  const url = data?.request?.url;
  const details = { cause: message, ...(url && { url: redactUrl(url) }) };
  if (undecodableCodes.has(code)) {
    const codecs = codecsIn(mpd);
    const sentence = `This browser has no decoder for any stream of this video: ${codecs || 'the manifest declares no codecs'}.`;
    return new PlayerError('media/unsupported-codec', sentence, details);
  }
  const knownError = messages[code];
  if (knownError) return new PlayerError(knownError[0], knownError[1], details);
  const status = data?.response?.status;
  const statusError = status && httpError(status, url ?? '');
  if (statusError) return statusError;
  if (!isDownloadError(code)) return new PlayerError('engine/failed', message ?? `dash.js stopped (code ${code}).`, details);
  return navigator.onLine
    ? new PlayerError('network/unreachable', 'The connection to the video server was lost.', details)
    : new PlayerError('network/offline', 'The device is offline.', details);
}
