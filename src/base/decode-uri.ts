/** Decodes the percent-encoding of a text. One that is not valid, such as `100%`, stays as it is. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
