import type { CommandOption } from "./command.ts";

/** The options of the doctor that need no articles. */
export const doctorOptions = {
  file: {
    type: "string",
    multiple: true,
    value: "FEED",
    help: "check a file before it is deployed, or - for the standard input; no request is sent",
  },
  as: { type: "string", multiple: true, value: "URL", help: "the address where that file will be" },
  format: {
    type: "string",
    default: "text",
    value: "text|json|github",
    help: "how to print the findings; github: annotations and a job summary (default: text)",
  },
  strict: { type: "boolean", default: false, help: "count warnings as problems" },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** Examples that every site can use. */
export const doctorExamples = [
  "https://example.com/feed.xml",
  "localhost:8080",
  "--file public/rss.xml --as https://example.com/rss.xml",
  "--format github --strict https://example.com",
] as const;
