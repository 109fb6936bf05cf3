import { raw } from "hono/html";
import { type DevelopmentProblem, developmentPaths } from "../http/development.ts";

/** The notice on a page of `npm start`. */
export interface DevelopmentNotice {
  /** The problems of the build, the most important first. */
  readonly problems: readonly DevelopmentProblem[];
  /** The version of the build that the page shows. */
  readonly version: string;
  /** A random value. The policy of the page allows the elements with this nonce (CSP 3 §2.3.1). */
  readonly nonce: string;
}

const maxProblems = 10;

// Reloads the page as soon as the server has another version, also after npm start was started again.
const reloadScript = `{
  const { version } = document.currentScript.dataset;
  const connect = () => {
    const source = new EventSource("${developmentPaths.versions}");
    source.onmessage = ({ data }) => data !== version && location.reload();
    source.onerror = () => source.readyState === EventSource.CLOSED && setTimeout(connect, 1000);
  };
  connect();
}`;

const style = `
body > .problems {
  position: fixed; inset: auto 0 0; inline-size: auto; max-block-size: 50vh; margin: 0; padding: .5rem 1rem; overflow: auto;
  background: #fff4ce; color: #3b2f00; border-block-start: 3px solid #b8860b; font: .8125rem/1.5 system-ui, sans-serif;
}
.problems summary { cursor: pointer; font-weight: 600; }
.problems ul { margin: .25rem 0; padding-inline-start: 1.25rem; }
.problems li { overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
.problems p { margin: .25rem 0; }
`;

/** Adds the notice to the HTML of a page: the problems of the build, and a script that reloads the page after the next build. */
export function addNotice(html: string, notice: DevelopmentNotice): string {
  const start = html.indexOf("<body");
  if (start === -1) return html;
  const end = html.indexOf(">", start) + 1;
  return allowNonce(html.slice(0, end), notice.nonce) + String(<Notice {...notice} />) + html.slice(end);
}

/** Allows elements with the nonce, and connections to the site itself, in a Content-Security-Policy that has a `style-src`. */
export function allowNonce(policy: string, nonce: string): string {
  return policy.replace("style-src ", `script-src 'nonce-${nonce}'; connect-src 'self'; style-src 'nonce-${nonce}' `);
}

function Notice({ nonce, problems, version }: DevelopmentNotice) {
  return (
    <>
      {problems.length > 0 && <Problems nonce={nonce} problems={problems} />}
      <script nonce={nonce} data-version={version}>
        {raw(reloadScript)}
      </script>
    </>
  );
}

function Problems({ nonce, problems }: Pick<DevelopmentNotice, "nonce" | "problems">) {
  const more = problems.length - maxProblems;
  return (
    <details class="problems" lang="en" dir="ltr" open>
      <style nonce={nonce}>{raw(style)}</style>
      <summary>{problems.length === 1 ? "This site has a problem" : `This site has ${problems.length} problems`}</summary>
      <ul>
        {problems.slice(0, maxProblems).map((problem) => (
          <li>{problem.text}</li>
        ))}
        {more > 0 && <li>and {more} more: npm run check lists them all</li>}
      </ul>
      <p>
        {problems.some(({ isError }) => isError) && "Articles and settings with errors are left out until you fix them. "}
        Readers never see this notice.
      </p>
    </details>
  );
}
