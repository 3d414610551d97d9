/** The reason why this browser cannot run a test; false if it can. */
export type SkipReason = string | false;

/** Returns a function that registers a test, or skips it and adds the reason to its title. A skipped test is counted like every other. */
export const unless =
  (reason: SkipReason) =>
  (name: string, run: (this: Mocha.Context) => Promise<void> | void): void => {
    if (reason) it.skip(`${name} (${reason})`, run);
    else it(name, run);
  };

const userAgent = navigator.userAgent;

/** Whether this browser is WebKitGTK, the WebKit in which the tests run; it is not Safari. */
export const webKitGtk = /Linux.*AppleWebKit/.test(userAgent) && !userAgent.includes('Chrome');

/** There are no Encrypted Media Extensions. */
export const noKeySystems: SkipReason =
  !('requestMediaKeySystemAccess' in Navigator.prototype) && 'this browser has no Encrypted Media Extensions';

/** The key is available, but hls.js reads its status and reports an error a second later. */
export const noHlsKeys: SkipReason =
  noKeySystems || (userAgent.includes('Firefox') && 'in Firefox hls.js finds no status for a usable key');

/** WebKitGTK ignores `default` on a track; a page has to enable it. */
export const noDefaultTrack: SkipReason = webKitGtk && 'WebKitGTK shows no default track, even in a video element without the player';

/** The frame lags by the duration of the switch, which can be longer than a viewer accepts. */
export const framesLagAfterSwitch: SkipReason = webKitGtk && 'in WebKitGTK the frame lags behind the clock after a switch, until a seek';

/** No script calls `play`, and the video fires `play` all the same. */
export const playsOnAfterSeek: SkipReason = webKitGtk && 'WebKitGTK may play on by itself after a pause that follows a seek at once';

/** hls.js fetches and appends the segment, but the browser's `buffered` lacks it. */
export const losesOldSegments: SkipReason = webKitGtk && 'WebKitGTK loses segments that hls.js appends behind the live edge';

/** The file may stall when it starts. The player then nudges it or loads the source again, which counts as a stall. */
export const fileMayStallAtStart: SkipReason = webKitGtk && 'WebKitGTK may stall within the first moments of a file';

/** WebKit begins to play by itself (`autoplay`) only when the next three seconds are buffered without a gap; a play request begins anyway. */
export const noAutoplayBeforeGap: SkipReason = webKitGtk && 'WebKitGTK does not begin to play by itself shortly before a gap';
