import { describe, expect, it } from "vitest";
import { adviceForNamespace } from "../../../../src/doctor/advice/namespace-advice.ts";

const atom = "http://www.w3.org/2005/Atom";
const xhtml = "http://www.w3.org/1999/xhtml";
const unsupported = "some readers do not support prefixes here";

describe("adviceForNamespace()", () => {
  it.each([
    [
      "AvoidNamespacePrefix",
      `the prefix a10 for ${atom}`,
      "/rss",
      `Write atom instead of a10, as the prefix of all its names and in its declaration: xmlns:atom="${atom}"`,
    ],
    [
      "AvoidNamespacePrefix",
      `the prefix h for ${xhtml}`,
      "/rss",
      `Write xhtml instead of h, as the prefix of all its names and in its declaration: xmlns:xhtml="${xhtml}"`,
    ],
    [
      "AvoidNamespacePrefix",
      `the prefix a for ${atom}`,
      "/feed",
      `Write <feed xmlns="${atom}">, its elements without the prefix a, and remove xmlns:a: ${unsupported}`,
    ],
    [
      "AvoidNamespacePrefix",
      `the prefix xhtml for ${xhtml}`,
      "/feed",
      `Write <div xmlns="${xhtml}"> into each content, its elements without the prefix xhtml, and remove xmlns:xhtml: ${unsupported}`,
    ],
    [
      "NonstdPrefix",
      "pod for http://www.itunes.com/dtds/podcast-1.0.dtd, usually itunes",
      "/rss",
      'Write itunes instead of pod, as the prefix of all its names and in its declaration: xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    ],
    [
      "ReservedPrefix",
      "dc is declared as http://purl.org/dc/terms/, and not as http://purl.org/dc/elements/1.1/",
      "/rss",
      'Write dcterms instead of dc, as the prefix of all its names and in its declaration: xmlns:dcterms="http://purl.org/dc/terms/"',
    ],
    [
      "InvalidNamespace",
      `xmlns="${atom}", and RSS has no namespace`,
      "/rss",
      `Remove xmlns from <rss>, and write links of Atom as <atom:link> with xmlns:atom="${atom}"`,
    ],
    ["InvalidNamespace", `xmlns="${atom}x", and not ${atom}`, "/feed", undefined],
    ["NotBlank", "empty", "/feed/title", undefined],
  ] as const)("returns for %s: %s in %s", (rule, message, place, advice) => {
    expect(adviceForNamespace(rule, message, place)).toBe(advice);
  });
});
