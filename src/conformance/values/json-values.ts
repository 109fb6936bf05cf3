import { Tokenizer, TokenType } from "@streamparser/json";

/** An open object or array. */
interface OpenValue {
  readonly path: string;
  /** The position of the next element; undefined in an object. */
  index?: number;
  /** The name of the next value; undefined before a name. */
  name?: string | undefined;
}

const chunkLength = 100_000; // bytes

/**
 * Visits the values of a JSON document in their order.
 * @param visit receives the path of a value, such as `$.items[1].url`, and the bytes before it; returns true to stop
 */
export function visitJsonValues(bytes: Uint8Array, visit: (path: string, offset: number) => boolean): void {
  const open: OpenValue[] = [];
  const tokenizer = new Tokenizer();
  let isOver = false;
  tokenizer.onError = () => {}; // another check reports it
  tokenizer.onToken = ({ offset, token, value }) => {
    const parent = open.at(-1);
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) open.pop();
    else if (token === TokenType.COMMA && parent?.index !== undefined) parent.index++;
    else if (token === TokenType.COMMA && parent !== undefined) parent.name = undefined;
    else if (token === TokenType.COLON || token === TokenType.COMMA || token === TokenType.SEPARATOR) return;
    else if (parent !== undefined && parent.index === undefined && parent.name === undefined) parent.name = String(value);
    else {
      const path = pathIn(parent);
      isOver ||= visit(path, offset);
      if (token === TokenType.LEFT_BRACE) open.push({ path });
      if (token === TokenType.LEFT_BRACKET) open.push({ path, index: 0 });
    }
  };
  for (let from = 0; from < bytes.length && !isOver; from += chunkLength) tokenizer.write(bytes.subarray(from, from + chunkLength));
}

function pathIn(parent: OpenValue | undefined): string {
  if (parent === undefined) return "$";
  return parent.index === undefined ? `${parent.path}.${parent.name}` : `${parent.path}[${parent.index}]`;
}

/** The end of a path that means the second value with this path. */
export const secondValue = " (2)";

/** Returns the paths of keys that an object has twice. What is within a second value is not compared. */
export function findDuplicateKeys(json: string): string[] {
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  let last: string | undefined;
  visitJsonValues(new TextEncoder().encode(json), (path) => {
    const isWithin = last !== undefined && (path.startsWith(`${last}.`) || path.startsWith(`${last}[`));
    if (!isWithin && seen.has(path)) duplicates.add(path);
    if (!isWithin) last = seen.has(path) ? path : undefined;
    seen.add(path);
    return false;
  });
  return [...duplicates];
}
