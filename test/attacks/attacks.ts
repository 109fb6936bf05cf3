import { addresses } from "./addresses.ts";
import { attributes } from "./attributes.ts";
import { elements } from "./elements.ts";
import { mutation } from "./mutation.ts";
import { namespaces } from "./namespaces.ts";
import { texts } from "./texts.ts";

/** Known attacks on sanitizers by kind. Each script calls `attack()`, and each loaded file comes from `evil.example`. */
export const attacks: Readonly<Record<string, readonly string[]>> = { addresses, attributes, elements, mutation, namespaces, texts };
