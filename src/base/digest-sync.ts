import { hash } from "node:crypto";

/** The digest of `content/digest.ts` at once: what that waits for takes longer than the digest itself. */
export function digest(text: string): string {
  return hash("sha256", text).slice(0, 32);
}
