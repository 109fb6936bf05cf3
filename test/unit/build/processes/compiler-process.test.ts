import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { CompilerProcess } from "../../../../src/build/processes/compiler-process.ts";
import type { Task } from "../../../../src/build/processes/compiler-service.ts";

const answering = `
  let identities = 0;
  process.on("disconnect", () => process.exit());
  process.on("message", (task) => {
    if (task.identities) identities = task.identities.size;
    else if (task.articles?.[0]?.source === "bad") fail();
    else process.send({ task: task.task, media: { kept: [], published: [] }, results: [identities] });
  });
`;

const patience = 60_000;
const good: Task = { task: "parse", articles: [{ source: "good", text: "" }] };
const bad: Task = { task: "parse", articles: [{ source: "bad", text: "" }] };

const open: CompilerProcess[] = [];

/** A compiler process that does something for bad articles, and the processes that it has started. */
function processWith(fail: string) {
  const started: ChildProcess[] = [];
  const compiler = new CompilerProcess({ memory: 16, deadline: patience }, () => {
    const child = spawn(process.execPath, ["--max-old-space-size=16", "-e", `${answering} function fail() { ${fail} }`], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    });
    started.push(child);
    return child;
  });
  open.push(compiler);
  return { compiler, started, starts: () => started.length };
}

describe("CompilerProcess", () => {
  afterEach(async () => {
    for (const compiler of open.splice(0)) await compiler.close();
  });

  it("completes tasks in order, with one process", async () => {
    const { compiler, starts } = processWith("");
    expect(await compiler.ask(good, patience)).toMatchObject({ task: "parse", results: [0] });
    expect(await compiler.ask(good, patience)).toMatchObject({ task: "parse", results: [0] });
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
    ["ends", "process.exit(0);", patience, /^Cannot compile the article: it takes so much that its process has ended; make/],
    ["throws", "throw new TypeError('no such thing');", patience, /so much that its process has ended/],
    ["reports a fault of its own", "process.send({ task: 'failed', message: 'no such thing' });", patience, /^no such thing$/],
  ])("reports a process that %s, and starts a new one", async (_, fail, milliseconds, message) => {
    const { compiler, starts } = processWith(fail);
    await compiler.ask(good, patience);
    await expect(compiler.ask(bad, milliseconds)).rejects.toThrow(message);
    expect(await compiler.ask(good, patience)).toMatchObject({ results: [0] });
    expect(starts()).toBe(2);
  });

  it("sends the first tasks to each process", async () => {
    const { compiler, starts } = processWith("process.exit(0);");
    const identities = new Map([["a.md", { id: "a", path: "/a", url: "https://example.com/a", anchorPrefix: "a" }]]);
    compiler.begin({ task: "identities", identities });
    await expect(compiler.ask(bad, patience)).rejects.toThrow("its process has ended");
    expect(await compiler.ask(good, patience)).toMatchObject({ results: [1] });
    expect(starts()).toBe(2);
  });

  it("lets a process without work end by itself, and kills one that works", async () => {
    const { compiler, started } = processWith("for (;;);");
    await compiler.ask(good, patience);
    await compiler.close();
    await compiler.ask(good, patience);
    const asked = compiler.ask(bad, patience).catch((error: unknown) => String(error));
    await compiler.close();
    expect(await asked).toContain("its process has ended");
    expect(started.map(({ exitCode, signalCode }) => [exitCode, signalCode])).toEqual([
      [0, null],
      [null, "SIGKILL"],
    ]);
  });

  it("starts its process with the first task", async () => {
    const { compiler, starts } = processWith("");
    await compiler.close();
    expect(starts()).toBe(0);
    await compiler.ask(good, patience);
    expect(starts()).toBe(1);
  });
});
