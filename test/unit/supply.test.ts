import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

// Installed packages are pinned, run no unlisted scripts, and leak no secrets.
const root = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

type Names = Readonly<Record<string, string>>;
interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly overrides?: Names;
}
const manifest = JSON.parse(read("package.json")) as Package & { readonly allowScripts: Readonly<Record<string, boolean>> };
const lock = JSON.parse(read("package-lock.json")) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Package>>;
};
const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const;
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
// It replaces the package that `feed` writes XML with.
const ownPackage = { name: "xml-js", path: "src/feed/xml-js" };
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");

describe("package.json", () => {
  it.each(kinds)("pins its %s to one version each, in alphabetical order", (kind) => {
    const names = Object.entries(manifest[kind] ?? {});
    for (const [name, version] of names.filter(([name]) => name !== ownPackage.name))
      expect([name, version]).toEqual([name, expect.stringMatching(/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
    expect(names.map(([name]) => name)).toEqual(names.map(([name]) => name).sort());
  });

  it("has two packages for the Worker, and a local one", () => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(["feed", "hono", ownPackage.name]);
    expect(manifest.dependencies?.[ownPackage.name]).toBe(`file:${ownPackage.path}`);
    expect(manifest.overrides).toEqual({ [ownPackage.name]: `$${ownPackage.name}` });
  });
});

describe("package-lock.json", () => {
  it("matches package.json", () => {
    expect(lock.lockfileVersion).toBe(3);
    for (const kind of kinds) expect(lock.packages[""]?.[kind]).toEqual(manifest[kind]);
    for (const kind of kinds) {
      for (const [name, version] of Object.entries(manifest[kind] ?? {}).filter(([name]) => name !== ownPackage.name))
        expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version.replace(/^npm:.*@/, "")]);
    }
  });

  it("has the digest of every package, all from a registry except the local one", () => {
    const { path: folder, name } = ownPackage;
    expect(lock.packages[`node_modules/${name}`]).toEqual({ resolved: folder, link: true });
    expect(lock.packages[folder]).toEqual({ version: expect.any(String) });
    const others = installed.filter(([path]) => path !== folder && path !== `node_modules/${name}`);
    for (const [path, { integrity, link, resolved = "https://", version }] of others) {
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/)]);
      expect([path, version]).toEqual([path, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
      expect([path, link, resolved]).toEqual([path, undefined, expect.stringMatching(/^https:\/\//)]);
    }
  });

  it("lists exactly the packages with install scripts", () => {
    const withScripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect([...new Set(withScripts)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(Object.values(manifest.allowScripts)).toEqual(withScripts.map(() => true));
  });

  it.each(["feed", "hono", "miniflare", "workerd", "wrangler"])("has one %s", (name) => {
    expect(installed.filter(([path]) => nameOf(path) === name)).toHaveLength(1);
  });
});

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && !/\.(?:png|jpe?g|gif|ico|mp3|woff2?)$/i.test(path));

// Joined at runtime, so that this file does not match itself.
const secrets = {
  "a private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  "a key of AWS": /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/,
  "a token of GitHub": /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22,}/,
  "a token of GitLab": /\bglpat-[\w-]{20,}/,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^$\s]/,
  "a token of Slack": /\bxox[abeprs]-[A-Za-z0-9-]{10,}/,
  "a key of Google": /\bAIza[\w-]{35}\b/,
  "a key of Stripe": /\b[rs]k_live_[A-Za-z0-9]{16,}/,
  "a JSON Web Token": /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  "a token of Cloudflare": /CLOUDFLARE_API_(?:TOKEN|KEY)["']?\s*[:=]\s*["']?[\w-]{20,}/,
  "an account of Cloudflare": /\b(?:account|zone)_id\s*=\s*["'][0-9a-f]{32}["']/,
  "a password in a URL": /\bhttps?:\/\/[\w.-]+:(?!pass\b|b\b)[^\s@/"'`]{6,}@[\w-]+\.[a-z]{2,}/,
};

describe("the repository", () => {
  it.each(Object.entries(secrets))("does not contain %s", (_kind, pattern) => {
    const found = tracked.filter((path) => {
      try {
        return pattern.test(read(path));
      } catch {
        return false; // deleted and not committed yet
      }
    });
    expect(found).toEqual([]);
  });

  it("ignores files with secrets", () => {
    expect(tracked.filter((path) => /(?:^|\/)(?:\.env|\.dev\.vars|\.npmrc)|\.(?:pem|key|p12|pfx)$/i.test(path))).toEqual([]);
    const ignored = [".dev.vars", ".dev.vars.staging", ".env", ".env.local"];
    expect(
      execFileSync("git", ["check-ignore", ...ignored], { cwd: root, encoding: "utf8" })
        .trim()
        .split("\n"),
    ).toEqual(ignored);
  });

  it("has a threat model with trust boundaries and a contact for reports", () => {
    const text = read("SECURITY.md");
    for (const heading of ["Who is trusted", "What is promised", "What is not", "Reporting"]) expect(text).toContain(`## ${heading}`);
    expect(read("README.md")).toContain("(SECURITY.md)");
  });
});

describe("src/", () => {
  it("never evaluates text as code", () => {
    const files = tracked.filter((path) => /^src\/.*\.tsx?$/.test(path));
    expect(files.length).toBeGreaterThan(100);
    expect(
      files.filter((path) => /\beval\s*\(|\bnew Function\b|\bimport\s*\((?!")|node:vm|dangerouslySetInnerHTML\s*[=:]/.test(read(path))),
    ).toEqual([]);
  });
});
