import { bytesOf } from '../../../../lib/bytes-of.js';
import { boxesIn, findContent, subview } from './boxes.js';
import type { FileText } from './text-index.js';

/** Text as the content of a WebVTT cue that shows it as it is. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns the WebVTT texts of a sample; none when it says that nothing is shown. */
export function readTextSample(format: FileText['format'], bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === 'wvtt')
    return boxesIn(view).flatMap(({ type, content }) => {
      const text = type === 'vttc' ? findContent(content, 'payl') : undefined;
      return text ? [new TextDecoder().decode(bytesOf(text))] : [];
    });
  const text = bytesOf(subview(view, 2, view.byteLength < 2 ? 0 : Math.min(view.getUint16(0), view.byteLength - 2)));
  // 3GPP TS 26.245, 5.2: UTF-8, or UTF-16 with a byte order mark.
  const isWide = text[0] === 0xfe && text[1] === 0xff;
  const decoded = new TextDecoder(isWide ? 'utf-16be' : 'utf-8').decode(text);
  return decoded.trim() ? [escape(decoded.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))] : [];
}
