import { withoutExtension } from "../../site-rules/site-path.ts";

/** Returns the address of a note below the base URL, as Quartz 4 makes it: spaces become hyphens, and case is kept. */
export function quartzAddress(path: string): string {
  const slug = withoutExtension(path)
    .split("/")
    .map((name) => name.replace(/\s/g, "-").replace(/&/g, "-and-").replace(/%/g, "-percent").replace(/[?#]/g, ""))
    .join("/");
  return slug.replace(/(?<=^|\/)_?index$/, "");
}
