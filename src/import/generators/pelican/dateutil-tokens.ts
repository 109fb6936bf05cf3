const word = /\p{L}/u;
const digit = /\d/;

/**
 * Splits a date as python-dateutil does: runs of letters, runs of digits, and single other characters. Points separate the parts of
 * `9.7.2019`, but not those of `10.5`.
 */
export function dateutilTokens(text: string): string[] {
  const characters = [...text.replaceAll("\0", "")];
  const tokens: string[] = [];
  for (let index = 0; index < characters.length; ) {
    const { length, parts } = readToken(characters, index);
    tokens.push(...parts);
    index += length;
  }
  return tokens;
}

type State = "letters" | "number" | "pointed letters" | "pointed number";

function readToken(characters: readonly string[], start: number): { readonly length: number; readonly parts: readonly string[] } {
  const first = characters[start] ?? "";
  if (!word.test(first) && !digit.test(first)) return { length: 1, parts: [/\s/.test(first) ? " " : first] };
  let state: State = word.test(first) ? "letters" : "number";
  let token = first;
  let hasLetters = false;
  for (let index = start + 1; index < characters.length; index++) {
    hasLetters ||= state.endsWith("letters");
    const next = nextState(state, token, characters[index] ?? "");
    if (next === undefined) break;
    state = next;
    token += characters[index];
  }
  return { length: [...token].length, parts: partsOf(token, state, hasLetters) };
}

// Undefined if the character is not a part of the token.
function nextState(state: State, token: string, next: string): State | undefined {
  if (state === "letters") return word.test(next) ? state : next === "." ? "pointed letters" : undefined;
  if (state === "number") {
    const isPoint = next === "." || (next === "," && token.length >= 2);
    return digit.test(next) ? state : isPoint ? "pointed number" : undefined;
  }
  const [own, other] = state === "pointed letters" ? [word, digit] : [digit, word];
  if (next === "." || own.test(next)) return state;
  if (!other.test(next) || !token.endsWith(".")) return undefined;
  return state === "pointed letters" ? "pointed number" : "pointed letters";
}

function partsOf(token: string, state: State, hasLetters: boolean): string[] {
  const isSplit = state.startsWith("pointed") && (hasLetters || token.split(".").length > 2 || /[.,]$/.test(token));
  const [first = "", ...rest] = isSplit ? token.split(/([.,])/) : [token];
  const isDecimal = state === "pointed number" && !first.includes(".");
  return [isDecimal ? first.replaceAll(",", ".") : first, ...rest.filter((part) => part !== "")];
}
