import type { CastOptions, CastSender } from '../media/receiver.js';
import { loadFramework } from './framework.js';
import { ChromecastReceiver } from './chromecast-receiver.js';

/** Error codes of the framework for "the viewer chose no device". */
const declinedCodes = new Set(['cancel', 'timeout']);

/**
 * Loads Google's sender framework and configures it for this page only: it neither joins a Cast session of another page nor resumes an
 * earlier one. When `signal` aborts, the Cast session ends and the framework is removed.
 */
export async function openSender({ receiver: receiverAppId, guard, signal }: CastOptions): Promise<CastSender> {
  await loadFramework(guard, signal);
  const { framework } = cast;
  const context = framework.CastContext.getInstance();
  context.setOptions({
    receiverApplicationId: receiverAppId || chrome.cast.media.DEFAULT_MEDIA_RECEIVER_APP_ID,
    autoJoinPolicy: chrome.cast.AutoJoinPolicy.PAGE_SCOPED,
    resumeSavedSession: false
  });
  return {
    async start(media) {
      try {
        await context.requestSession();
      } catch (code) {
        if (declinedCodes.has(String(code))) return undefined;
        throw new DOMException(`Cast: ${String(code)}`, code === 'receiver_unavailable' ? 'NotSupportedError' : 'OperationError');
      }
      const session = context.getCurrentSession();
      if (signal.aborted) context.endCurrentSession(true);
      if (!session || signal.aborted) return undefined;
      const receiver = new ChromecastReceiver(context, session, signal);
      try {
        await receiver.load(media);
      } catch (error) {
        receiver.stop();
        throw error;
      }
      return receiver;
    }
  };
}
