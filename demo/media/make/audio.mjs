import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ffmpeg } from './encode.mjs';
import { music, sampleRate } from './music.mjs';

const voices = { en: ['-v', 'en-gb', '-s', '138', '-p', '38'], nl: ['-v', 'nl', '-s', '140', '-p', '38'] };

async function runWithInput(command, options, input) {
  const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input);
  return buffer(child.stdout);
}

/** Returns a spoken sentence as mono 32 bit float samples at 48 kHz, filtered to sound softer, and without silence at its ends. */
async function speak(language, text) {
  const wav = await runWithInput('espeak-ng', [...voices[language], '--stdout', text]);
  const filters = 'highpass=f=90,lowpass=f=5200,aecho=0.9:0.5:38|61:0.16|0.1,areverse,silenceremove=1:0:-50dB,areverse';
  const samples = await runWithInput('ffmpeg', ['-v', 'error', '-i', '-', '-af', filters, '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', '-'], wav);
  return new Float32Array(samples.buffer.slice(samples.byteOffset, samples.byteOffset + samples.byteLength));
}

/** Returns the music mixed with the sentences. The music is quieter during speech. */
function mix(musicTrack, sentences) {
  const track = Float32Array.from(musicTrack);
  const musicGains = new Float32Array(musicTrack.length / 2).fill(1);
  for (const { start, samples } of sentences) {
    const [firstFrame, endFrame, fade] = [start * sampleRate, start * sampleRate + samples.length, sampleRate * 0.6];
    for (let i = Math.floor(firstFrame - fade); i < endFrame + fade && i < musicGains.length; i += 1) {
      const loweredShare = Math.min(1, (i - firstFrame + fade) / fade, (endFrame + fade - i) / fade);
      musicGains[i] = Math.min(musicGains[i], 1 - 0.5 * loweredShare);
    }
  }
  for (let i = 0; i < track.length; i += 1) track[i] *= 1.7 * musicGains[i >> 1];
  for (const { start, samples } of sentences) {
    const peak = samples.reduce((maximum, value) => Math.max(maximum, Math.abs(value)), 0);
    samples.forEach((value, i) => {
      const sampleIndex = (Math.round(start * sampleRate) + i) * 2;
      for (const channel of [0, 1]) if (sampleIndex + channel < track.length) track[sampleIndex + channel] += (value / peak) * 0.6;
    });
  }
  return track;
}

/** Returns the AAC frames of an ADTS stream. */
function adtsFrames(adts) {
  const frames = [];
  for (let offset = 0; offset + 7 <= adts.length;) {
    const size = ((adts[offset + 3] & 3) << 11) | (adts[offset + 4] << 3) | (adts[offset + 5] >> 5);
    frames.push(adts.subarray(offset, offset + size));
    offset += size;
  }
  return frames;
}

/**
 * Encodes the audio track of a language as ADTS at `path`; resolves to the sentences with their `end` in seconds. The track is encoded
 * three times in a row and only the middle 3000 frames (64 s) are written: this removes the encoder's one frame of delay, no edit list is
 * needed, and the audio continues from its end to its start.
 */
export async function makeAudio(language, narration, work, path) {
  const sentences = [];
  for (const { start, [language]: text } of narration) sentences.push({ start, text, samples: await speak(language, text) });
  const track = Buffer.from(mix(music(), sentences).buffer);
  const [rawFile, adtsFile] = [join(work, `${language}.f32`), join(work, `${language}-3.aac`)];
  await writeFile(rawFile, Buffer.concat([track, track, track]));
  await ffmpeg(['-f', 'f32le', '-ar', String(sampleRate), '-ac', '2', '-i', rawFile, '-c:a', 'aac', '-b:a', '64k', '-f', 'adts', adtsFile]);
  await writeFile(path, Buffer.concat(adtsFrames(await readFile(adtsFile)).slice(3001, 6001)));
  return sentences.map(({ start, text, samples }) => ({ start, text, end: start + samples.length / sampleRate }));
}
