const tag = /<template(?<given>\s[^<>]{0,500})?>|<\/template>/g;
const directive = /\s(?:#|v-)/; // of Vue: <template #header>, <template v-slot:header>, <template v-if="x">

/**
 * Returns a function that writes the templates of Vue, whose content the page shows, as `<div>`: other templates show nothing. It gets the
 * parts of a text in their order.
 */
export function slotWriter(): (part: string) => string {
  const open: boolean[] = []; // true for those of Vue
  return (part) => {
    if (!part.includes("template>") && !part.includes("<template")) return part;
    return part.replace(tag, (found: string, given: string | undefined) => {
      const isStart = !found.startsWith("</");
      const isOfVue = isStart ? directive.test(given ?? "") : (open.pop() ?? false);
      if (isStart) open.push(isOfVue);
      return isOfVue ? found.replace("template", "div") : found;
    });
  };
}
