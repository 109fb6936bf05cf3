/** A reason not to deploy, as one sentence for the user. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
  /** What the account has now, if the reason came after a change of it. */
  readonly outcome: string | undefined;

  constructor(message: string, outcome?: string) {
    super(message);
    this.outcome = outcome;
  }
}
