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
    ["/w/.test(data.status)", true],
    ["!!data.status", true],
    ["Boolean(data.ready)", false],
    ['["b", ...id.split("/"), data.hidden].filter(Boolean).map((name, index) => name + index).join("-")', "b0-en1-a2"],
    ['data.tags.some((tag) => tag === "b") && data.tags.every((tag) => tag !== "c")', true],
    ["data.tags.filter((tag) => unknown(tag)).length", unknownValue],
    ["data.tags.toSorted((a, b) => (a < b ? 1 : -1)).join()", unknownValue],
    ["data.tags.map((tag) => tag.length).reduce((sum, each) => sum + each, 1) * 2", 6],
    ['data.tags.find((tag) => tag > "a")', unknownValue],
    ["data.tags.indexOf('b')", 1],
    ["data.tags.flatMap((tag) => [tag, tag]).join()", "a,a,b,b"],
    ["id.match(/(\\w+)$/)[1] + id.at(0) + id.lastIndexOf('/') + id.concat('!').padEnd(6, '.')", "ae2en/a!."],
    ["id.replace(/\\w+/g, (word) => word.toUpperCase())", "EN/A"],
    ["id.replace(/\\w+/g, () => unknown())", unknownValue],
    ["id.repeat(data.tags.length)", "en/aen/a"],
    ["id.repeat(1e9)", unknownValue],
    ["(({ nested: { a, b = id }, ...rest }) => [a, b, rest.status].join(' '))(data)", "true en/a wip"],
    ["(([first, , ...others]) => others.concat(first).join())(['x', 'y', 'z'])", "z,x"],
    ["Object.entries({ ...{ a: 1 }, b: 2 }).map(([key, value]) => key + value).join()", "a1,b2"],
    ["new URL(id, 'https://wren.example/x/').pathname", "/x/en/a"],
    ["new RegExp('^' + id.slice(0, 2) + '/').test(id)", true],
    ["new RegExp('(a+)+').test(id)", unknownValue],
    ["typeof id + typeof data.hidden + typeof data.level", unknownValue],
    ["typeof id + typeof data.hidden", "stringundefined"],
    ["data.hidden?.at(0).length", undefined],
    ["data.tags?.at?.(1)", "b"],
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
    ["const f = (post) => { for (const a of post.data.tags) return a; };", "a"],
    ["const f = ({ data }) => { if (data.status === 'idea') return false; };", undefined],
    ["const f = ({ data }) => { console.log(data); let hide = false; if (data.status === 'wip') { hide = true; } return hide; };", true],
    ["const f = ({ data }) => { let count = 0; count += 1; return count; };", 1],
    ["const f = ({ data }) => { { const a = data.status; return a; } };", "wip"],
    [`const f = () => { ${"if (unknown) a();".repeat(60)} return 1; };`, 1],
    ["const f = (post) => f(post);", unknownValue],
    ["const a = b; const b = a; const f = () => a;", unknownValue],
    ["const f = ({ id }) => { const names = id.split('/'); const last = names.pop(); return last + names.length; };", "a1"],
    [
      "const f = ({ id }) => { const all = []; for (const name of id.split('/')) { if (name === 'en') continue; all.push(name); } return all.join(); };",
      "a",
    ],
    ["const f = ({ data }) => { const all = []; data.tags.forEach((tag) => all.push(tag)); return all.join(); };", "a,b"],
    ["const f = ({ id }) => { let name = id; if (unknown) name = 'x'; return name; };", unknownValue],
    ["const f = ({ id }) => { let name = id; if (unknown) throw new Error(); else name += '!'; return id; };", "en/a"],
    ["const f = ({ id }) => { const all = [id]; if (unknown) all.pop(); return all.length; };", unknownValue],
    ["const f = ({ id }) => { const name = 'x'; { const name = id; } return name; };", "x"],
    ["const f = ({ id }) => { let count = 1; count++; return count; };", unknownValue],
    ["const f = ({ data }) => { switch (data.status) { case 'done': return 1; case 'wip': break; default: return 2; } return 3; };", 3],
    ["const prefixed = (prefix) => (name) => prefix + name; const f = ({ id }) => prefixed('/')(id);", "/en/a"],
    ["const f = ({ id }) => { return g(); function g() { return id; } };", "en/a"],
    ["const f = ({ id }) => { while (true) id; };", unknownValue],
    ["const f = ({ id }) => { const g = (n) => g(n); return g(1); };", unknownValue],
    ["const f = ({ id }) => { let text = id; for (const a of 'x'.repeat(99).split('')) text += text; return text; };", unknownValue],
  ])("runs %s", (code, expected) => {
    expect(resultOf(code)).toBe(expected);
  });
});
