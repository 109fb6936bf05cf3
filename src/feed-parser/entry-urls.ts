import { cutOff } from "../base/truncate.ts";
import { shown } from "../limits/limit-error.ts";
import { httpUrl, maxUrlLength } from "./entry-url.ts";

const maxShown = 100; // UTF-16 units

/** A file of an entry, and its absolute URL. */
export interface ReadFile<File> {
  readonly file: File;
  readonly url: string;
}

/** Reads the URLs of one entry. It adds a note for each URL that is dropped, so that no URL disappears without a word. */
export class EntryUrls {
  /** One sentence for each dropped URL. */
  readonly notes: string[] = [];

  /**
   * Returns an absolute http(s) URL; undefined for a missing reference and for one that is dropped.
   * @param part the part of the entry that the URL belongs to, such as `enclosure`
   */
  read(part: string, reference: string | undefined, base?: string): string | undefined {
    if (reference === undefined || reference.trim() === "") return undefined;
    const url = httpUrl(reference, base)?.href;
    if (url === undefined) this.notes.push(`Cannot keep the URL of its ${part}, ${brief(reference)}: ${faultOf(reference, base)}`);
    return url;
  }

  /** Returns the first usable URL of several references. Those before it are dropped. */
  readFirst(part: string, references: readonly (string | undefined)[], base?: string): string | undefined {
    for (const reference of references) {
      const url = this.read(part, reference, base);
      if (url !== undefined) return url;
    }
    return undefined;
  }

  /** Returns the first of several files that has a usable URL, since an entry has one file. The others are dropped. */
  readFile<File>(
    part: string,
    files: readonly File[],
    urlOf: (file: File) => string | undefined,
    base?: string,
  ): ReadFile<File> | undefined {
    for (const [index, file] of files.entries()) {
      const url = this.read(part, urlOf(file), base);
      if (url === undefined) continue;
      const others = files.slice(index + 1).map((other) => brief(urlOf(other) ?? ""));
      if (others.length > 0)
        this.notes.push(
          `It has ${files.length} ${part}s: only one was kept, since Broadsheet supports one per entry; dropped: ${others.join(", ")}`,
        );
      return { file, url };
    }
    return undefined;
  }
}

function faultOf(reference: string, base: string | undefined): string {
  if (reference.length > maxUrlLength) return `it has ${shown(reference.length)} characters, and the limit is ${shown(maxUrlLength)}`;
  const url = URL.parse(reference.trim(), base);
  if (url !== null) return `it begins with ${brief(url.protocol)}, and only http: and https: are supported`;
  const isRelative = URL.canParse(reference.trim(), "http://x");
  return isRelative ? "it is relative, and the source does not say to which address" : "it is not a valid URL";
}

function brief(text: string): string {
  return JSON.stringify(cutOff(text, maxShown));
}
