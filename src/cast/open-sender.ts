import type { CastOptions, CastSender } from '../media/casting/receiver.js';
import { loadFramework } from './framework.js';
import { Television } from './television.js';

/** Errors with which the framework says that the viewer chose no device. */
const declined = new Set(['cancel', 'timeout']);

/**
 * Brings Google's sender framework and sets it up for this page alone: no session of another page is joined, and none is taken up
 * again. When `signal` aborts, the session is ended on the device, and the framework is taken away.
 */
export async function openSender({ receiver, guard, signal }: CastOptions): Promise<CastSender> {
  await loadFramework(guard, signal);
  const { framework } = cast;
  const context = framework.CastContext.getInstance();
  context.setOptions({
    receiverApplicationId: receiver || chrome.cast.media.DEFAULT_MEDIA_RECEIVER_APP_ID,
    autoJoinPolicy: chrome.cast.AutoJoinPolicy.PAGE_SCOPED,
    resumeSavedSession: false
  });
  return {
    async start(film) {
      try {
        await context.requestSession();
      } catch (code) {
        if (declined.has(String(code))) return undefined;
        throw new DOMException(`Cast: ${String(code)}`, code === 'receiver_unavailable' ? 'NotSupportedError' : 'OperationError');
      }
      const session = context.getCurrentSession();
      if (signal.aborted) context.endCurrentSession(true);
      if (!session || signal.aborted) return undefined;
      const television = new Television(context, session, signal);
      try {
        await television.load(film);
      } catch (error) {
        television.stop();
        throw error;
      }
      return television;
    }
  };
}
