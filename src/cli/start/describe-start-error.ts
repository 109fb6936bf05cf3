import { brief } from "../../terminal/brief.ts";
import { firstError } from "../wrangler/first-error.ts";

/** Returns the first error of a start of `wrangler dev` in one line, without the name of the copy that wrangler reads. */
export function describeStartError(lines: readonly string[]): string {
  const [first = "", second = ""] = firstError(lines.join("\n"));
  const text = /[.!]$/.test(first) || second === "" ? first : `${first} ${second.replace(/^✘ \[ERROR\] /, "")}`;
  return brief(text.replace(/\bwrangler\.start-\d+\.toml\b/g, "wrangler.toml").replace(/\.$/, ""));
}
