import { redactUrl } from '../../lib/redact.js';
import { isWellFormedXml } from '../../lib/well-formed-xml.js';
import { manifestKind } from '../../policy/manifest-kind.js';
import { PlayerError } from '../error.js';
import type { SourceType } from '../source.js';
import type { WholeResponse } from './response-timing.js';

/**
 * Maximum size of a manifest, in bytes; a larger one is rejected, because reading it would block the page for seconds. dash.js builds a tree
 * of objects from an MPD. A playlist of a day with segments of two seconds has 16 MB if each of its URLs has 350 characters.
 */
const maxBytes = { hls: 32 * 1024 * 1024, dash: 24 * 1024 * 1024 };

/** Bytes within which a manifest has to show its type. */
const detectionBytes = 64 * 1024;

/**
 * Detects the type of a manifest from its bytes, independent of its name and content type.
 * @throws PlayerError `manifest/empty`, `manifest/too-large`, `manifest/malformed` or `manifest/not-a-manifest`
 */
export function detectManifestType({ bytes, url }: Pick<WholeResponse, 'bytes' | 'url'>): Exclude<SourceType, 'file'> {
  const details = { url: redactUrl(url) };
  const tooLarge = () =>
    new PlayerError('manifest/too-large', `The manifest is too large (${Math.round(bytes.byteLength / 1e6)} MB).`, details);
  if (bytes.byteLength > maxBytes.hls) throw tooLarge();
  const head = new TextDecoder().decode(bytes.slice(0, detectionBytes));
  if (!head.trim()) throw new PlayerError('manifest/empty', 'The manifest is empty.', details);
  const kind = manifestKind(head);
  if (kind === 'hls') return kind;
  if (kind !== 'dash') {
    throw new PlayerError(
      'manifest/not-a-manifest',
      'The server sent something that is neither an HLS playlist nor a DASH manifest.',
      details
    );
  }
  if (bytes.byteLength > maxBytes.dash) throw tooLarge();
  if (!isWellFormedXml(new TextDecoder().decode(bytes))) {
    throw new PlayerError('manifest/malformed', 'The DASH manifest is incomplete or not well-formed XML.', details);
  }
  return kind;
}

/** @throws PlayerError `source/wrong-type` when the publisher declared, or the engine requested, the other type of manifest */
export function checkType(expected: SourceType | undefined, detected: SourceType, url: URL): void {
  if (expected === undefined || expected === detected) return;
  throw new PlayerError('source/wrong-type', `The type of this source is ${detected}, and not ${expected}.`, {
    url: redactUrl(url)
  });
}
