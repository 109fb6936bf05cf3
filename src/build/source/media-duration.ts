/**
 * Measures the duration of a recording.
 * @param path its extension shows the kind of recording
 * @param type media type, which some files do not contain
 * @returns whole seconds, never 0; undefined if it is not a recording or contains no duration
 */
export async function measureDuration(bytes: Uint8Array, path: string, type: string): Promise<number | undefined> {
  const { parseBuffer } = await import("music-metadata"); // slow to load, and most sites have no recording
  try {
    const { format } = await parseBuffer(bytes, { path, mimeType: type }, { duration: true, skipCovers: true });
    const ofTracks = format.trackInfo.map((track) => track.duration ?? 0); // the only duration of a film without sound
    const seconds = Math.round(format.duration ?? Math.max(0, ...ofTracks));
    return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
  } catch {
    return undefined; // broken, or of an unknown kind
  }
}
