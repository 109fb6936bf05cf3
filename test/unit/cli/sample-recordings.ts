/** A recording of silence as WAV: 8000 samples of a byte in a second, behind 44 bytes of header. */
export function wav(seconds: number): Uint8Array {
  const samples = Math.round(8000 * seconds);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16); // bytes of the format
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // channel
  header.writeUInt32LE(8000, 24); // samples in a second
  header.writeUInt32LE(8000, 28); // bytes in a second
  header.writeUInt16LE(1, 32); // byte in a sample
  header.writeUInt16LE(8, 34); // bits in a sample
  header.write("data", 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 0x80)]);
}

/**
 * As MP3: frames of MPEG 1 layer III at 44.1 kHz, each of 1152 samples.
 * @param isEven whether all are of 128 kbit/s; else every second is of 64, so that nothing but counting tells
 */
export function mp3(seconds: number, isEven = true): Uint8Array {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  const small = Buffer.alloc(208);
  small.set([0xff, 0xfb, 0x50, 0x00]);
  const frames = Math.round((seconds * 44_100) / 1152);
  return Buffer.concat(Array.from({ length: frames }, (_, index) => (isEven || index % 2 === 0 ? frame : small)));
}

/** As MPEG-4: what a file says of its only track, and nothing in it. */
export function mp4(seconds: number, track: "sound" | "video"): Uint8Array {
  const movie = Buffer.alloc(100);
  const media = Buffer.alloc(24);
  for (const header of [movie, media]) {
    header.writeUInt32BE(1000, 12); // units in a second
    header.writeUInt32BE(Math.round(seconds * 1000), 16);
  }
  const handler = Buffer.alloc(32);
  handler.write(track === "sound" ? "mhlrsoun" : "mhlrvide", 4);
  const descriptions = Buffer.alloc(8);
  descriptions.writeUInt32BE(1, 4); // entry
  const description = box(track === "sound" ? "mp4a" : "avc1", Buffer.alloc(70));
  const samples = box("minf", box("stbl", box("stsd", descriptions, description)));
  const tracks = box("trak", box("tkhd", Buffer.alloc(84)), box("mdia", box("mdhd", media), box("hdlr", handler), samples));
  return Buffer.concat([box("ftyp", Buffer.from("isom\0\0\0\0isom")), box("moov", box("mvhd", movie), tracks)]);
}

function box(name: string, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + content.byteLength);
  header.write(name, 4);
  return Buffer.concat([header, content]);
}
