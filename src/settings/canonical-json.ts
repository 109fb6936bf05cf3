/**
 * Serializes settings as JSON with sorted keys. The settings of the build (wrangler.toml) and of the Worker (`env.SITE`) are the same
 * if their texts are equal.
 */
export function canonicalJson(settings: unknown): string {
  return JSON.stringify(settings, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
