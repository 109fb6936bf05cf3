import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Returns the names, versions and licenses of bundled packages, which their licenses require to be passed on.
 * @param folders of packages; one without a package.json is a part of the package around it
 */
export function noticesOf(folders: readonly string[]): string {
  const packages = [...new Set(folders.map(packageAround))];
  return `doctor.js contains these packages:\n\n${packages.map(noticeOf).join(`\n${"-".repeat(80)}\n\n`)}`;
}

function packageAround(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageAround(dirname(folder));
}

function noticeOf(folder: string): string {
  const { license, name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Readonly<Record<string, string>>;
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license})`, ...texts, ""].join("\n\n");
}
