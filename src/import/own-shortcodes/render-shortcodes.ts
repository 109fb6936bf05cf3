import { isKnownTag } from "../../content/markup/shortcodes/shortcodes.ts";
import { isTabSetTag, isTabTag } from "../../content/markup/shortcodes/tags/tab-tags.ts";
import { verbatimNames } from "../../content/markup/shortcodes/verbatim-tags.ts";
import { GoMap, type GoMethod, GoObject, type GoValue, SafeText, textOf } from "../go-templates/go-value.ts";
import type { GoTemplate } from "../go-templates/parse-template.ts";
import { runTemplate, type TemplateOptions } from "../go-templates/run-template.ts";
import { UnknownValueError } from "../site-rules/template-engine.ts";
import { readGoActions } from "../template-tags/template-actions.ts";
import { type CallArguments, parseCallArguments } from "./call-arguments.ts";
import { findCalls, type ShortcodeCall } from "./find-calls.ts";
import { KeptCalls } from "./kept-calls.ts";
import { markdownResult, placeResult } from "./place-result.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** The template of a shortcode. */
export interface OwnShortcode {
  readonly text: string;
  /** True for a template of the site, false for one of a theme. */
  readonly isOwn: boolean;
}

/** The inputs of rendering the shortcodes of one page. */
export interface RenderOptions extends TemplateOptions {
  /** Returns the template of a shortcode; undefined without exactly one. */
  template(name: string): OwnShortcode | undefined;
  /** Parses a template; undefined if it has what is unknown. */
  parse(text: string): GoTemplate | undefined;
  readonly page: GoObject;
  readonly site: GoObject;
  readonly isMarkdown: boolean;
}

/**
 * Replaces the calls of a site's own shortcodes by their results, as Hugo does: HTML for `{{< name >}}`, Markdown for `{{% name %}}`. A
 * call whose result is not known in every part is unchanged.
 */
export function renderShortcodes(body: string, options: RenderOptions): string {
  const calls = findCalls(body, options.isMarkdown ? "markdown" : "html");
  return new ShortcodeRenderer(body, options).replaceAll(calls, 0, body.length);
}

const maxDepth = 20;

/** The calls around a call. */
interface CallsAround {
  readonly parent: GoObject | undefined;
  readonly level: number;
  readonly kept: KeptCalls;
}

class ShortcodeRenderer {
  readonly #body: string;
  readonly #options: RenderOptions;

  constructor(body: string, options: RenderOptions) {
    this.#body = body;
    this.#options = options;
  }

  replaceAll(calls: readonly ShortcodeCall[], from: number, to: number, depth = 0): string {
    let [text, done] = ["", from];
    for (const call of calls) {
      text += this.#body.slice(done, call.start) + this.#replacementOf(call, depth);
      done = call.end;
    }
    return text + this.#body.slice(done, to);
  }

  // The calls in the content of a call that is unchanged are rendered, unless the content is code.
  #replacementOf(call: ShortcodeCall, depth: number): string {
    const { contentEnd, contentStart, end, isMarkdown, start } = call;
    const kept = new KeptCalls();
    const result = this.#resultOf(call, kept);
    const isEmpty = result?.trim() === "" && this.#body.slice(contentStart, contentEnd).trim() !== ""; // reported as hidden
    const place = { body: this.#body, start, end, isMarkdown: this.#options.isMarkdown };
    const placed =
      result === undefined || isEmpty ? undefined : isMarkdown ? markdownResult(result, place, call.isClosed) : placeResult(result, place);
    const written = placed === undefined ? undefined : kept.restore(placed);
    if (written !== undefined) return written;
    const isCode = verbatimNames.has(call.name) || call.name.endsWith(".inline") || depth > maxDepth;
    if (isCode) return this.#body.slice(start, end);
    const content = this.replaceAll(call.children, contentStart, contentEnd, depth + 1);
    return this.#body.slice(start, contentStart) + content + this.#body.slice(contentEnd, end);
  }

