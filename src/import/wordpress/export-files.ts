import { documentStart } from "../../feed-parser/document-start.ts";
import { type Blog, readBlog } from "./wordpress-blog.ts";
import { isWordpressExport } from "./wordpress-export.ts";

/** The files that one command imports. Of a large blog, WordPress exports several files, whose posts show pictures of each other. */
export class ExportFiles {
  readonly #paths: readonly string[];
  readonly #read: (path: string) => AsyncIterable<string>;
  readonly #blogs = new Map<string, Promise<Blog | undefined>>();

  /** @param read returns a document from its beginning */
  constructor(paths: readonly string[], read: (path: string) => AsyncIterable<string>) {
    this.#paths = paths;
    this.#read = read;
  }

  /** Returns what the other exports of WordPress contain. Each file is read once. */
  async besides(path: string): Promise<readonly Blog[]> {
    const blogs: Blog[] = [];
    for (const other of this.#paths) {
      if (other === path) continue;
      const reading = this.#blogs.get(other) ?? this.#blogOf(other);
      this.#blogs.set(other, reading);
      const blog = await reading;
      if (blog !== undefined) blogs.push(blog);
    }
    return blogs;
  }

  // The import of the file itself reports why it cannot be read.
  async #blogOf(path: string): Promise<Blog | undefined> {
    try {
      return isWordpressExport(await documentStart(this.#read(path))) ? await readBlog(this.#read(path)) : undefined;
    } catch {
      return undefined;
    }
  }
}
