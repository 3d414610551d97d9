import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  Output
} from 'mediabunny';

/** A fragment with fewer bytes than this contains audio only; the output writes such fragments between those of the video. */
const audioBytes = 10_000;

/** @typedef {{ offset: number, seconds: number }} Fragment The offset of a fragment in the file, and the time at which it begins */

/**
 * Returns a file as a fragmented MP4 with the same packets, and the fragments of its video, each of which begins with a key frame.
 * @param {Buffer} file an MP4 with H.264 and AAC
 * @throws Error if the file has no video track or no audio track
 * @returns {Promise<{ bytes: Buffer, mimeType: string, seconds: number, fragments: Fragment[] }>}
 */
export async function fragment(file) {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  /** @type {Fragment[]} */
  const fragments = [];
  const target = new BufferTarget();
  const output = new Output({
    target,
    format: new Mp4OutputFormat({
      fastStart: 'fragmented',
      minimumFragmentDuration: 0,
      onMoof: (_, offset, seconds) => void fragments.push({ offset, seconds })
    })
  });
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  if (!video || !audio) throw new Error('The file needs a video and an audio track.');
  const videoSource = new EncodedVideoPacketSource('avc');
  const audioSource = new EncodedAudioPacketSource('aac');
  output.addVideoTrack(videoSource);
  output.addAudioTrack(audioSource);
  await output.start();
  const audioPackets = new EncodedPacketSink(audio).packets();
  let nextAudio = await audioPackets.next();
  const audioMeta = { decoderConfig: (await audio.getDecoderConfig()) ?? undefined };
  const videoMeta = { decoderConfig: (await video.getDecoderConfig()) ?? undefined };
  for await (const packet of new EncodedPacketSink(video).packets()) {
    await videoSource.add(packet, videoMeta);
    for (; !nextAudio.done && nextAudio.value.timestamp <= packet.timestamp; nextAudio = await audioPackets.next())
      await audioSource.add(nextAudio.value, audioMeta);
  }
  for (; !nextAudio.done; nextAudio = await audioPackets.next()) await audioSource.add(nextAudio.value, audioMeta);
  await output.finalize();
  const bytes = Buffer.from(/** @type {ArrayBuffer} */ (target.buffer));
  const sizes = fragments.map(({ offset }, index) => (fragments[index + 1]?.offset ?? bytes.length) - offset);
  const [mimeType, seconds] = [await input.getMimeType(), await input.computeDuration()];
  return { bytes, mimeType, seconds, fragments: fragments.filter((_, index) => (sizes[index] ?? 0) > audioBytes) };
}
