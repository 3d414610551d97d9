/** Audio is 48 kHz stereo; buffers hold interleaved 32 bit floats. */
export const sampleRate = 48_000;
const seconds = 64;
const frames = sampleRate * seconds;

/** Eight chords of eight seconds, as MIDI notes, low to high. */
const chords = [
  [38, 57, 62, 66, 69], [43, 55, 62, 66, 71], [40, 59, 62, 67, 71], [45, 57, 61, 64, 71],
  [38, 57, 62, 66, 74], [42, 57, 61, 66, 69], [43, 55, 59, 66, 74], [45, 55, 61, 64, 69],
];
const hertz = (note) => 440 * 2 ** ((note - 69) / 12);

/** Adds a voice; the part beyond the end continues at the start, so that the video loops without a click. */
function add(track, start, long, pan, sample) {
  const first = Math.round(start * sampleRate);
  for (let i = 0; i < long * sampleRate; i += 1) {
    const value = sample(i / sampleRate);
    const at = ((first + i) % frames) * 2;
    track[at] += value * (1 - pan);
    track[at + 1] += value * pan;
  }
}

function pad(track, note, start, pan) {
  const w = hertz(note) * Math.PI * 2;
  const long = 12;
  add(track, start - 2, long, pan, (t) => Math.sin((Math.PI * t) / long) ** 2 * 0.042 *
    (Math.sin(w * t + 0.6 * Math.sin(t * 4.1)) + 0.45 * Math.sin(w * 1.003 * t) + 0.16 * Math.sin(w * 2 * t)));
}

function pluck(track, note, start, pan, loud) {
  const w = hertz(note) * Math.PI * 2;
  add(track, start, 3.6, pan, (t) => loud * Math.min(1, t * 160) * Math.exp(-t * 1.7) *
    (Math.sin(w * t) + 0.4 * Math.exp(-t * 4) * Math.sin(w * 2 * t) + 0.2 * Math.exp(-t * 9) * Math.sin(w * 3.01 * t)));
}

/** Slow waves: noise through a one-pole filter, swelling eight times in the video. */
function sea(track) {
  let seed = 1;
  for (const side of [0, 1]) {
    let low = 0;
    for (let i = 0; i < frames; i += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const swell = 0.5 + 0.5 * Math.sin((i / frames) * Math.PI * 2 * 8 + side * 0.9);
      low += (seed / 2147483648 - 1 - low) * (0.025 + swell * 0.03);
      track[i * 2 + side] += low * (0.05 + 0.13 * swell ** 2);
    }
  }
}

/** Returns the music: 64 s that loop. */
export function music() {
  const track = new Float32Array(frames * 2);
  sea(track);
  chords.forEach((chord, bar) => {
    chord.forEach((note, i) => pad(track, note, bar * 8, 0.3 + i * 0.1));
    const order = [1, 3, 2, 4, 3, 2, 4, 1];
    order.forEach((voice, step) => pluck(track, chord[voice] + 12, bar * 8 + step, 0.25 + ((step * 3) % 5) * 0.12, step % 4 === 0 ? 0.1 : 0.065));
  });
  return track;
}
