import { printable } from "../doctor/printable.ts";

/** Shows a person what is being done, on a line that each call replaces; nobody else sees anything. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${printable(text, Math.max(20, (process.stderr.columns ?? 80) - 2))}`);
}

/** Takes the line away. */
export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
}
