/** Returns whether a reference is a path, not a URL. */
export function isLocal(reference: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference);
}

/** Returns true for an absolute URL that begins with http:// or https://. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
