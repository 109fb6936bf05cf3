/** Returns true for an absolute URL that begins with http:// or https://. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
