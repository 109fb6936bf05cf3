/** A reason not to deploy, as one sentence for the user. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
