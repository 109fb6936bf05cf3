import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { describeYamlError } from "./describe-yaml-error.ts";
import { FrontMatterError } from "./front-matter-error.ts";
import type { FrontMatterWarning } from "./front-matter-warning.ts";
import { tooDeep } from "./limit-front-matter.ts";
import { repairYaml } from "./repair-yaml.ts";
import { readSimpleYaml } from "./simple-yaml.ts";

/** Values of front matter before they become text, and the faults that were repaired. */
export interface ParsedValues {
  readonly value: unknown;
  readonly warnings: readonly FrontMatterWarning[];
}

/**
 * Parses YAML. If that fails, repairs what generators accept and tries again.
 * @param linesBefore lines of the article before the source
 * @throws FrontMatterError
 */
export function parseYaml(source: string, linesBefore: number): ParsedValues {
  const simple = readSimpleYaml(source);
  if (simple !== undefined) return { value: simple, warnings: [] };
  try {
    return parseStrictly(source, linesBefore);
  } catch (error) {
    const repaired = error instanceof FrontMatterError ? repairYaml(source, (lines) => parseStrictly(lines, linesBefore)) : undefined;
    if (repaired === undefined) throw error;
    const warnings = repaired.warnings.map((warning) => ({ ...warning, line: warning.line + 1 + linesBefore }));
    return { value: repaired.parsed.value, warnings: [...warnings, ...repaired.parsed.warnings] };
  }
}

// The failsafe schema keeps every scalar as the author wrote it: the title 1.10 does not become 1.1, and a date does not become a
// Date. The package's own check for unique keys is quadratic.
function parseStrictly(source: string, linesBefore: number): ParsedValues {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    ...{ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false }, // a tag such as !!binary changes no value either
    ...{ lineCounter: lines, prettyErrors: false, logLevel: "error" },
  });
  const locationOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + linesBefore, column: col };
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const { column, line } = locationOf(Math.min(error.pos[0], source.trimEnd().length));
    if (/call stack/.test(error.message)) throw tooDeep({ line, column });
    throw new FrontMatterError(`Cannot read the YAML front matter: ${describeYamlError(error.message)}`, line, column);
  }
  const warnings = repeatedKeys(document).map(({ key, offset }) => {
    const message = `The key ${JSON.stringify(key)} occurs twice: the last value was used; delete the other`;
    return { ...locationOf(offset), message };
  });
  try {
    return { value: document.toJS(), warnings };
  } catch (cause) {
    throw new FrontMatterError(`Cannot read the YAML front matter: ${describeYamlError((cause as Error).message)}`, 1, 1);
  }
}

// YAML 1.2 §3.2.1.1: keys are unique. Generators use the last value.
function repeatedKeys(document: Document): { readonly key: unknown; readonly offset: number }[] {
  const repeated: { readonly key: unknown; readonly offset: number }[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) repeated.push({ key: key.value, offset: key.range?.[0] ?? 0 });
        keys.add(key.value);
      }
    },
  });
  return repeated;
}
