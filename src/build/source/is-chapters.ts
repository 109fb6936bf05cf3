/** Returns whether a file contains the chapters of an episode (podcast namespace, JSON Chapters Format 1.2). */
export function isChapters(bytes: Uint8Array): boolean {
  try {
    const { chapters, version } = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;
    return typeof version === "string" && Array.isArray(chapters) && chapters.length > 0 && chapters.every(hasStart);
  } catch {
    return false;
  }
}

function hasStart(chapter: unknown): boolean {
  const start = (chapter as { readonly startTime?: unknown } | null)?.startTime;
  return typeof start === "number" && start >= 0;
}
