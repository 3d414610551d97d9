// A player that only passes a fragmented MP4 from the network to Media Source, so that `files.mjs` can measure what Media Source costs by itself.
// Its fragments have two seconds, so on a limited line it starts later than a player that makes shorter ones. It seeks forwards only. It is sent
// inside of the page, and uses `globalThis.fragmentedFile`: the MIME type of the file, its duration in seconds and its fragments.
{
  const { mimeType, seconds: duration, fragments } = globalThis.fragmentedFile;
  const video = document.querySelector('video');
  /** The seconds that are fetched ahead, as jet-player has it. */
  const maxAheadSeconds = 60;
  let download = new AbortController();

  const once = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

  /** Appends the file from a time in seconds on, as its bytes arrive. */
  async function appendFrom(time, buffer) {
    download.abort();
    const { signal } = (download = new AbortController());
    const { offset } = fragments.findLast((fragment) => fragment.seconds <= time + 0.05) ?? fragments[0];
    // The init segment is the part of the file before the first fragment.
    const start = time > 0 ? offset : 0;
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
  globalThis.playFragmented = async (src) => {
    download.abort();
    video.dataset.src = src;
    const source = new MediaSource();
    video.src = URL.createObjectURL(source);
    await once(source, 'sourceopen');
    const buffer = source.addSourceBuffer(mimeType);
    source.duration = duration;
    const ignoreAbort = ({ name }) => {
      if (name !== 'AbortError') throw new Error(name);
    };
    video.onseeking = () => {
      const { currentTime, buffered } = video;
      const ranges = Array.from({ length: buffered.length }, (_, index) => [buffered.start(index), buffered.end(index)]);
      if (ranges.some(([start, end]) => start <= currentTime && currentTime < end)) return;
      download.abort();
      if (buffer.updating) return void once(buffer, 'updateend').then(video.onseeking);
      // Resets the parser, which may have received a part of a fragment.
      buffer.abort();
      appendFrom(currentTime, buffer).catch(ignoreAbort);
    };
    appendFrom(0, buffer).catch(ignoreAbort);
  };
  void globalThis.playFragmented('/fragmented-one.mp4');
}
