import type { Summary } from "../statistics.ts";

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** `7,400`: a whole number with three significant digits. */
export function count(value: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2);
  return grouped.format(Math.round(value / step) * step);
}

/** `12,345`: the exact whole number. */
export function exact(value: number): string {
  return grouped.format(value);
}

/** `0.93`, `8.65`, `123`: at most three significant digits. */
export function decimal(value: number): string {
  if (Math.abs(value) >= 100) return count(value);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** `0.93 (0.91–0.95)`: the median, and the range of the rounds. */
export function spread({ max, median, min }: Summary, format: (value: number) => string = decimal): string {
  return `${format(median)} (${format(min)}–${format(max)})`;
}

const units = ["B", "kB", "MB", "GB", "TB", "PB"];

/** Bytes as `98 B`, `142 kB` or `7.52 MB`; a kilobyte has a thousand. */
export function size(bytes: number): string {
  const unit = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return unit === 0 ? `${Math.round(bytes)} B` : `${decimal(bytes / 1000 ** unit)} ${units[unit]}`;
}
