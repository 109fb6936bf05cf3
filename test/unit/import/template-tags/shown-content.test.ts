import { describe, expect, it } from "vitest";
import { showsContent } from "../../../../src/import/template-tags/shown-content.ts";
import { readGoActions, readTeraActions } from "../../../../src/import/template-tags/template-actions.ts";

describe("showsContent() with templates of Hugo", () => {
  it.each([
    "<div>{{ .Inner }}</div>",
    "{{ .Inner | markdownify }}",
    '{{- $.Page.RenderString (dict "display" "block") .InnerDeindent -}}',
    "{{ with .Inner }}<p>{{ . | safeHTML }}</p>{{ end }}",
    "{{ if .Inner }}{{ .Inner }}{{ else }}Nothing{{ end }}",
    "{{ $text := .Inner | markdownify }}{{ if .Get 0 }}<b>x</b>{{ end }}{{ $text }}",
    "{{ $text := .Inner }}{{ if .Site.Params.md }}{{ $text = markdownify .Inner }}{{ end }}{{ $text }}",
    '{{ $text := "" }}{{ if .Get 0 }}{{ $text = .Inner }}{{ else }}{{ $text = markdownify .Inner }}{{ end }}{{ $text }}',
    "{{ if .IsNamedParams }}<b>{{ .Inner }}</b>{{ else }}<i>{{ .Inner }}</i>{{ end }}",
    '{{ if eq (.Get 0) "a" }}{{ .Inner }}{{ else if eq (.Get 0) "b" }}<i>{{ .Inner }}</i>{{ end }}',
    '{{ if .Parent }}{{ .Inner }}{{ else }}{{ errorf "no parent" }}{{ end }}',
    '{{ if not .Parent }}{{ errorf "no parent" }}{{ else }}{{ .Inner }}{{ end }}',
    '{{ range split .Inner "\\n" }}<li>{{ . }}</li>{{ end }}',
    '{{ partial "box.html" (dict "content" .Inner) }}',
    '{{ partial "box.html" . }}',
    '{{ with .Parent }}x{{ end }}{{ .Parent.Scratch.Add "tabs" (dict "content" .Inner) }}',
    '{{ with .Inner }}{{ end }}{{ range .Scratch.Get "tabs" }}{{ .content }}{{ end }}',
    "<style>{{/* a comment */}} .a::after { content: '/*' }</style>{{ .Inner }}",
  ])("is true for %s", (template) => {
    expect(showsContent(readGoActions(template), /\.Inner(?:Deindent)?\b/)).toBe(true);
  });

  it.each([
    "{{ if .Site.IsServer }}<div>{{ .Inner }}</div>{{ end }}",
    "{{ if hugo.IsProduction }}{{ else }}{{ .Inner }}{{ end }}",
    '{{ if eq hugo.Environment "a" }}{{ .Inner }}{{ else if eq hugo.Environment "b" }}{{ .Inner }}{{ end }}',
    "{{ if and .Inner .Site.IsServer }}{{ .Inner }}{{ end }}",
    '{{ if .Get "show" }}{{ .Inner }}{{ end }}',
    "{{ with .Site.Params.secrets }}{{ $.Inner }}{{ end }}",
    "{{/* shows nothing */}}",
    "{{/* {{ .Inner }} */}}",
    "{{- /* .Inner */ -}}",
    "<!-- {{ .Inner }} -->",
    "{{ $_ := .Inner }}",
    "{{ with .Inner }}{{ end }}",
    "{{ len .Inner }} characters",
    '{{ $text := "" }}{{ if .Site.IsServer }}{{ $text = .Inner }}{{ end }}{{ $text }}',
    '{{ $text := .Inner }}{{ if hugo.IsProduction }}{{ $text = "" }}{{ end }}{{ $text }}',
    '{{ print ".Inner" }}',
    "",
  ])("is false for %s", (template) => {
    expect(showsContent(readGoActions(template), /\.Inner(?:Deindent)?\b/)).toBe(false);
  });
});

describe("showsContent() with templates of Zola", () => {
  it.each([
    ["<div>{{ body | markdown | safe }}</div>", true],
    ["{% if body %}{{ body }}{% endif %}", true],
    ["{% set text = body | trim %}{% if a %}x{% endif %}{{- text -}}", true],
    ["{% if a %}<b>{{ body }}</b>{% else %}{{ body }}{% endif %}", true],
    ["{% filter markdown %}{{ body }}{% endfilter %}", true],
    ["{# {{ body }} #}", false],
    ["<!-- {{ body }} -->", false],
    ["{% if config.mode == 'serve' %}{{ body }}{% endif %}", false],
    ['{{ f(class="body") }}', false],
    ["{{ body | length }}", false],
  ])("is the same as on the site for %s", (template, shows) => {
    expect(showsContent(readTeraActions(template), /\bbody\b/)).toBe(shows);
  });
});
