import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { WranglerFile } from "../../build/wrangler/wrangler-file.ts";
import { replaceFile } from "../../files/replace-file.ts";

/**
 * A copy of wrangler.toml next to it, for `wrangler dev`, which ends if the file is missing, empty or broken while it reads it. The copy is
 * always one that wrangler accepts. It is removed at the end of the process.
 */
export class WranglerCopy {
  readonly path: string;
  #text: string | undefined;

  /** @param config path of wrangler.toml */
  constructor(config: string) {
    this.path = join(dirname(resolve(config)), `wrangler.start-${process.pid}.toml`);
    process.once("exit", () => rmSync(this.path, { force: true }));
  }

  /** Writes the text of a file, if it has changed. @throws Failure */
  update({ text }: WranglerFile): void {
    if (text === this.#text) return;
    replaceFile(this.path, [Buffer.from(text)]);
    this.#text = text;
  }
}
