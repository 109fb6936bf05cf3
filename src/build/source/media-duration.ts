/**
 * Measures how long a recording plays.
 * @param path shows by its ending what kind of recording it is
 * @param type media type, which tells more than some files do
 * @returns whole seconds, never 0; undefined where it is no recording or does not say
 */
export async function measureDuration(bytes: Uint8Array, path: string, type: string): Promise<number | undefined> {
  const { parseBuffer } = await import("music-metadata"); // most sites have no recording and need not wait for it
  try {
    const { format } = await parseBuffer(bytes, { path, mimeType: type }, { duration: true, skipCovers: true });
    const ofTracks = format.trackInfo.map((track) => track.duration ?? 0); // a film without sound has no other
    const seconds = Math.round(format.duration ?? Math.max(0, ...ofTracks));
    return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
  } catch {
    return undefined; // broken, or of a kind that the package does not know
  }
}
