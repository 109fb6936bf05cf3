/**
 * Fills the regions of a Markdown page between `<!-- name -->` and `<!-- /name -->`.
 * @throws if the page does not have a region
 */
export function fillRegions(page: string, regions: Readonly<Record<string, string>>): string {
  let filled = page;
  for (const [name, text] of Object.entries(regions)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [filled.indexOf(begin), filled.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`Cannot find the region ${begin} … ${end} in the page`);
    filled = `${filled.slice(0, from + begin.length)}\n\n${text}\n\n${filled.slice(to)}`;
  }
  return filled;
}
