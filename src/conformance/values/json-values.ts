import { Tokenizer, TokenType } from "@streamparser/json";

/** An open object or array. */
interface OpenValue {
  readonly path: string;
  /** The position of the next element; undefined in an object. */
  index?: number;
  /** The name of the next value; undefined before a name. */
  name?: string | undefined;
  /** The names in an object so far. */
  readonly names?: Set<string>;
  /** True if the object has the name of the next value twice. */
  isRepeated?: boolean;
}

const chunkLength = 100_000; // bytes

/**
 * Visits the values of a JSON document in their order.
 * @param visit receives the path of a value, such as `$.items[1].url`, the bytes before it, and whether its object had a value of that name
 * before; returns true to stop
 */
export function visitJsonValues(bytes: Uint8Array, visit: (path: string, offset: number, isRepeated: boolean) => boolean): void {
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
    else if (parent?.names !== undefined && parent.name === undefined) {
      parent.name = String(value);
      parent.isRepeated = parent.names.has(parent.name);
      parent.names.add(parent.name);
    } else {
      const path = pathIn(parent);
      isOver ||= visit(path, offset, parent?.isRepeated === true);
      if (token === TokenType.LEFT_BRACE) open.push({ path, names: new Set() });
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

/** Returns the paths of keys that an object has twice. */
export function findDuplicateKeys(json: string): string[] {
  const duplicates = new Set<string>();
  visitJsonValues(new TextEncoder().encode(json), (path, _offset, isRepeated) => {
    if (isRepeated) duplicates.add(path);
    return duplicates.size >= maxDuplicates;
  });
  return [...duplicates];
}

const maxDuplicates = 100; // more say nothing new
