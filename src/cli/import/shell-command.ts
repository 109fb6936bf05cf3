/** Returns the command that imports paths, as it is typed into a shell. */
export function importCommand(...paths: readonly string[]): string {
  return `npm run import -- ${paths.map(quote).join(" ")}`;
}

/** Quotes a path for a shell if it needs that. */
export function quote(path: string): string {
  return /^[\w./~:@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
