import { tableOf, textIn, withLowerCaseKeys } from "../../../base/table-values.ts";
import { isOfSelection, shortCode } from "../../configuration/hiding-code.ts";
import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath } from "../../site-rules/site-path.ts";
import type { Truth } from "../../template-tags/evaluate-condition.ts";
import { readGoActions } from "../../template-tags/template-actions.ts";
import type { HugoConfig } from "./hugo-config.ts";

/** A condition that a page of a feed fulfils. */
interface Condition {
  readonly text: string;
  readonly key: string;
  /** Returns the truth for a value, which is undefined if the key is missing. */
  passes(value: unknown): Truth;
}

const maxLength = 131_072; // UTF-16 units
const where =
  /\bwhere\s{1,9}(?:\([^()]{1,200}\)|[\w.$]{1,100})\s{1,9}"\.?Params\.([\w.]{1,100})"\s{1,9}(?:"(=|==|eq|!=|<>|ne|in|not in|intersect)"\s{1,9})?("[^"]{0,200}"|[\w.$(]{1,100})/gi;
const param = /^(not\s{1,9})?\(?(?:(eq|ne)\s{1,9})?(?:\.|\$\w{1,50}\.)Params\.([\w.]{1,100})(?:\s{1,9}("[^"]{0,200}"|[\w.]{1,50}))?\)?$/i;

/**
 * Reads the filters in own templates of feeds: `where .Pages "Params.no_rss" "ne" true`, and conditions around items. Returns the rule that
 * finds the one that leaves a post out of all feeds.
 */
export function hugoFeedFilters({ paths, read }: SiteFolder, { root, values }: HugoConfig): (file: SiteFile) => HidingCode | undefined {
  const layouts = joinPath(root, textIn(values["layoutdir"]) ?? "layouts");
  const feeds = paths
    .filter((path) => isIn(layouts, path) && path.endsWith(".xml") && isFeedTemplate(path))
    .map((path) => ({ path, conditions: conditionsIn((read(path) ?? "").slice(0, maxLength)) }));
  return ({ frontMatter }) => {
    const own = withLowerCaseKeys(frontMatter);
    const params = { ...own, ...tableOf(own["params"]) };
    const failing = feeds.map(({ conditions, path }) => {
      const results = conditions.map(({ key, passes, text }) => ({ key, path, text, result: passes(valueIn(params, key)) }));
      return (
        results.find(({ result }) => result === false) ?? results.find(({ key, result }) => result === undefined && !isOfSelection(key))
      );
    });
    const [first] = failing;
    if (first === undefined || failing.includes(undefined)) return undefined;
    return { condition: `${shortCode(first.text)} in ${first.path}`, isCertain: failing.every((each) => each?.result === false) };
  };
}

function conditionsIn(template: string): Condition[] {
  const end = template.search(/<(?:item|entry)\b/);
  if (end < 0) return [];
  const found: Condition[] = [];
  const open: { readonly isLoop: boolean; readonly condition: Condition | undefined; readonly isOfKind: boolean }[] = [];
  for (const { expression, kind } of readGoActions(template.slice(0, end))) {
    const isCertain = open.every(({ isLoop, isOfKind }) => isLoop || isOfKind); // `if .IsHome`
    found.push(
      ...[...expression.matchAll(where)].map(([text, key = "", operator = "eq", value = ""]) =>
        comparison(text, key, operator, value, isCertain),
      ),
    );
    if (kind === "loop") open.push({ isLoop: true, condition: undefined, isOfKind: false });
    else if (kind === "if" || kind === "with")
      open.push({
        isLoop: false,
        condition: conditionOf(expression),
        isOfKind: /\.(?:IsHome|IsNode|IsPage|IsSection|Kind)\b/.test(expression),
      });
    else if (kind === "end") open.pop();
    else if (kind === "else") {
      const before = open.pop();
      const other = expression === "" ? negated(before?.condition) : before?.condition && unknown(before.condition);
      open.push({ isLoop: false, isOfKind: before?.isOfKind ?? false, condition: other });
    }
  }
  const items = open.slice(open.findLastIndex(({ isLoop }) => isLoop) + 1);
  return [...found, ...items.flatMap(({ condition }) => condition ?? [])];
}

function comparison(text: string, key: string, operator: string, value: string, isCertain = true): Condition {
  const isPlain = /^(?:"[^"]*"|true|false|nil|-?\d[\d.]*)$/.test(value) && /^(?:=|==|eq|!=|<>|ne)$/.test(operator);
  const isNegated = /^(?:!=|<>|ne)$/.test(operator);
  return { text, key: key.toLowerCase(), passes: (found) => (isPlain && isCertain ? isEqual(found, value) !== isNegated : undefined) };
}

// A value in front matter is a text here.
function isEqual(found: unknown, written: string): boolean {
  if (found === undefined || written === "nil") return found === undefined && written === "nil";
  const value = written.replace(/^"(.*)"$/, "$1");
  return textIn(found) === value || (/^(?:true|false)$/.test(value) && String(found).toLowerCase() === value);
}

// Undefined for a condition on something else, such as the site.
function conditionOf(expression: string): Condition | undefined {
  const [, not, operator, key, value] = param.exec(expression.trim()) ?? [];
  if (key === undefined) {
    const [, other] = /(?<!\bsite)\.Params\.([\w.]{1,100})/i.exec(expression) ?? [];
    return other === undefined ? undefined : unknown({ text: expression, key: other.toLowerCase() });
  }
  const plain: Condition =
    operator === undefined
      ? { text: expression, key: key.toLowerCase(), passes: (found) => !/^(?:undefined|false|0||null|~)$/i.test(String(found)) }
      : comparison(expression, key, operator.toLowerCase(), value ?? "");
  return not === undefined ? plain : negated(plain);
}

function negated(condition: Condition | undefined): Condition | undefined {
  if (condition === undefined) return undefined;
  const passes = (value: unknown) => {
    const truth = condition.passes(value);
    return truth === undefined ? undefined : !truth;
  };
  return { ...condition, passes };
}

function unknown({ key, text }: Pick<Condition, "key" | "text">): Condition {
  return { key, text, passes: () => undefined };
}

function valueIn(table: unknown, key: string): unknown {
  return key.split(".").reduce((found, name) => tableOf(found)[name], table);
}
