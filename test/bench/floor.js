// A player that can do nothing but pass a fragmented MP4 from the network to Media Source. `floor` of `files.mjs` uses it in place of
// jet-player: no player whose script receives the bytes of a file can start earlier. It is sent inside of the page, and uses
// `globalThis.floor`, with the MIME type of the file, its duration and its fragments.
{
  const { mimeType, seconds, fragments } = globalThis.floor;
  const video = document.querySelector('video');
  /** The seconds that are fetched ahead, as jet-player has it. */
  const maxAheadSeconds = 60;
  let download = new AbortController();

  const once = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

  /** Appends the file from a time on, as its bytes arrive. */
  async function appendFrom(seconds, buffer) {
    download.abort();
    const { signal } = (download = new AbortController());
    const { offset } = fragments.findLast((fragment) => fragment.seconds <= seconds + 0.05) ?? fragments[0];
    // The init segment is the part of the file before the first fragment.
    const start = seconds > 0 ? offset : 0;
    const response = await fetch(video.dataset.src, { headers: { Range: `bytes=${start}-` }, signal });
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      // An `updateend` of the append before may still be waiting to be fired.
      while (buffer.updating) await once(buffer, 'updateend');
      if (signal.aborted) return;
      buffer.appendBuffer(value);
      while (video.buffered.length && video.buffered.end(video.buffered.length - 1) - video.currentTime > maxAheadSeconds) {
        await once(video, 'timeupdate');
        if (signal.aborted) return;
      }
    }
  }

  /** Plays a file from its start. */
  globalThis.playFloor = async (src) => {
    video.dataset.src = src;
    const source = new MediaSource();
    video.src = URL.createObjectURL(source);
    await once(source, 'sourceopen');
    const buffer = source.addSourceBuffer(mimeType);
    source.duration = seconds;
    const ignoreAbort = ({ name }) => {
      if (name !== 'AbortError') throw new Error(name);
    };
    video.onseeking = () => {
      const { currentTime, buffered } = video;
      const ranges = Array.from({ length: buffered.length }, (_, index) => [buffered.start(index), buffered.end(index)]);
      if (ranges.some(([start, end]) => start <= currentTime && currentTime < end)) return;
      if (buffer.updating) return void once(buffer, 'updateend').then(video.onseeking);
      // Resets the parser, which may have received a part of a fragment.
      buffer.abort();
      appendFrom(currentTime, buffer).catch(ignoreAbort);
    };
    appendFrom(0, buffer).catch(ignoreAbort);
  };
  void globalThis.playFloor('/floor-one.mp4');
}
