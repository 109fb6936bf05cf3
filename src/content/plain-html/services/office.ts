import { fromPath, type Page, replacing, without } from "./page.ts";
import { type Service, unchanged } from "./service.ts";

const issuu: Page = ({ searchParams }) => {
  const [document, user] = ["d", "u"].map((name) => searchParams.get(name));
  return document && user ? `https://issuu.com/${encodeURIComponent(user)}/docs/${encodeURIComponent(document)}` : undefined;
};

/** Services for forms, tables, charts, boards and slides. */
export const officeServices: readonly Service[] = [
  { host: /^airtable\.com$/, path: /^\/embed\//, label: "Table on Airtable", page: replacing(/^\/embed\//, "/") },
  { host: /^(?:[\w-]+\.)?typeform\.com$/, path: /^\/to\//, label: "Form on Typeform", page: unchanged },
  { host: /^tally\.so$/, path: /^\/(?:embed|r)\//, label: "Form on Tally", page: replacing(/^\/embed\//, "/r/") },
  { host: /^(?:form|submit)\.jotform\.com$/, label: "Form on Jotform", page: unchanged },
  { host: /^forms\.(?:office\.com|cloud\.microsoft)$/, label: "Form on Microsoft Forms", page: (url) => without(url, "embed") },
  { host: /^onedrive\.live\.com$/, path: /^\/embed/, label: "File on OneDrive", page: unchanged },
  { host: /^calendly\.com$/, label: "Calendar on Calendly", page: (url) => without(url, "embed_domain", "embed_type") },
  { host: /^[\w-]+\.notion\.site$/, path: /^\/ebd\//, label: "Document on Notion", page: replacing(/^\/ebd\//, "/") },
  { host: /^(?:e\.)?issuu\.com$/, path: /^\/embed\.html$/, label: "Document on Issuu", page: issuu },
  { host: /^canva\.com$/, path: /^\/design\//, label: "Design on Canva", page: (url) => without(url, "embed") },
  {
    host: /^miro\.com$/,
    path: /^\/app\//,
    label: "Board on Miro",
    page: fromPath(/^\/app\/(?:live-)?embed\/([^/]+)/, (id) => `https://miro.com/app/board/${id}/`),
  },
  { host: /^trello\.com$/, path: /^\/[bc]\//, label: "Board on Trello", page: replacing(/\.html$/, "") },
  { host: /^whimsical\.com$/, path: /^\/embed\//, label: "Board on Whimsical", page: replacing(/^\/embed\//, "/") },
  { host: /^datawrapper\.dwcdn\.net$/, label: "Chart on Datawrapper", page: unchanged },
  {
    host: /^(?:flo\.uri\.sh|public\.flourish\.studio)$/,
    label: "Chart on Flourish",
    page: fromPath(/^(\/(?:visualisation|story)\/\d+)/, (path) => `https://public.flourish.studio${path}/`),
  },
  { host: /^e\.infogram\.com$/, label: "Chart on Infogram", page: fromPath(/^\/([^/]+)/, (id) => `https://infogram.com/${id}`) },
  { host: /^public\.tableau\.com$/, label: "Chart on Tableau", page: unchanged },
  { host: /^app\.powerbi\.com$/, label: "Chart on Power BI", page: unchanged },
  { host: /^ourworldindata\.org$/, path: /^\/(?:grapher|explorers)\//, label: "Chart on Our World in Data", page: unchanged },
  { host: /^desmos\.com$/, path: /^\/(?:calculator|geometry|3d)\//, label: "Chart on Desmos", page: (url) => without(url, "embed") },
  {
    host: /^geogebra\.org$/,
    label: "Chart on GeoGebra",
    page: fromPath(/^\/material\/iframe\/id\/(\w+)/, (id) => `https://www.geogebra.org/m/${id}`),
  },
  { host: /^slides\.com$/, path: /\/embed\/?$/, label: "Slides on Slides.com", page: replacing(/\/embed\/?$/, "") },
  { host: /^prezi\.com$/, label: "Slides on Prezi", page: replacing(/^\/(?:p\/)?embed\//, "/p/") },
  { host: /^pitch\.com$/, path: /^\/embed\//, label: "Slides on Pitch", page: unchanged },
  { host: /^view\.genial(?:\.ly|ly\.com)$/, label: "Slides on Genially", page: unchanged },
];
