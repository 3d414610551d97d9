import type { ErrorData } from 'hls.js';
import { redactUrl } from '../../../lib/redact.js';
import { httpError } from '../../network/http-error.js';
import { PlayerError, toPlayerError } from '../../error.js';

/** Converts a fatal error of hls.js into a player error. */
export function toError(data: ErrorData): PlayerError {
  const { details, response, url = response?.url ?? data.frag?.url ?? '', error: cause } = data;
  const errorDetails = { cause, url: url && redactUrl(url) };
  const { networkDetails } = data as { networkDetails?: unknown };
  if (networkDetails instanceof PlayerError) return networkDetails;
  if (details === 'manifestIncompatibleCodecsError' || details === 'bufferAddCodecError' || details === 'bufferIncompatibleCodecsError') {
    const codecs = /codecs="?([^"]+)/.exec(data.mimeType ?? '')?.[1];
    const missingDecoder = codecs ? `the codec ${codecs}` : 'any rendition of this video';
    return new PlayerError('media/unsupported-codec', `This browser has no decoder for ${missingDecoder}.`, errorDetails);
  }
  if (details === 'manifestParsingError' || details === 'levelParsingError') {
    return new PlayerError('manifest/malformed', 'The HLS playlist cannot be read.', errorDetails);
  }
  if (details === 'levelEmptyError') return new PlayerError('manifest/empty', 'The HLS playlist lists no segments.', errorDetails);
  if (details === 'fragParsingError')
    return new PlayerError('media/not-media', 'The server sent something that is neither video nor audio.', errorDetails);
  if (data.type === 'mediaError') return new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', errorDetails);
  if (data.type !== 'networkError') return toPlayerError(cause);
  if (/TimeOut/.test(details)) return new PlayerError('network/timeout', 'The server did not answer in time.', errorDetails);
  return (response?.code && httpError(response.code, url)) || unreachable(errorDetails);
}

function unreachable(errorDetails: { cause: unknown; url: string }): PlayerError {
  if (!navigator.onLine) return new PlayerError('network/offline', 'The device is offline.', errorDetails);
  return new PlayerError('network/unreachable', 'The connection to the video server was lost.', errorDetails);
}
