import { isCalloutKind, statementKind } from "../lines/callout-kinds.ts";
import { isVersionNote } from "./version-notes.ts";

/** The kinds of directives and cells between fences: what becomes of their text. */
export type DirectiveKind =
  | "button"
  | "callout"
  | "code"
  | "contents"
  | "csv"
  | "figure"
  | "frame"
  | "glossary"
  | "list-table"
  | "picture"
  | "statement"
  | "text"
  | "unknown"
  | "version";

// MyST. The argument of the others is a title, that of a layout its number of columns.
const containers = new RegExp(
  "^(?:card|card-carousel|blockquote|dropdown|epigraph|grid|grid-item|grid-item-card|highlights|margin|" +
    "pull-quote|rubric|sidebar|aside|tab|group-tab|tabs|tab-item|tab-set|tab-set-code|table)$",
);

// They make lists of other pages or give settings, and show nothing of their own.
const contents =
  /^(?:bibliography|toctree|tableofcontents|contents|index|(?:exercise|solution)-end|highlight|currentmodule|default-role|role|sectnum|tabularcolumns|meta)$/;

const frames = /^(?:iframe|video|audio|youtube|vimeo)$/;

// Their arguments are no titles: words, or a name for a style sheet.
const texts =
  /^(?:centered|container|compound|class|div|hlist|line-block|toggle|header|footer|card-header|card-footer|attribution|legend|only)$/;

// The argument of code is its language or its settings.
const code = new RegExp(
  "^(?:code|code-block|code-cell|code-tab|sourcecode|math|mermaid|prompt|parsed-literal|doctest|test(?:code|output|setup)|productionlist|eval-rst|" +
    "(?:di)?graph|graphviz|uml|plantuml|d2|dot|ditaa|tikz|vega(?:-lite)?|ipython3?|terminal|exec(?:[_-]code)?|(?:jupyter|sphinx)-[a-z]+|" +
    "(?:program|command)-output|literalinclude|altair-plot|plot|raw|diff|text|txt|plain|output|" +
    "ada|asm|awk|bash|bat|c|clojure|cmake|cpp|c\\+\\+|crystal|csharp|cs|c#|css|cuda|cypher|d|dart|docker(?:file)?|elixir|elm|erlang|f#|fish|fortran|" +
    "glsl|go|golang|gql|graphql|groovy|haskell|hs|hcl|html|http|ini|java|javascript|js|jsx|json5?|jsonc|julia|jl|kotlin|kt|latex|less|lisp|lua|" +
    "make(?:file)?|markdown|md|matlab|myst|nim|nix|node|objc|ocaml|octave|ojs|pascal|perl|php|postgres(?:ql)?|powershell|ps1|prolog|promql|proto(?:buf)?|" +
    "purescript|python3?|py|r|racket|rcpp|rb|rmd|rst|ruby|rust|rs|sas|sass|scala|scheme|scss|sh|shell|solidity|sparql|sql|stan|stata|svelte|svg|swift|" +
    "tcl|terraform|tex|toml|ts|tsx|typescript|typst|v|verilog|vhdl|vim|vue|wasm|wat|xml|yaml|yml|zig|zsh)$",
  "i",
);

const bareStatements = /^(?:axiom|conjecture|corollary|definition|exercise|lemma|proof|proposition|remark|solution|theorem)$/;

/** Returns the kind of callout of a directive of sphinx-proof or sphinx-exercise: `prf:theorem`, `exercise`, `solution-start`. */
export function statementOf(name: string): string | undefined {
  const [, domain, statement = ""] = /^(prf:|proof:)?([a-z]+)(?:-start)?$/.exec(name) ?? [];
  return domain !== undefined || bareStatements.test(statement) ? statementKind(statement) : undefined;
}

/**
 * Returns the kind of a directive. A name that is neither of a directive nor of a language is unknown if words follow the braces: ` ```{a} words `.
 * Without words, it is the language of code.
 */
export function directiveKind(name: string, argument: string): DirectiveKind {
  if (statementOf(name) !== undefined) return "statement";
  if (isCalloutKind(name) || containers.test(name)) return "callout";
  if (isVersionNote(name)) return "version";
  if (frames.test(name)) return "frame";
  if (name === "csv-table") return "csv";
  if (name === "list-table") return name;
  if (contents.test(name)) return "contents";
  if (texts.test(name)) return "text";
  if (/^button-(?:link|ref)$/.test(name) && argument.trim() !== "") return "button";
  if (name === "glossary") return name;
  if (name === "figure-md" || (name === "figure" && argument.trim() === "")) return "figure";
  if (/^(?:figure|image)$/.test(name)) return argument.trim() === "" ? "code" : "picture";
  const isUnknown = argument.trim() !== "" && !/^\s*(?:\{|[\w-]{1,50}=)/.test(argument) && !code.test(name);
  return isUnknown ? "unknown" : "code";
}
