/** Replaces the title, the description and the author of the sample site. */
export function withOwnName(toml: string): string {
  return toml.replace(/^(title|description) = .*$/gm, '$1 = "Ada\'s $1"').replace(/^author = .*$/m, 'author = { name = "Ada" }');
}
