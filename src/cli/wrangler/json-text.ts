import * as z from "zod";

/** A text that contains JSON. */
export const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("Cannot parse the text as JSON");
    return z.NEVER;
  }
});
