import { truncate } from "../../base/truncate.ts";
import { isKnownTag } from "../../content/markup/shortcodes/shortcodes.ts";
import { isProtectingTag } from "../site-rules/is-protected.ts";
import type { NoteOfText } from "../site-rules/old-site.ts";

/** The language of shortcodes: how a text writes them, and what their templates show. */
export interface ShortcodeLanguage {
  /** Matches a tag. */
  readonly tag: RegExp;
  /** Returns the name of a start tag or of an end tag; the end `end` is that of the last tag. Undefined for a tag without content. */
  read(tag: string): { readonly start: string } | { readonly end: string } | undefined;
  /** Returns whether the template of a shortcode always shows its content; undefined without a template. */
  shows(name: string): boolean | undefined;
}

const privateName =
  /(?:^|[/_-])(?:private|hidden|hide|secret|invisible|internal|todo|fixme|drafts?|comments?|noshow|if|unless|only)(?:$|[/._-])/i;

/** The shortcodes with a start and an end whose content the old site did not show. */
export class HiddenShortcodes {
  readonly #language: ShortcodeLanguage;
  readonly #known = new Map<string, boolean | undefined>();

  constructor(language: ShortcodeLanguage) {
    this.#language = language;
  }

  /** Returns a text without the shortcodes that may hide their content, and notes what was left out. */
  removeFrom(body: string, note: NoteOfText = () => {}): string {
    let [text, done] = ["", 0];
    for (const { end, name, offset, tag } of pairsIn(body, this.#language)) {
      if (offset < done) continue;
      const shows = this.#shows(name);
      if (shows === undefined && !isHiddenByName(name, tag)) {
        if (!isKnownTag(name, ""))
          note(
            `Kept the text of the shortcode ${truncate(name, 60)}, whose template is not in the folder: check that the old site showed it`,
          );
      } else if (shows !== true) {
        note(leftOut, truncate(body.slice(offset, end).replace(/\s+/g, " "), 120));
        text += body.slice(done, offset);
        done = end;
      }
    }
    return text + body.slice(done);
  }

  #shows(name: string): boolean | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#language.shows(name));
    return this.#known.get(name);
  }
}

const leftOut = "Left out the text of a shortcode that may show it never or only sometimes: compare it with the old page";

// A text with a protected part becomes a draft as a whole. Inline shortcodes are templates.
function isHiddenByName(name: string, tag: string): boolean {
  return name.endsWith(".inline") || (privateName.test(name) && !isProtectingTag(tag));
}

interface Pair {
  readonly name: string;
  /** The start tag. */
  readonly tag: string;
  readonly offset: number;
  /** The offset after the end tag. */
  readonly end: number;
}

// In the order of their starts, so that outer ones come first. The old generators run shortcodes in code, too.
function pairsIn(body: string, { read, tag: pattern }: ShortcodeLanguage): Pair[] {
  const pairs: Pair[] = [];
  const open = new Map<string, Omit<Pair, "end">[]>();
  const all: Omit<Pair, "end">[] = [];
  for (const { 0: tag, index } of body.matchAll(pattern)) {
    const found = read(tag);
    if (found === undefined) continue;
    if ("start" in found) {
      const { start } = found;
      const opened = { name: start, tag, offset: index };
      const same = open.get(start);
      if (same === undefined) open.set(start, [opened]);
      else same.push(opened);
      all.push(opened);
    } else {
      const closed = found.end === "end" ? all.pop() : open.get(found.end)?.pop();
      if (closed !== undefined) pairs.push({ ...closed, end: index + tag.length });
    }
  }
  return pairs.sort((a, b) => a.offset - b.offset);
}
