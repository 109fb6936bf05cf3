import { statSync } from "node:fs";
import { withoutFragment } from "../../base/without-fragment.ts";
import { withoutFeedScheme } from "../../doctor/live-site/feed-scheme.ts";
import { isPrivateHost } from "../../network/private-host.ts";
import { CommandError, UsageError } from "../../terminal/command-error.ts";

const scheme = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:data|feed|file|javascript|mailto|tel|urn):)/i;

// URL.parse() would take the first name in it for a host.
const path = /^(?:\.{0,2}\/(?!\/)|[?#])/;

/**
 * Returns the absolute URL of an address as people type it. Without a scheme it is https, or http for a host of a private network, such as
 * `localhost:8080`: few of those have a certificate.
 * @throws UsageError if it is not an http(s) address
 * @throws CommandError if there is a file of this name
 */
export function parseAddress(given: string): string {
  if (given === "help") throw new UsageError('Cannot check "help": write --help for the options, or http://help/ for a host of this name');
  const address = withoutFeedScheme(given).replace(/^\/\/(?=.)/, "");
  const hasScheme = scheme.test(address);
  if (!hasScheme && isFile(given)) throw new CommandError(`Cannot check ${JSON.stringify(given)}: it is a file; write --file ${given}`);
  const url = path.test(address) ? null : URL.parse(hasScheme ? address : withScheme(address));
  if (url !== null && (url.username !== "" || url.password !== "")) throw new UsageError(refuseCredentials(url));
  if (url !== null && /^https?:$/.test(url.protocol)) return withoutFragment(url.href);
  throw new UsageError(`Cannot check ${JSON.stringify(given)}: it is not an http(s) address`);
}

/**
 * Returns the absolute URL of the address where a file will be.
 * @throws UsageError if it is not one: a path and a word alone are more likely a mistake than a host
 */
export function parseFutureAddress(given: string): string {
  const [host = ""] = given.split(/[/?#]/, 1);
  if (scheme.test(given) || isHost(host)) return parseAddress(given);
  throw new UsageError(`Cannot use --as ${JSON.stringify(given)}: write the whole address, such as https://example.com/rss.xml`);
}

// No top-level domain has the name of a file type. With a user name, the address is refused later, without showing the password.
function isHost(text: string): boolean {
  return /^localhost$|^\[|@|[^:]:\d+$|[^.]\.[^.]/i.test(text) && !/\.(?:atom|html?|json|php|rdf|rss|txt|xml)$/i.test(text);
}

// The terminal and the logs of CI may be read by others.
function refuseCredentials({ host, pathname, protocol }: URL): string {
  const masked = `${protocol}//…:…@${host}${pathname}`;
  return `Cannot check ${JSON.stringify(masked)}: it contains a password, and feed readers send no passwords; give the address without it`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function withScheme(given: string): string {
  return `${isPrivateHost(`http://${given}`) ? "http" : "https"}://${given}`;
}
