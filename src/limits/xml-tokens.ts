import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

const ignore = () => {};
const ignoreAll: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribend: ignore,
  onattribentity: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

/** Divides XML into tokens, in one pass and without a tree. Each callback gets the start and the end of its token. */
export function tokenizeXml(xml: string, callbacks: Partial<TokenizerCallbacks>): void {
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, { ...ignoreAll, ...callbacks });
  tokenizer.write(xml);
  tokenizer.end();
}
