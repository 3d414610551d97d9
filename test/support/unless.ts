/** A reason why this browser cannot do what a test is about, or false. */
export type Reason = string | false;

/** Registers tests, or skips them under a name that says why; every skip is counted with the rest. */
export const unless =
  (reason: Reason) =>
  (name: string, run: () => Promise<void> | void): void => {
    if (reason) it.skip(`${name} (${reason})`, run);
    else it(name, run);
  };

const agent = navigator.userAgent;

/** The WebKit of the tests, which is WebKitGTK and not Safari. */
export const webKitGtk = /Linux.*AppleWebKit/.test(agent) && !agent.includes('Chrome');

/** No Encrypted Media Extensions. */
export const noKeySystems: Reason =
  !('requestMediaKeySystemAccess' in Navigator.prototype) && 'this browser has no Encrypted Media Extensions';

/** The key is there, and hls.js, which reads its status, takes it for an error a second later. */
export const noHlsKeys: Reason =
  noKeySystems || (agent.includes('Firefox') && 'in Firefox hls.js finds no status for a key that is usable');

/** So a page that wants captions from the beginning has to show them itself. */
export const noDefaultTrack: Reason = webKitGtk && 'WebKitGTK shows no default track by itself, in a bare video either';

/** By as much as the switch took, which on a busy machine is more than a viewer forgives. */
export const lateFrames: Reason = webKitGtk && 'in WebKitGTK the picture stays behind the clock after a switch, until a seek';

/** hls.js fetches and appends it, and the browser's `buffered` does not have it. */
export const noWayBack: Reason = webKitGtk && 'WebKitGTK forgets what hls.js appends behind the live edge';

/** The player gives it a push, or gets it anew, which is then a stall. */
export const unsteadyFile: Reason = webKitGtk && 'WebKitGTK may stand still within the first moments of a file';
