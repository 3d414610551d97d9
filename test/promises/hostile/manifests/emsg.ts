/** Returns a segment after an event message, version 0 (ISO/IEC 23009-1, 5.10.3.3), that asks the player to request `url`. */
export function prependEventMessage(url: string, segment: Uint8Array): Uint8Array {
  const text = Buffer.from(`urn:mpeg:dash:event:callback:2015\0${1}\0`, 'latin1');
  const numbers = Buffer.alloc(16);
  numbers.writeUInt32BE(1, 0); // timescale
  numbers.writeUInt32BE(0, 4); // presentation_time_delta
  numbers.writeUInt32BE(1, 8); // event_duration
  numbers.writeUInt32BE(7, 12); // id
  const payload = Buffer.concat([Buffer.alloc(4), text, numbers, Buffer.from(url)]);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(payload.length + 8, 0);
  head.write('emsg', 4, 'latin1');
  return Buffer.concat([head, payload, segment]);
}
