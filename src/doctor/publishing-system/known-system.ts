import type { Topic } from "./topic.ts";

/** A system that writes feeds: the text by which it is recognized, and sentences without their full stops. */
export interface KnownSystem {
  readonly sign: RegExp;
  /** If there is no advice on a topic of the document, it is that on its `template` with a condition: the author may be the cause. */
  readonly advice: Readonly<Partial<Record<Topic, string>> & Record<"template", string>>;
}

/** The part of a sentence about HTML that a system itself writes, so that its users cannot remove it. */
export const dropped = "which readers drop: nothing has to be done";
