import type { RuleTable } from "./rule-table.ts";

const safe = "Remove it from the content: readers remove it, sometimes with the content around it";

/** The rules of HTML in titles, summaries and content. */
export const htmlRules = {
  NotHtml: ["warning", "Close every tag, use only HTML elements, and escape plain text within HTML"],
  SecurityRisk: ["warning", safe],
  SecurityRiskAttr: ["warning", safe],
  DangerousStyleAttr: ["warning", "Remove style attributes: readers drop them"],
  ContainsRelRef: ["warning", "Make every address in the content absolute: readers cannot resolve relative ones"],
  "Broadsheet: absolute addresses": ["note", "Make every address in the content absolute: some readers do not resolve relative ones"],
  "Broadsheet: what readers remove": ["note", safe],
  HtmlFragment: ["warning", 'Write type="html" for a piece of HTML: text/html means a complete document'],
  NotInline: ["warning", 'Write the tags themselves into XHTML, or write type="html" for escaped tags, without the div around them'],
  NotBase64: ["error", "Encode the content in Base64, or link to it with src"],
} as const satisfies RuleTable;
