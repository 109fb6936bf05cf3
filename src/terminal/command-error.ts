/** A reason why a command cannot do its work, in lines for the user. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

/** Arguments that cannot be right, whatever the files contain: an unknown option, a missing or additional argument, a malformed value. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
}
