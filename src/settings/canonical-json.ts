/**
 * Settings as text in one spelling, whatever the order of their keys: wrangler.toml as the build read it and `env.SITE`
 * as the Worker has it are the same settings when their texts are equal.
 */
export function canonicalJson(settings: unknown): string {
  return JSON.stringify(settings, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
