type Table = Readonly<Record<string, unknown>>;

/** Returns whether a file contains the chapters of an episode (podcast namespace, JSON Chapters Format 1.2). */
export function isChapters(bytes: Uint8Array): boolean {
  return isListOf("chapters", bytes, hasStart);
}

/** Returns whether a file contains the transcript of an episode (podcast namespace, JSON transcripts). */
export function isTranscript(bytes: Uint8Array): boolean {
  return isListOf("segments", bytes, (segment) => hasStart(segment) && typeof segment["body"] === "string");
}

function isListOf(key: string, bytes: Uint8Array, isPart: (part: Table) => boolean): boolean {
  try {
    const { [key]: parts, version } = JSON.parse(new TextDecoder().decode(bytes)) as Table;
    return typeof version === "string" && Array.isArray(parts) && parts.length > 0 && parts.every((part) => isPart(part ?? {}));
  } catch {
    return false;
  }
}

function hasStart({ startTime }: Table): boolean {
  return typeof startTime === "number" && startTime >= 0;
}
