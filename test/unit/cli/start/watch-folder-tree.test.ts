import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { watchFolderTree } from "../../../../src/cli/start/watch-folder-tree.ts";
import { makeFolder } from "../sample-folder.ts";

const patience = { timeout: 10_000, interval: 10 };

function watched(articles: Record<string, string>) {
  const folder = join(makeFolder(articles), "articles");
  const onChange = vi.fn();
  const print = vi.fn();
  const tree = watchFolderTree(folder, { onChange, isLeftOut: (path) => path === ".git", print });
  return {
    ...{ folder, print, tree },
    /** Writes a file and waits for the change. */
    async edit(path: string) {
      onChange.mockClear();
      writeFileSync(join(folder, path), `${performance.now()}`);
      await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), patience);
      expect(print).not.toHaveBeenCalled();
    },
  };
}

describe("watchFolderTree()", () => {
  it("reports edits in a folder and its subfolders", async () => {
    const { edit, folder, tree } = watched({ "articles/a.md": "", "articles/deep/down/b.md": "" });
    await edit("a.md");
    await edit("deep/down/b.md");
    mkdirSync(join(folder, "new/er"), { recursive: true });
    tree.update();
    await edit("new/er/c.md");
  });

  it("reports edits after folders were replaced, or moved away and back", async () => {
    const { edit, folder, tree } = watched({ "articles/a.md": "", "articles/deep/b.md": "" });
    renameSync(folder, `${folder}.away`);
    tree.update();
    renameSync(`${folder}.away`, folder);
    tree.update();
    await edit("a.md");
    renameSync(join(folder, "deep"), `${folder}.away`);
    mkdirSync(join(folder, "deep"));
    tree.update();
    await edit("deep/b.md");
    rmSync(folder, { recursive: true });
    tree.update();
    mkdirSync(folder);
    tree.update();
    await edit("a.md");
  });

  // A new folder often gets the number (inode) of the one that was removed just before.
  it("reports edits after folders were removed and created at once", async () => {
    const { edit, folder, tree } = watched({ "articles/a.md": "", "articles/deep/b.md": "" });
    for (let count = 0; count < 3; count++) {
      rmSync(folder, { recursive: true });
      mkdirSync(join(folder, "deep"), { recursive: true });
      tree.update();
      await edit("a.md");
      rmSync(join(folder, "deep"), { recursive: true });
      mkdirSync(join(folder, "deep"));
      tree.update();
      await edit("deep/b.md");
    }
  });

  it("waits for a missing folder", async () => {
    const { edit, folder, tree } = watched({ "b.md": "" });
    mkdirSync(folder);
    tree.update();
    await edit("a.md");
  });
});
