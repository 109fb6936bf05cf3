/** A reason not to deploy, as one sentence for the user. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
}