  #resultOf(call: ShortcodeCall, kept: KeptCalls): string | undefined {
    try {
      return this.#render(call, { parent: undefined, level: 0, kept });
    } catch (error) {
      if (error instanceof UnknownValueError) return undefined;
      throw error;
    }
  }

  #render(call: ShortcodeCall, around: CallsAround): string {
    const template = this.#templateOf(call);
    const given = parseCallArguments(call.arguments);
    if (template === undefined || given === undefined || around.level > maxDepth) throw new UnknownValueError(call.name);
    const value = callValue(call, given, this.#options, around.parent, () => this.#contentOf(call, value, around));
    return runTemplate(template, value, this.#options);
  }

  #templateOf({ arguments: written, isClosed, name }: ShortcodeCall): GoTemplate | undefined {
    const found = this.#options.template(name);
    if (found === undefined || isOwnConversion(name)) return undefined;
    if (!found.isOwn && isKnownTag(name, written)) return undefined; // our conversion is made for themes
    const hasContent = readGoActions(found.text).some(({ expression }) => /\.Inner(?:Deindent)?\b/.test(expression));
    return hasContent === isClosed ? this.#options.parse(found.text) : undefined; // otherwise, Hugo stops with an error
  }

  #contentOf(call: ShortcodeCall, value: GoObject, { kept, level }: CallsAround): string {
    let [text, done] = ["", call.contentStart];
    for (const child of call.children) {
      const isKept = !child.isClosed && this.#options.template(child.name) === undefined && isKnownTag(child.name, child.arguments);
      const written = this.#body.slice(child.start, child.end);
      const result = isKept ? kept.keep(written) : this.#render(child, { parent: value, level: level + 1, kept });
      text += this.#body.slice(done, child.start) + result;
      done = child.end;
    }
    text += this.#body.slice(done, call.contentEnd);
    return level > 0 && call.isMarkdown ? nestedMarkdown(text) : text;
  }
}

// Templates of these names need the styles or the scripts of their site, and an inline shortcode is its own template.
function isOwnConversion(name: string): boolean {
  return name.endsWith(".inline") || verbatimNames.has(name) || isTabTag(name) || isTabSetTag(name);
}

// Markdown in several lines stays in paragraphs.
function nestedMarkdown(text: string): string {
  return renderMarkdown(text, text.includes("\n"));
}

function callValue(
  { isClosed, name, ordinal }: ShortcodeCall,
  given: CallArguments,
  { page, site }: RenderOptions,
  parent: GoObject | undefined,
  content: () => string,
): GoObject {
  const isNamed = given instanceof GoMap;
  let inner: string | undefined;
  const innerText = () => {
    inner ??= isClosed ? content() : "";
    return inner;
  };
  const get: GoMethod = (key = null) => argumentOf(given, key);
  return new GoObject({
    Get: () => get,
    Params: () => given,
    IsNamedParams: () => isNamed,
    Inner: () => new SafeText("html", innerText()),
    InnerDeindent: () => new SafeText("html", deindented(innerText())),
    Name: () => name,
    Ordinal: () => ordinal,
    Page: () => page,
    Site: () => site,
    ...(parent === undefined ? { Parent: () => null } : { Parent: () => withoutContent(parent) }),
  });
}

// Of its content, the call around has rendered only a part.
function withoutContent(parent: GoObject): GoObject {
  const names = ["Get", "Params", "IsNamedParams", "Name", "Ordinal", "Page", "Site", "Parent"];
  return new GoObject(Object.fromEntries(names.map((name) => [name, () => parent.get(name)])));
}

// An argument that is missing is an empty text, and nil if the arguments have names, and a number is asked for, or the other way around.
function argumentOf(given: CallArguments, key: GoValue): GoValue {
  if (given === null) return null;
  if (given instanceof GoMap) return typeof key === "number" ? null : (given.entries.get(textOf(key)) ?? "");
  if (typeof key !== "number") return null;
  if (key < 0) throw new UnknownValueError("a negative number of an argument");
  return given[key] ?? "";
}

function deindented(text: string): string {
  const lines = text.split("\n");
  const widths = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const width = Math.min(...widths);
  return width === 0 || !Number.isFinite(width) ? text : lines.map((line) => line.slice(Math.min(width, line.length))).join("\n");
}
