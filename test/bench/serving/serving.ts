import { describeMachine, type Machine, packageVersion } from "../machine.ts";
import { serverCore } from "../workerd/pinned.ts";
import { startWorkerd } from "../workerd/workerd.ts";
import { type ColdStart, measureColdStarts } from "./cold-start.ts";
import { type Contender, entryCount, entryLength, type Field, prepareField } from "./contenders.ts";
import { type FirstRender, measureFirstRenders } from "./first-render.ts";
import { type FormatName, formats } from "./own-documents.ts";
import { type LoadOptions, measureTargets, type Speed, summarizeRounds, type Target } from "./throughput.ts";
import { type VerifiedDocument, verifyDocument, type WireSizes } from "./verify.ts";

/** The options of a measurement. */
export interface ServingOptions extends LoadOptions {
  /** The formats to request. */
  readonly formats: readonly FormatName[];
  readonly starts: number;
  readonly withPeers: boolean;
}

/** The costs of polls. */
export interface ServingResult {
  readonly machine: Machine;
  readonly generator: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly starts: number;
  readonly entries: number;
  readonly entryLength: number;
  readonly withoutArticles: Size;
  readonly contenders: readonly ContenderResult[];
  readonly firstRenders: readonly FirstRender[];
}

/** The size of a script, in bytes. */
export interface Size {
  readonly bytes: number;
  readonly gzipBytes: number;
}

export interface ContenderResult {
  readonly name: string;
  readonly title: string;
  readonly size: Size;
  readonly coldStart: ColdStart;
  readonly documents: readonly DocumentResult[];
}

export interface DocumentResult {
  readonly format: FormatName;
  readonly wire: WireSizes;
  readonly full: Speed;
  readonly notModified: Speed;
}

interface VerifiedContender {
  readonly contender: Contender;
  readonly documents: ReadonlyMap<FormatName, VerifiedDocument>;
}

/** Measures all contenders in the same rounds. */
export async function measureServing(options: ServingOptions): Promise<ServingResult> {
  const { connections, generator, rounds, say, seconds, starts, withPeers } = options;
  const machine = describeMachine({ workerd: packageVersion("workerd"), wrangler: packageVersion("wrangler") });
  say("Bundling the contenders");
  const field = await prepareField(withPeers);
  say(`Starting each of them ${starts} times`);
  const coldStarts = await measureColdStarts(
    field.contenders.map(({ bundle, name }) => ({ name, config: bundle.config, path: formats.RSS })),
    starts,
  );
  say("Rendering for the first time");
  const firstRenders = measureFirstRenders(field.feed, ["RSS", "Atom", "JSON"], starts);
  const documents = await measureThroughput(field, options);
  return {
    machine,
    generator: generator.name,
    ...{ rounds, seconds, connections, starts, entryLength, entries: entryCount },
    withoutArticles: sizeOf(field.withoutArticles),
    contenders: field.contenders.map(({ bundle, name, title }) => ({
      name,
      title,
      size: sizeOf(bundle),
      coldStart: found(coldStarts, name),
      documents: documents.get(name) ?? [],
    })),
    firstRenders,
  };
}

async function measureThroughput(field: Field, options: ServingOptions): Promise<ReadonlyMap<string, readonly DocumentResult[]>> {
  const verified: VerifiedContender[] = [];
  for (const contender of field.contenders) verified.push({ contender, documents: await verifyContender(contender, field.feed) });
  const results = new Map<string, DocumentResult[]>(field.contenders.map(({ name }) => [name, []]));
  for (const format of options.formats) {
    options.say(`${format}, 200`);
    const full = await measureTargets(targetsOf(verified, format, "200"), options);
    options.say(`${format}, 304`);
    const notModified = await measureTargets(targetsOf(verified, format, "304"), options);
    for (const { contender, documents } of verified) {
      const document = documents.get(format);
      if (document === undefined) continue;
      results.get(contender.name)?.push({
        format,
        wire: document.wire,
        full: summarizeRounds(full, contender.name, "bare"),
        notModified: summarizeRounds(notModified, contender.name, "bare"),
      });
    }
  }
  return results;
}

async function verifyContender({ bundle, formats, title }: Contender, feed: Field["feed"]): Promise<VerifiedContender["documents"]> {
  const workerd = await startWorkerd(bundle.config, serverCore);
  try {
    const documents = new Map<FormatName, VerifiedDocument>();
    for (const format of formats) documents.set(format, await verifyDocument(workerd.port, title, format, feed));
    return documents;
  } finally {
    await workerd.stop();
  }
}

function targetsOf(verified: readonly VerifiedContender[], format: FormatName, kind: Target["kind"]): Target[] {
  return verified.flatMap(({ contender, documents }): Target[] => {
    const document = documents.get(format);
    return document === undefined ? [] : [{ contender: contender.name, config: contender.bundle.config, document, kind }];
  });
}

function sizeOf({ bytes, gzipBytes }: Size): Size {
  return { bytes, gzipBytes };
}

function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`Cannot find what was measured of ${name}`);
  return value;
}
