/** Returns the command that imports a path, as it is typed into a shell. */
export function importCommand(path: string): string {
  return `npm run import -- ${quote(path)}`;
}

/** Quotes a path for a shell if it needs that. */
export function quote(path: string): string {
  return /^[\w./~:@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
