/** The samples per second. The audio is stereo; buffers hold interleaved 32 bit floats. */
export const sampleRate = 48_000;
const videoSeconds = 64;
const frameCount = sampleRate * videoSeconds;

/** Eight chords of eight seconds, as MIDI notes, low to high. */
const chords = [
  [38, 57, 62, 66, 69], [43, 55, 62, 66, 71], [40, 59, 62, 67, 71], [45, 57, 61, 64, 71],
  [38, 57, 62, 66, 74], [42, 57, 61, 66, 69], [43, 55, 59, 66, 74], [45, 55, 61, 64, 69],
];
const hertz = (note) => 440 * 2 ** ((note - 69) / 12);

/** Adds a voice to the track; the part beyond the end continues at the start, so that the video loops without a click. */
function addVoice(track, start, durationSeconds, pan, sample) {
  const first = Math.round(start * sampleRate);
  for (let i = 0; i < durationSeconds * sampleRate; i += 1) {
    const value = sample(i / sampleRate);
    const index = ((first + i) % frameCount) * 2;
    track[index] += value * (1 - pan);
    track[index + 1] += value * pan;
  }
}

function addPad(track, note, start, pan) {
  const angularFrequency = hertz(note) * Math.PI * 2;
  const durationSeconds = 12;
  addVoice(track, start - 2, durationSeconds, pan, (seconds) => Math.sin((Math.PI * seconds) / durationSeconds) ** 2 * 0.042 *
    (Math.sin(angularFrequency * seconds + 0.6 * Math.sin(seconds * 4.1)) + 0.45 * Math.sin(angularFrequency * 1.003 * seconds) + 0.16 * Math.sin(angularFrequency * 2 * seconds)));
}

function addPluckedNote(track, note, start, pan, amplitude) {
  const angularFrequency = hertz(note) * Math.PI * 2;
  addVoice(track, start, 3.6, pan, (seconds) => amplitude * Math.min(1, seconds * 160) * Math.exp(-seconds * 1.7) *
    (Math.sin(angularFrequency * seconds) + 0.4 * Math.exp(-seconds * 4) * Math.sin(angularFrequency * 2 * seconds) + 0.2 * Math.exp(-seconds * 9) * Math.sin(angularFrequency * 3.01 * seconds)));
}

/** Adds the sound of slow waves: noise through a one-pole filter, which gets louder and quieter eight times in the video. */
function addSea(track) {
  let seed = 1;
  for (const channel of [0, 1]) {
    let filteredNoise = 0;
    for (let i = 0; i < frameCount; i += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const swell = 0.5 + 0.5 * Math.sin((i / frameCount) * Math.PI * 2 * 8 + channel * 0.9);
      filteredNoise += (seed / 2147483648 - 1 - filteredNoise) * (0.025 + swell * 0.03);
      track[i * 2 + channel] += filteredNoise * (0.05 + 0.13 * swell ** 2);
    }
  }
}

/** Returns the music: 64 seconds, which loop. */
export function music() {
  const track = new Float32Array(frameCount * 2);
  addSea(track);
  chords.forEach((chord, bar) => {
    chord.forEach((note, i) => addPad(track, note, bar * 8, 0.3 + i * 0.1));
    const order = [1, 3, 2, 4, 3, 2, 4, 1];
    order.forEach((voice, step) => addPluckedNote(track, chord[voice] + 12, bar * 8 + step, 0.25 + ((step * 3) % 5) * 0.12, step % 4 === 0 ? 0.1 : 0.065));
  });
  return track;
}
