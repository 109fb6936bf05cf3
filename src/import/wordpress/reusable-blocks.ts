const reference = /<!--\s{1,9}wp:(?:core\/)?block\s{1,9}(\{[^<>]{0,2000}?)\s{0,9}\/-->/g;

// Of one post; blocks may contain each other.
const maxBlocks = 1000;
const maxLength = 16_000_000; // UTF-16 units

/**
 * Inserts the reusable blocks (synced patterns) of a post: `<!-- wp:block {"ref":77} /-->`. Attributes that hide a block stay.
 * @param blocks their stored texts, by number
 */
export function withReusableBlocks(stored: string, blocks: ReadonlyMap<string, string>): string {
  let [count, length] = [0, 0];
  const insert = (text: string, open: readonly string[]): string =>
    text.replace(reference, (comment, attributes: string) => {
      const id = /"ref":\s{0,9}(\d{1,20})/.exec(attributes)?.[1] ?? "";
      const block = open.includes(id) ? undefined : blocks.get(id);
      length += block?.length ?? 0;
      if (block === undefined || ++count > maxBlocks || length > maxLength) return comment;
      return `<!-- wp:block ${attributes} -->${insert(block, [...open, id])}<!-- /wp:block -->`;
    });
  return insert(stored, []);
}
