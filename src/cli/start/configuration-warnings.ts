const first = /^▲ \[WARNING\] Processing wrangler\.start-\d+\.toml configuration/;

/**
 * Creates a filter for the lines of wrangler: false for those of a warning about the copy of wrangler.toml, which are indented. The
 * warnings are known already, with their places in wrangler.toml.
 */
export function withoutConfigurationWarnings(): (line: string) => boolean {
  let isInside = false;
  return (line) => {
    isInside = first.test(line) || (isInside && /^(?:\s|$)/.test(line));
    return !isInside;
  };
}
