import { build } from "esbuild";

/** A bundled program. */
export interface Bundle {
  readonly code: string;
  /** The files that it was made of, relative to the current folder. */
  readonly inputs: readonly string[];
  /** The folders of the npm packages among them. */
  readonly packages: readonly string[];
}

// Packages that are CommonJS load modules of Node with `require`, which an ES module has not.
const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** Bundles and minifies a program for Node 22. @param version the value of BROADSHEET_VERSION */
export async function bundleDoctor(entry: string, version: string): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "node",
    target: "node22",
    format: "esm",
    legalComments: "none", // NOTICES.txt has the licenses
    banner: { js: banner },
    define: { BROADSHEET_VERSION: JSON.stringify(version) },
    logLevel: "silent", // problems are thrown
  });
  const inputs = Object.keys(metafile.inputs);
  const packages = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  return { code: outputFiles[0]?.text ?? "", inputs, packages: [...new Set(packages)].sort() };
}
