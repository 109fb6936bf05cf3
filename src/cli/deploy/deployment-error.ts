/** A reason not to deploy, as one sentence for the user. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
  /** What was deployed before the error, for the user; undefined for nothing. */
  readonly outcome: string | undefined;

  constructor(message: string, outcome?: string) {
    super(message);
    this.outcome = outcome;
  }
}

/** The outcome of a deployment that failed after the placeholder, and before the site. */
export const placeholderOutcome = "Only a placeholder was deployed: it answers 503 until you deploy the site";
