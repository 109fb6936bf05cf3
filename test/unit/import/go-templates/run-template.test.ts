import { describe, expect, it } from "vitest";
import { goFunctions } from "../../../../src/import/go-templates/go-functions.ts";
import { GoObject, goValueOf } from "../../../../src/import/go-templates/go-value.ts";
import { parseTemplate } from "../../../../src/import/go-templates/parse-template.ts";
import { runTemplate } from "../../../../src/import/go-templates/run-template.ts";
import { UnknownValueError } from "../../../../src/import/site-rules/template-engine.ts";

const values = {
  text: 'a <b> & "c" it+s',
  url: "https://e.org/a b?c=d&e=(f)%20é",
  empty: "",
  yes: true,
  no: false,
  n: 3,
  list: ["x", "y"],
  map: { b: 2, a: 1 },
};

function run(template: string, partials: Readonly<Record<string, string>> = {}, steps = 10_000): string {
  const parsed = parseTemplate(template);
  if (parsed === undefined) throw new Error("not parsed");
  const dot = new GoObject({
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => goValueOf(value)])),
    double:
      () =>
      (value = null) =>
        `${value}${value}`,
  });
  const partial = (name: string) => (Object.hasOwn(partials, name) ? parseTemplate(partials[name] ?? "") : undefined);
  return runTemplate(parsed, dot, { functions: goFunctions, budget: { steps }, partial });
}

