import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import type { Task } from "../../../../src/build/threads/compiler-service.ts";
import { CompilerThread } from "../../../../src/build/threads/compiler-thread.ts";

const answering = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (task) => {
    if (task.articles?.[0]?.source === "bad") fail();
    else parentPort.postMessage({ task: task.task, media: { kept: [], published: [] }, made: [task.identities?.size ?? 0] });
  });
`;

const patience = 60_000;
const good: Task = { task: "parse", articles: [{ source: "good", text: "" }] };
const bad: Task = { task: "parse", articles: [{ source: "bad", text: "" }] };

const open: CompilerThread[] = [];

/** A thread that does something for bad articles, and how often its worker was started. */
function threadWith(fail: string): { readonly thread: CompilerThread; readonly starts: () => number } {
  let starts = 0;
  const thread = new CompilerThread(() => {
    starts++;
    return new Worker(`${answering} function fail() { ${fail} }`, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  });
  open.push(thread);
  return { thread, starts: () => starts };
}

describe("CompilerThread", () => {
  afterEach(async () => {
    for (const thread of open.splice(0)) await thread.close();
  });

  it("answers one task after the other, with one worker", async () => {
    const { starts, thread } = threadWith("");
    expect(await thread.ask(good, patience)).toMatchObject({ task: "parse", made: [0] });
    expect(await thread.ask(good, patience)).toMatchObject({ task: "parse", made: [0] });
    expect(starts()).toBe(1);
  });

  it.each([
    ["takes too long", "for (;;);", 500, /^Cannot compile the article: it takes more than 0\.5 seconds; make several articles of it$/],
    ["never answers", "", 500, /more than 0\.5 seconds/],
    [
      "takes too much memory",
      "const all = []; for (;;) all.push({});",
      patience,
      /^Cannot compile .* it takes more than 16 MB of memory; make/,
    ],
    ["ends", "process.exit(0);", patience, /^Cannot compile the article: it takes so much that its thread has ended; make/],
    ["throws", "throw new TypeError('no such thing');", patience, /^no such thing$/],
    ["rejects", "Promise.reject(new TypeError('no such thing'));", patience, /^no such thing$/],
  ])("says so of a worker that %s, and goes on with another one", async (_, fail, milliseconds, message) => {
    const { starts, thread } = threadWith(fail);
    await thread.ask(good, patience);
    await expect(thread.ask(bad, milliseconds)).rejects.toThrow(message);
    expect(await thread.ask(good, patience)).toMatchObject({ made: [0] });
    expect(starts()).toBe(2);
  });

  it("has each worker do first what the first one did", async () => {
    const { starts, thread } = threadWith("process.exit(0);");
    const identities = new Map([["a.md", { id: "a", path: "/a", url: "https://example.com/a", anchorPrefix: "a" }]]);
    await thread.begin({ task: "compile", tasks: [], identities }, patience);
    await expect(thread.ask(bad, patience)).rejects.toThrow("its thread has ended");
    await thread.ask(good, patience);
    expect(starts()).toBe(2);
  });

  it("starts no other worker once it is closed", async () => {
    const { starts, thread } = threadWith("");
    await thread.close();
    expect(starts()).toBe(1);
  });
});
