import { fromPath, type Page, replacing, without } from "./page.ts";
import { type Service, unchanged } from "./service.ts";

const docs = /^docs\.google\.com$/;

// A deck that is published has a page of its own; that of another deck opens from the address that a page embeds.
const published = replacing(/^(\/(?:a\/[^/]+\/)?presentation\/d\/e\/[\w-]+)\/(?:pub)?embed$/, "$1/pub");

const sheet: Page = (url) => without(url, "widget", "headers", "chrome");

const folder: Page = ({ searchParams }) => searchParams.get("id")?.replace(/^/, "https://drive.google.com/drive/folders/");

/** The services of Google, except videos and maps. Several are on one host. */
export const googleServices: readonly Service[] = [
  { host: docs, path: /^(?:\/a\/[^/]+)?\/presentation\//, label: "Slides on Google Slides", page: published },
  { host: docs, path: /^(?:\/a\/[^/]+)?\/document\//, label: "Document on Google Docs", page: (url) => without(url, "embedded") },
  { host: docs, path: /^(?:\/a\/[^/]+)?\/spreadsheets\/.*\/pubchart$/, label: "Chart on Google Sheets", page: unchanged },
  { host: docs, path: /^(?:\/a\/[^/]+)?\/spreadsheets\//, label: "Table on Google Sheets", page: sheet },
  { host: docs, path: /^(?:\/a\/[^/]+)?\/forms\//, label: "Form on Google Forms", page: (url) => without(url, "embedded") },
  { host: docs, path: /^(?:\/a\/[^/]+)?\/drawings\//, label: "Design on Google Drawings", page: unchanged },
  { host: /^calendar\.google\.com$/, label: "Calendar on Google Calendar", page: unchanged },
  { host: /^google\.com$/, path: /^\/calendar\//, label: "Calendar on Google Calendar", page: unchanged },
  { host: /^drive\.google\.com$/, path: /^\/embeddedfolderview$/, label: "File on Google Drive", page: folder },
  { host: /^drive\.google\.com$/, path: /^\/(?:a\/[^/]+\/)?file\//, label: "File on Google Drive", page: replacing(/\/preview$/, "/view") },
  { host: /^colab\.research\.google\.com$/, label: "Notebook on Google Colab", page: unchanged },
  {
    host: /^(?:datastudio|lookerstudio)\.google\.com$/,
    label: "Chart on Looker Studio",
    page: fromPath(/^\/embed\/(.+)/, (path) => `https://lookerstudio.google.com/${path}`),
  },
];
