import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import { brief } from "./brief.ts";
import { printable } from "./printable.ts";
import { formatWorkflowCommand, type WorkflowCommand } from "./workflow-command.ts";

/** A part of a line with a style, which some terminals show. */
export interface Styled {
  readonly text: string;
  readonly style: "bold" | "cyan" | "dim" | "green" | "red" | "yellow";
}

/** One line, without its end. Line breaks and control characters in it are escaped when it is printed. */
export type Line = string | { readonly parts: readonly (string | Styled)[] } | WorkflowCommand;

/** Prints lines. */
export type Print = (...lines: readonly Line[]) => void;

/** Asks a person at the terminal. */
export interface Prompt {
  /** Prints a question, and reads a line; undefined at the end of the input. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

// Every command prints through this module alone, so that every line stays one line, with every character visible.

/** Prints results, on standard output. */
export const print: Print = (...lines) => write(process.stdout, lines);

/** Prints problems, on standard error. */
export const complain: Print = (...lines) => write(process.stderr, lines);

/** Formats a line for a stream; NO_COLOR, FORCE_COLOR and the kind of the stream decide on its styles. */
export function formatLine(line: Line, stream: NodeJS.WriteStream): string {
  if (typeof line === "string") return printable(line);
  if ("level" in line) return formatWorkflowCommand(line);
  const parts = line.parts.map((part) => (typeof part === "string" ? printable(part) : styled(part, stream)));
  return parts.join("");
}

function styled({ style, text }: Styled, stream: NodeJS.WriteStream): string {
  return styleText(style, printable(text), { stream });
}

function write(stream: NodeJS.WriteStream, lines: readonly Line[]): void {
  clearProgress();
  stream.write(lines.map((line) => `${formatLine(line, stream)}\n`).join(""));
}

const clearLine = "\r\u001B[K";
let isProgressShown = false;

/** Shows progress on a line that the next call or the next printed line replaces. Logs and pipes get nothing. */
export function showProgress(text: string): void {
  const { columns = 80, isTTY } = process.stderr;
  if (!isTTY) return;
  process.stderr.write(clearLine + brief(printable(text), Math.max(20, columns - 2)));
  isProgressShown = true;
}

/** Removes that line. */
export function clearProgress(): void {
  if (isProgressShown) process.stderr.write(clearLine);
  isProgressShown = false;
}

/** Returns true if a person can read and answer. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

const interrupted = 130; // as shells report a program that Ctrl+C ended

/** Opens a prompt, which reads the lines of a terminal or of a pipe. */
export function openPrompt(): Prompt {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  terminal.on("SIGINT", () => process.exit(interrupted));
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask(question) {
      process.stdout.write(`${printable(question)} `);
      const { done, value } = await lines.next();
      if (!process.stdin.isTTY) process.stdout.write("\n");
      return done ? undefined : value;
    },
    close: () => terminal.close(),
  };
}
