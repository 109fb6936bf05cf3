import { asciiText } from "../../../model/ascii-text.ts";

/** The setting `slugify.paths` (getzola.org/documentation/getting-started/configuration). */
export type SlugStrategy = "on" | "safe" | "off";

/** Converts a name to a segment of a path as Zola does. */
export function zolaSlug(name: string, strategy: SlugStrategy): string {
  if (strategy === "off") return name;
  if (strategy === "safe") return name.replace(/(?<![ .])[ .]+$/, "").replace(/[<>:"/\\|?*\r\n\t]/g, "");
  return asciiText(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
