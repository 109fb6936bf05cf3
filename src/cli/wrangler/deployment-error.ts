import { CommandError } from "../../terminal/command-error.ts";

/** A reason not to deploy, as one sentence for the user. */
export class DeploymentError extends CommandError {
  override readonly name = "DeploymentError";
  /** The state of the account after the error, as a sentence for the user; undefined if nothing was deployed. */
  readonly outcome: string | undefined;

  constructor(message: string, outcome?: string) {
    super(message);
    this.outcome = outcome;
  }
}
