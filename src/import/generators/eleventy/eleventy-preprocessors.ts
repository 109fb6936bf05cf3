import type { AnyNode } from "acorn";
import { tableOf } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { declarationsOf } from "../../configuration/declared-names.ts";
import { conditionData, type Filter, filterValue, onlySelects, shortCode } from "../../configuration/hiding-code.ts";
import { type LoadedCode, loadedCode } from "../../configuration/loaded-code.ts";
import { callsIn } from "../../configuration/script-module.ts";
import { Instant, unknownValue } from "../../constants/condition-operators.ts";
import { constantValue } from "../../constants/constant-value.ts";
import { instantOf, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { HidingCode, SiteFolder } from "../../site-rules/old-site.ts";
import type { Data } from "./directory-data.ts";

interface Preprocessor extends Filter {
  /** The endings of the templates that it gets; undefined for all. */
  readonly endings: readonly string[] | undefined;
  readonly path: string;
}

/**
 * Reads the preprocessors of a site, which keep a template off it by returning false (www.11ty.dev/docs/config-preprocessors). Returns the one
 * that hides a text.
 */
export function readPreprocessors(folder: SiteFolder, path: string): (path: string, data: Data) => HidingCode | undefined {
  const silent = { paths: folder.paths, read: (name: string) => folder.read(name) }; // a plugin is no configuration
  const found = loadedCode(silent, path).flatMap(preprocessorsIn);
  return (file, data) => {
    const values = conditionData({ ...data, eleventy: { env: { runMode: "build" } } });
    const page = {
      ...tableOf(values["page"]),
      date: new Instant("published", instantOf(writtenDate(data as FrontMatterTable) ?? dateOfPath(file))),
    };
    const given = [{ ...values, page }, unknownValue];
    const results = found
      .filter(({ endings }) => endings?.some((ending) => file.endsWith(`.${ending}`)) ?? true)
      .map((each) => ({ each, value: filterValue(each, given) }))
      .filter(({ each, value }) => value === false || (value === unknownValue && !onlySelects(each)));
    const first = results.find(({ value }) => value === false) ?? results[0];
    return first && { condition: `${shortCode(first.each.text)} in ${first.each.path}`, isCertain: first.value === false };
  };
}

function preprocessorsIn({ path, program, source }: LoadedCode): Preprocessor[] {
  if (program === undefined) return [];
  const declared = declarationsOf(program);
  return callsIn(program, "addPreprocessor").flatMap(([, endings, given]) => {
    const node = given?.type === "Identifier" ? (declared(given.name) ?? given) : given;
    if (node === undefined || given === undefined) return [];
    const code = (each: AnyNode) => source.slice(each.start, each.end);
    return [{ node, text: code(given), code: code(node), path, declared, endings: endingsIn(endings) }];
  });
}

// `"*"`, `"md,njk"`
function endingsIn(node: AnyNode | undefined): readonly string[] | undefined {
  const value = constantValue(node, () => undefined);
  const endings = (typeof value === "string" ? value.split(",") : Array.isArray(value) ? value.map(String) : []).map((each) => each.trim());
  return endings.length === 0 || endings.includes("*") ? undefined : endings;
}
