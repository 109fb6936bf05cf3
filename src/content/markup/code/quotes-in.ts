/** Returns the number of quotations that the markers at the start of a line open: 2 for `> > `. */
export function quotesIn(markers: string): number {
  return markers.split(">").length - 1;
}
