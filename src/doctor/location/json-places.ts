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
 * Returns the offsets of values in a JSON document, in UTF-16 units.
 * @param places paths such as `$.items[1].url`
 */
export function locateJsonPlaces(text: string, places: readonly string[]): Map<string, number> {
  const wanted = new Set(places);
  const offsets = new Map<string, number>(); // in bytes of UTF-8
  const open: OpenValue[] = [];
  const tokenizer = new Tokenizer();
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
      if (wanted.has(path) && !offsets.has(path)) offsets.set(path, offset);
      if (token === TokenType.LEFT_BRACE) open.push({ path });
      if (token === TokenType.LEFT_BRACKET) open.push({ path, index: 0 });
    }
  };
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length && offsets.size < wanted.size; from += chunkLength) {
    tokenizer.write(bytes.subarray(from, from + chunkLength)); // most places are near the beginning
  }
  return inUnits(offsets, bytes);
}

// Tokens begin with ASCII characters, so that the text can be decoded in pieces between them.
function inUnits(offsets: ReadonlyMap<string, number>, bytes: Uint8Array): Map<string, number> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: false });
  let end = 0;
  let units = 0;
  return new Map(
    [...offsets]
      .sort(([, a], [, b]) => a - b)
      .map(([path, offset]) => {
        units += decoder.decode(bytes.subarray(end, offset)).length;
        end = offset;
        return [path, units];
      }),
  );
}

function pathIn(parent: OpenValue | undefined): string {
  if (parent === undefined) return "$";
  return parent.index === undefined ? `${parent.path}.${parent.name}` : `${parent.path}[${parent.index}]`;
}
