import { siteSchema, type ValidSettings } from "./site-settings.ts";

const stopgap = { title: "Untitled", author: { name: "Unnamed" } }; // the settings that have no defaults

/** Returns settings with which a site can be tried out: those that are valid, and the defaults of the others. */
export function usableSettings(settings: unknown): ValidSettings {
  const written = typeof settings === "object" && settings !== null ? settings : {};
  const result = siteSchema.safeParse(written);
  if (result.success) return result.data;
  const faulty = new Set(result.error.issues.flatMap((issue) => (issue.path.length === 0 && "keys" in issue ? issue.keys : issue.path[0])));
  const kept = Object.entries(written).filter(([key]) => !faulty.has(key));
  return siteSchema.parse({ ...stopgap, ...Object.fromEntries(kept) });
}
