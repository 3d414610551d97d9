import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ffmpeg } from './encode.mjs';
import { music, sampleRate } from './music.mjs';

const voices = { en: ['-v', 'en-gb', '-s', '138', '-p', '38'], nl: ['-v', 'nl', '-s', '140', '-p', '38'] };

async function run(command, options, input) {
  const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input);
  return buffer(child.stdout);
}

/** Speaks a sentence: mono 32 bit float samples at 48 kHz, softened and without silence at its ends. */
async function speak(language, text) {
  const wav = await run('espeak-ng', [...voices[language], '--stdout', text]);
  const soft = 'highpass=f=90,lowpass=f=5200,aecho=0.9:0.5:38|61:0.16|0.1,areverse,silenceremove=1:0:-50dB,areverse';
  const raw = await run('ffmpeg', ['-v', 'error', '-i', '-', '-af', soft, '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', '-'], wav);
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
}

/** Mixes the sentences over the music, which is quieter during speech. */
function mix(bed, spoken) {
  const track = Float32Array.from(bed);
  const room = new Float32Array(bed.length / 2).fill(1);
  for (const { start, samples } of spoken) {
    const [from, to, fade] = [start * sampleRate, start * sampleRate + samples.length, sampleRate * 0.6];
    for (let i = Math.floor(from - fade); i < to + fade && i < room.length; i += 1) {
      const inside = Math.min(1, (i - from + fade) / fade, (to + fade - i) / fade);
      room[i] = Math.min(room[i], 1 - 0.5 * inside);
    }
  }
  for (let i = 0; i < track.length; i += 1) track[i] *= 1.7 * room[i >> 1];
  for (const { start, samples } of spoken) {
    const peak = samples.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
    samples.forEach((value, i) => {
      const at = (Math.round(start * sampleRate) + i) * 2;
      for (const side of [0, 1]) if (at + side < track.length) track[at + side] += (value / peak) * 0.6;
    });
  }
  return track;
}

/** Returns the AAC frames of an ADTS stream. */
function adtsFrames(adts) {
  const found = [];
  for (let at = 0; at + 7 <= adts.length;) {
    const size = ((adts[at + 3] & 3) << 11) | (adts[at + 4] << 3) | (adts[at + 5] >> 5);
    found.push(adts.subarray(at, at + size));
    at += size;
  }
  return found;
}

/**
 * Encodes the audio track of a language as ADTS at `path`; resolves to the sentences with their `end` in seconds. The track is encoded
 * three times in a row and the middle 3000 frames (64 s) are kept: this removes the encoder's one frame of delay, no edit list is needed,
 * and the end leads into the start.
 */
export async function makeAudio(language, narration, work, path) {
  const spoken = [];
  for (const { start, [language]: text } of narration) spoken.push({ start, text, samples: await speak(language, text) });
  const track = Buffer.from(mix(music(), spoken).buffer);
  const [raw, adts] = [join(work, `${language}.f32`), join(work, `${language}-3.aac`)];
  await writeFile(raw, Buffer.concat([track, track, track]));
  await ffmpeg(['-f', 'f32le', '-ar', String(sampleRate), '-ac', '2', '-i', raw, '-c:a', 'aac', '-b:a', '64k', '-f', 'adts', adts]);
  await writeFile(path, Buffer.concat(adtsFrames(await readFile(adts)).slice(3001, 6001)));
  return spoken.map(({ start, text, samples }) => ({ start, text, end: start + samples.length / sampleRate }));
}
