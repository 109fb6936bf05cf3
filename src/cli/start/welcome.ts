import { formats } from "../../model/format.ts";

const wranglersPort = "8787"; // its next port, if another program uses this one

/** Returns the line that wrangler starts again, which takes some seconds. @param config path of wrangler.toml */
export function describeRestart(config: string): string {
  return `${config} has changed: the server starts again. The site does not answer for some seconds.`;
}

/** Returns the line that the site answers again. @param origin the URL of the site, without a trailing slash */
export function describeReturn(origin: string): string {
  return `The site answers again at ${origin}, with the changed configuration. Open pages reload by themselves.`;
}

/**
 * Returns the lines that greet the owner of a running site.
 * @param origin the URL of the site, without a trailing slash
 * @param port the port in the arguments or in `[dev]`; undefined if neither has one
 */
export function welcome(origin: string, port: unknown): string[] {
  const addresses = [["Preview", "/"], ...formats.map(({ name, path }) => [name, path]), ["All feeds", "/feeds/"]];
  const lines = addresses.map(([name = "", path = ""]) => `  ${name.padEnd(10)} ${origin}${path}`);
  const isMoved = port === undefined && new URL(origin).port !== wranglersPort;
  return [
    "",
    ...(isMoved ? [`Another program uses port ${wranglersPort}, so the site is at ${origin}`] : []),
    "Broadsheet is running. Edit a file in articles/, and the page shows it. Ctrl+C stops it.",
    "",
    ...lines,
    "",
  ];
}
