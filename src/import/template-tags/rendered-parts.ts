import { RawHtmlLines } from "../old-markdown/raw-html-lines.ts";
import type { TemplateEngine } from "../site-rules/template-engine.ts";
import { placeRendered } from "./place-rendered.ts";

/** A part of a text that was rendered. */
export interface RenderedPart {
  /** The end of the part. */
  readonly end: number;
  readonly text: string;
}

const blockTags = /\{%-?\s{0,9}(end)?(for|capture)\b[^%{]{0,500}%\}/g;

/** Renders the parts of a text that need an engine: includes, loops, captured texts and filters. */
export class RenderedParts {
  readonly #body: string;
  readonly #engine: TemplateEngine | undefined;
  readonly #origin: string | undefined;
  readonly #html: RawHtmlLines;
  readonly #captured = new Map<string, string>();
  readonly #unclosed = new Set<string>();

  /** @param origin of the old site */
  constructor(body: string, engine: TemplateEngine | undefined, origin: string | undefined) {
    this.#body = body;
    this.#engine = engine;
    this.#origin = origin;
    this.#html = new RawHtmlLines(body, false);
  }

  /**
   * Renders the part that begins with a tag; undefined if it is another tag, or if only the old generator can render it.
   * @param scope receives the captured text
   */
  partAt({ end, name, offset, rest }: PartStart, scope: Record<string, unknown>): RenderedPart | undefined {
    if (this.#engine === undefined) return undefined;
    if (/^include(?:_relative|_cached)?$/.test(name)) return this.#place(offset, end, scope);
    const closing = name === "for" || name === "capture" ? this.#endOf(name, end) : undefined;
    if (closing === undefined) return undefined;
    if (name === "for") return this.#place(offset, closing.end, scope);
    const text = this.#engine.render(this.#body.slice(end, closing.start), scope);
    if (text === undefined) return undefined;
    scope[rest] = text;
    this.#captured.set(rest, text);
    return { end: closing.end, text: "" };
  }

  /** Renders an output whose filters need the engine; undefined if it shows nothing. */
  output(piece: string, offset: number, scope: Readonly<Record<string, unknown>>): string | undefined {
    return this.#rendered(offset, offset + piece.length, scope) || undefined;
  }

  /** Renders tags in code, where their text stays as it is. */
  inCode(piece: string, scope: Readonly<Record<string, unknown>>): string | undefined {
    return this.#engine?.render(piece, scope)?.trimEnd() || undefined;
  }

  /** Evaluates an expression that is assigned; undefined if its value is unknown. */
  value(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
    return this.#engine?.evaluate(expression, scope);
  }

  /** Returns the captured text that an unknown tag names, and which would be lost with it. */
  capturedIn(tag: string): string {
    const words = this.#captured.size === 0 ? [] : (tag.match(/(?<![\w.-])[\w-]+/g) ?? []);
    return words.map((word) => this.#captured.get(word) ?? "").join("");
  }

  #place(start: number, end: number, scope: Readonly<Record<string, unknown>>): RenderedPart | undefined {
    const text = this.#rendered(start, end, scope);
    return text === undefined ? undefined : { end, text };
  }

  #rendered(start: number, end: number, scope: Readonly<Record<string, unknown>>): string | undefined {
    const text = this.#engine?.render(this.#body.slice(start, end), scope);
    if (text === undefined) return undefined;
    return placeRendered(text, { body: this.#body, start, end, isInHtml: this.#html.has(start), origin: this.#origin });
  }

  // The end tag of a block, which may contain others of its kind.
  #endOf(name: string, from: number): { readonly start: number; readonly end: number } | undefined {
    if (this.#unclosed.has(name)) return undefined;
    let depth = 1;
    blockTags.lastIndex = from;
    for (let match = blockTags.exec(this.#body); match !== null; match = blockTags.exec(this.#body)) {
      if (match[2] === name) depth += match[1] === undefined ? 1 : -1;
      if (depth === 0) return { start: match.index, end: blockTags.lastIndex };
    }
    this.#unclosed.add(name);
    return undefined;
  }
}

interface PartStart {
  readonly name: string;
  /** The text after the name. */
  readonly rest: string;
  readonly offset: number;
  /** The end of the tag. */
  readonly end: number;
}
