import { hash } from "node:crypto";

/** Computes the digest of `digest.ts` synchronously: its promise takes longer than the digest itself. */
export function digestSync(text: string): string {
  return hash("sha256", text).slice(0, 32);
}
