import type { AnyNode } from "acorn";
import { describe, expect, it } from "vitest";
import { declaredNames } from "../../../../src/import/configuration/declared-names.ts";
import { parseText } from "../../../../src/import/configuration/script-module.ts";
import { Instant, unknownValue } from "../../../../src/import/constants/condition-operators.ts";
import { conditionValue } from "../../../../src/import/constants/condition-value.ts";

const data = {
  ...{ status: "wip", ready: false, level: "2", tags: ["a", "b"], date: new Instant("published", Date.UTC(2024, 0, 2)) },
  ...{ expires: "2024-05-01", nothing: null, nested: { a: true } },
};

function resultOf(code: string): unknown {
  const program = parseText(code);
  const names = new Map(program === undefined ? [] : declaredNames(program));
  const scope = { declared: (name: string) => names.get(name), environment: { PROD: true, DEV: false, NODE_ENV: "production" } };
  return conditionValue(names.get("f") as AnyNode, [{ id: "en/a", data }], scope);
}

const inArrow = (condition: string) => resultOf(`const f = ({ data, id }) => ${condition};`);

describe("conditionValue()", () => {
  it.each<[string, unknown]>([
    ['data.status === "wip"', true],
    ['data.status !== "wip"', false],
    ['data["status"] == "wip"', true],
    ["data.ready", false],
    ["!data.ready", true],
    ["data.ready === false", true],
    ["data.ready !== true && !data.hidden", true],
    ["data.hidden === undefined", true],
    ["data.hidden == null && data.nothing == undefined", true],
    ["data.nothing === null", true],
    ["data.hidden?.deep.deeper", undefined],
    ["data.nested?.a", true],
    ["data.level === 2", true],
    ["data.level > 1", true],
    [`\`\${id}/\${data.level}\` + 1`, "en/a/21"],
    [`\`\${id}/\${data.unknown()}\``, unknownValue],
    ["id + data.hidden", unknownValue],
    ['id.split("/").slice(1).join("/")', "a"],
    ['id.split("/")[0]', "en"],
    ['id.split("/").at(-1) + id.split("/").pop()', "aa"],
    ['id.replace("en/", "") + id.replaceAll("a", "b")', "aen/b"],
    ['id.replace(/^EN\\//i, "/")', "/a"],
    ['id.replace(/(n+)+/, "")', unknownValue],
    ['id.replace(/(?<=n)/y, "")', unknownValue],
    ["id.slice(3)", "a"],
    ["id.slice(data.x())", unknownValue],
    ["data.level >= 3", false],
    ["data.hidden > 1", false],
    ['data.tags.includes("a")', true],
    ['data.tags.includes("c")', false],
    ['["wip", "idea"].includes(data.status)', true],
    ["data.tags.length", 2],
    ['id.startsWith("en/")', true],
    ['data.status.toUpperCase() === "WIP"', true],
    ["data.date <= new Date()", true],
    ["new Date(data.date).getTime() < Date.now() - 1000", true],
    ["data.date > new Date()", false],
    ['data.date > new Date("2024-01-01")', true],
    ['new Date(data.expires) < new Date("2024-01-01")', false],
    ["data.expires > new Date()", unknownValue],
    ["import.meta.env.PROD ? data.ready : true", false],
    ["import.meta.env.DEV || data.ready", false],
    ['process.env.NODE_ENV !== "production" || !data.ready', true],
    ["process.env.OTHER || !data.ready", true],
    ["process.env.OTHER || data.ready", unknownValue],
    ["process.env.OTHER && data.ready", false],
    ["process.env.OTHER && !data.ready", unknownValue],
    ["data.ready && process.env.OTHER", false],
    ["unknown(data)", unknownValue],
    ["!unknown(data)", unknownValue],
    ["data.status === unknown", unknownValue],
    ["(data.hidden ?? true) as boolean", true],
    ["/w/.test(data.status)", unknownValue],
    ["!!data.status", true],
    ["Boolean(data.ready)", false],
  ])("computes %s", (condition, expected) => {
    expect(inArrow(condition)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ["const f = (post) => { if (post.data.ready) return true; return post.data.status === 'wip'; };", true],
    ["function f({ data: { status, hidden = true } }) { const own = status; if (own === 'wip') { return hidden; } else return 1; }", true],
    ["const state = { hidden: ['wip'] }; const f = ({ data }) => state.hidden.includes(data.status);", true],
    ["const isWip = (post) => post.data.status === 'wip'; const f = (post) => !isWip(post);", false],
    ["const f = (post) => { if (unknown) return true; return true; };", true],
    ["const f = (post) => { if (unknown) return true; return false; };", unknownValue],
    ["const f = (post) => { for (const a of post.data.tags) return a; };", unknownValue],
    ["const f = ({ data }) => { if (data.status === 'idea') return false; };", undefined],
    ["const f = ({ data }) => { console.log(data); let hide = false; if (data.status === 'wip') { hide = true; } return hide; };", true],
    ["const f = ({ data }) => { let count = 0; count += 1; return count; };", unknownValue],
    ["const f = ({ data }) => { { const a = data.status; return a; } };", "wip"],
    [`const f = () => { ${"if (unknown) a();".repeat(60)} return 1; };`, unknownValue],
    ["const f = (post) => f(post);", unknownValue],
    ["const a = b; const b = a; const f = () => a;", unknownValue],
  ])("runs %s", (code, expected) => {
    expect(resultOf(code)).toBe(expected);
  });
});