// The results are those of Hugo 0.111.
describe("runTemplate()", () => {
  it.each([
    ["a {{- 1 -}} b {{/* c */}}d{{- /* e */ -}} f", "a1b df"],
    ["{{ if .empty }}a{{ else if .no }}b{{ else if .yes }}c{{ else }}d{{ end }}", "c"],
    ["{{ with .n }}{{ . }}{{ $.text | len }}{{ else }}none{{ end }}{{ with .empty }}a{{ else }}b{{ end }}", "316b"],
    ["{{ range $i, $x := .list }}{{ $i }}{{ $x }}{{ end }}{{ range $k, $v := .map }}{{ $k }}{{ $v }}{{ end }}", "0x1ya1b2"],
    [
      "{{ range slice }}a{{ else }}b{{ end }}{{ range seq 5 }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ if eq . 4 }}{{ break }}{{ end }}{{ . }}{{ end }}",
      "b13",
    ],
    ['{{ $x := "a" }}{{ if true }}{{ $x = "b" }}{{ $x := "c" }}{{ end }}{{ $x }}', "b"],
    ['{{ if $x := .n }}{{ $x }}{{ end }}{{ (dict "a" (dict "b" 1)).a.b }}', "31"],
    ["{{ .double 2 }}{{ 3 | .double }}{{ (.double 4) | len }}", "22332"],
    ["{{ and .yes .n }}{{ or .empty .n }}{{ not .yes }}{{ or .yes (undefined) }}", "33falsetrue"],
    ['{{ define "x" }}[{{ . }}]{{ end }}{{ template "x" .n }}', "[3]"],
    ['{{ partial "p.html" (dict "a" 1) }}{{ partial "f" 4 }}', "<b>1</b>8"],
    ['{{ "a\\"b" | safeHTML }}{{ `c"d` | safeHTML }}', 'a"bc"d'],
  ])("runs %s", (template, expected) => {
    expect(run(template, { "p.html": "<b>{{ .a }}</b>", f: "{{ return mul . 2 }}" })).toBe(expected);
  });

  it.each([
    ["{{ .text }}", "a &lt;b&gt; &amp; &#34;c&#34; it&#43;s"],
    ["{{ .text | safeHTML }}", 'a <b> & "c" it+s'],
    ['<a title="{{ .text }}">', '<a title="a &lt;b&gt; &amp; &#34;c&#34; it&#43;s">'],
    ['<a title="{{ "<b>x</b> &amp; \\"" | safeHTML }}">', '<a title="x &amp; &#34;">'],
    ["<a title={{ .text }} id=x>", "<a title=a&#32;&lt;b&gt;&#32;&amp;&#32;&#34;c&#34;&#32;it&#43;s id=x>"],
    [
      '<a href="{{ .url }}" data-src="{{ .url }}">',
      '<a href="https://e.org/a%20b?c=d&amp;e=%28f%29%20%c3%a9" data-src="https://e.org/a%20b?c=d&amp;e=%28f%29%20%c3%a9">',
    ],
    ['<a href="x?q={{ .text }}#{{ .text }}">', '<a href="x?q=a%20%3cb%3e%20%26%20%22c%22%20it%2bs#a%20%3cb%3e%20%26%20%22c%22%20it%2bs">'],
    ['<p style="width:{{ .n }}px" onclick="x({{ .n }})">', '<p style="width:3px" onclick="x()">'],
    ["<!-- {{ .text }} --><style>{{ .text }}</style><title>{{ .n }}</title>", "<style></style><title>3</title>"],
    ['<h{{ .n }} {{ if .yes }}class="a"{{ end }} {{ "id=1" | safeHTMLAttr }}>', '<h3 class="a" id=1>'],
    ["{{ index .map `none` }}{{ .empty }}", ""],
  ])("escapes %s", (template, expected) => expect(run(template)).toBe(expected));

  it.each([
    ['{{ printf "%v %d %s %q %5.2f" 1 2 "x" "y" 1.5 }}', undefined],
    ['{{ printf "%v %d %s %t %.2f%%" 1 2 "x" true 1.5 }}', "1 2 x true 1.50%"],
    ['{{ delimit (split "a,b,c" ",") ", " " and " }}', "a, b and c"],
    ['{{ default "d" "" }}{{ default "d" 0 }}{{ default "d" false }}{{ "" | default "e" }}', "ddfalsee"],
    ['{{ len "é" }}{{ substr "hello" 1 3 }}{{ index (split "a,b" ",") 1 }}{{ div 7 2 }}{{ div 7 2.5 }}', "2ellb32.8"],
    ['{{ trim "..a.." "." }}{{ strings.TrimPrefix "a" "ab" }}{{ replace "aXbX" "X" "-" }}{{ replace "aXbX" "X" "-" 1 }}', "aba-b-a-bX"],
    ['{{ urlize "Hello World" }}{{ title "note" }}{{ humanize "a-b" }}{{ lower "Ä" }}{{ path.Base "a/b.c" }}', "hello-worldNoteA bäb.c"],
    ['{{ in "abc" "b" }}{{ in (slice 1 2) 2 }}{{ hasPrefix "ab" "a" }}{{ isset (dict "a" 1) "a" }}{{ eq "5" 5 }}', "truetruetruetruefalse"],
    ['{{ htmlEscape "<" }}{{ cond true "a" "b" }}{{ first 1 (slice 1 2) | len }}{{ plainify "<i>x</i>" }}', "&amp;lt;a1x"],
  ])("has the functions of %s", (template, expected) => {
    if (expected === undefined) expect(() => run(template)).toThrow(UnknownValueError);
    else expect(run(template)).toBe(expected);
  });

  it.each([
    "{{ .unknown }}",
    "{{ unknown }}",
    "{{ .n.x }}",
    "{{ .n 1 }}",
    "{{ $x }}",
    "{{ .list }}",
    '{{ partial "none" . }}',
    '{{ template "none" }}',
    '<a href="{{ "javascript:x" }}">',
    '<a srcset="{{ .url }}">',
    "<p {{ .text }}>",
    '{{ title "a note of it" }}',
    "{{ range seq 1000 }}{{ range seq 1000 }}{{ end }}a{{ end }}",
    '{{ $x := "aaaaaaaaaa" }}{{ range seq 30 }}{{ $x = printf "%s%s" $x $x }}{{ end }}',
    '{{ partial "again" . }}',
  ])("does not guess the result of %s", (template) => {
    expect(() => run(template, { again: '{{ partial "again" . }}' })).toThrow(UnknownValueError);
  });
});

describe("parseTemplate()", () => {
  it.each([
    "{{ if }}",
    "{{ if .a }}",
    "{{ end }}",
    "{{ .a",
    "{{ else }}",
    "{{ (.a }}",
    '{{ block "a" . }}{{ end }}',
    "{{ try .a | }}",
    '{{ "\\x41" }}',
  ])("returns undefined for %s", (template) => expect(parseTemplate(template)).toBeUndefined());
});
