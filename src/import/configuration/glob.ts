/** A pattern of paths, such as `/blog/**` or `{page,section}`. */
export interface Glob {
  /** Returns whether the pattern matches a whole path. */
  test(path: string): boolean;
}

// A program for a nondeterministic automaton (Thompson's construction): a split continues at each of its targets.
type Instruction =
  | { readonly kind: "character"; readonly character: string }
  | { readonly kind: "in name" } // any character but the slash
  | { readonly kind: "class"; readonly characters: string; readonly isNegated: boolean }
  | { readonly kind: "any" }
  | { readonly kind: "split"; readonly targets: number[] };

const maxLength = 4096; // UTF-16 units: the longest path of Linux

/**
 * Compiles a pattern with `*`, `**`, `?`, `[abc]`, `[a-z]`, `[^a]` and `{a,b}`. A pattern with an open brace, or longer than any path, matches nothing. There is no
 * regular expression, since one with many asterisks takes exponential time: this takes the product of both lengths.
 */
export function compileGlob(glob: string): Glob {
  const program = glob.length > maxLength ? undefined : compile(glob);
  return { test: (path) => program !== undefined && run(program, path) };
}

function compile(glob: string): Instruction[] | undefined {
  const program: Instruction[] = [];
  const open: { readonly targets: number[]; readonly ends: number[][] }[] = [];
  const split = (...targets: number[]) => program[program.push({ kind: "split", targets }) - 1] as { readonly targets: number[] };
  for (const [part] of glob.matchAll(/\*+|\[[!^]?[^[\]/]{1,100}\]|[^*]/g)) {
    const group = open.at(-1);
    if (part.startsWith("*")) {
      const start = program.length;
      split(start + 1, start + 3);
      program.push({ kind: part === "*" ? "in name" : "any" });
      split(start);
    } else if (part === "{") open.push({ targets: split(program.length + 1).targets, ends: [] });
    else if (part === "," && group !== undefined) {
      group.ends.push(split().targets);
      group.targets.push(program.length);
    } else if (part === "}" && group !== undefined) {
      for (const end of group.ends) end.push(program.length);
      open.pop();
    } else program.push(characterOf(part));
  }
  return open.length === 0 ? program : undefined;
}

function characterOf(part: string): Instruction {
  if (part === "?") return { kind: "in name" };
  const [, sign, characters] = /^\[([!^]?)([^\]]+)\]$/.exec(part) ?? [];
  if (characters === undefined) return { kind: "character", character: part };
  return { kind: "class", characters, isNegated: sign !== "" };
}

function run(program: readonly Instruction[], path: string): boolean {
  const reached = new Int32Array(program.length + 1).fill(-1); // the last position of the path at which an instruction is active
  let active: number[] = [];
  let next: number[] = [];
  addStates(program, active, reached, 0, 0);
  for (let index = 0; index < path.length && active.length > 0; index++) {
    const character = path[index];
    for (const state of active) {
      const instruction = program[state];
      const isMatch =
        instruction?.kind === "any" ||
        (instruction?.kind === "in name" && character !== "/") ||
        (instruction?.kind === "class" && character !== "/" && isInClass(instruction.characters, character) !== instruction.isNegated) ||
        (instruction?.kind === "character" && instruction.character === character);
      if (isMatch) addStates(program, next, reached, state + 1, index + 1);
    }
    [active, next] = [next, active];
    next.length = 0;
  }
  return reached[program.length] === path.length;
}

function isInClass(characters: string, character = ""): boolean {
  for (let index = 0; index < characters.length; index++) {
    const isRange = characters[index + 1] === "-" && index + 2 < characters.length;
    const first = characters.charAt(index);
    if (isRange) index += 2;
    if (character >= first && character <= characters.charAt(index)) return true;
  }
  return false;
}

// Adds a state, and those that it reaches without a character.
function addStates(program: readonly Instruction[], states: number[], reached: Int32Array, first: number, position: number): void {
  const pending = [first];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (reached[state] === position) continue;
    reached[state] = position;
    const instruction = program[state];
    if (instruction?.kind === "split") pending.push(...instruction.targets);
    else states.push(state);
  }
}
