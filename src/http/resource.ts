/** A document at a path, before it is rendered. */
export interface Resource {
  /** The only path of the document, percent-encoded. */
  readonly path: string;
  /** Media type, with a charset for text. */
  readonly contentType: string;
  /** The value of the Link header (RFC 8288). */
  link?(): string;
  /** Returns the inputs of the document's bytes, as hashes and settings in a fixed order. Called once per snapshot. */
  etagInputs(): readonly unknown[];
  render(): Promise<string>;
}
