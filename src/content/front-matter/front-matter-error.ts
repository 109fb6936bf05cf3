/** The error that front matter cannot be parsed. */
export class FrontMatterError extends Error {
  override readonly name = "FrontMatterError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
