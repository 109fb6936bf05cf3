import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { attempt } from "../files/failure.ts";

const root = resolve(import.meta.dirname, "../..");

/** Computes a digest of the code and the packages: when they change, any byte of a document may. */
export function codeFingerprint(): string {
  const hash = createHash("sha256");
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
  for (const path of [...sources.map((source) => join("src", source)).sort(), "package-lock.json"]) {
    hash
      .update(path.split(sep).join("/"))
      .update("\0")
      .update(attempt("read", join(root, path), () => readFileSync(join(root, path))))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 32);
}
