// Runs in every page before its own scripts, and finds the first frames of every video that the page adds.
(() => {
  const bench = (globalThis.bench = {
    firstFrameMs: 0,
    advancedMs: 0,
    height: 0,
    longTaskMs: 0,
    pressedMs: 0,
    frameAfterPressMs: 0,
    video: undefined
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longTaskMs += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('pointerdown', ({ timeStamp }) => (bench.pressedMs ||= timeStamp), { capture: true });

  const watchedVideos = new Set();
  const watch = (video) => {
    watchedVideos.add(video);
    let firstMediaTime;
    const onFrame = (now, { mediaTime }) => {
      bench.firstFrameMs ||= now;
      if (bench.pressedMs) bench.frameAfterPressMs ||= now;
      bench.height ||= video.videoHeight;
      bench.video = video;
      firstMediaTime ??= mediaTime;
      if (mediaTime > firstMediaTime + 0.1) {
        bench.advancedMs = now;
        console.debug('bench: playback advances');
      } else video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  };
  const findVideos = (root) => {
    for (const video of root.querySelectorAll('video')) if (!watchedVideos.has(video)) watch(video);
    for (const host of root.querySelectorAll('*')) if (host.shadowRoot) findVideos(host.shadowRoot);
  };
  const timer = setInterval(() => {
    if (bench.advancedMs) return clearInterval(timer);
    // The search takes time in proportion to the size of the page, so it ends when the player shows its video.
    if (![...watchedVideos].some(({ isConnected }) => isConnected)) findVideos(document);
  }, 8);
})();
